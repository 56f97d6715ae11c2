from pathlib import Path

from chatbot.knowledge.reader import read_catalog
from tests.editing import QUIET_DAY, problems_of, replace_in


def test_a_translation_of_the_present_text_passes(spoken_folder: Path) -> None:
    korean = spoken_folder / "entries/waste/waste-bulky.yaml"
    replace_in(korean, "  - 대형폐기물 신청\n", "  - 대형폐기물 접수\n")
    assert problems_of(spoken_folder) == []


def test_a_changed_korean_text_is_a_warning_that_gives_the_new_digest(spoken_folder: Path) -> None:
    korean = spoken_folder / "entries/waste/waste-bulky.yaml"
    replace_in(korean, "    note: 무상 수거", "    note: 그냥 수거")
    [problem] = problems_of(spoken_folder)
    told = (
        "knowledge/languages/en/entries/waste-bulky.yaml:2:5: warning: 한국어 글이 바뀌었습니다; "
        "옮긴 글을 다시 보고 of: "
    )
    assert problem.startswith(told)
    digest = problem.removeprefix(told)[:8]
    replace_in(spoken_folder / "languages/en/entries/waste-bulky.yaml", "of: lglegidd", f"of: {digest}")
    assert problems_of(spoken_folder) == []


def test_an_outdated_translation_is_served_all_the_same(spoken_folder: Path) -> None:
    replace_in(spoken_folder / "entries/waste/waste-bulky.yaml", "    note: 무상 수거", "    note: 그냥 수거")
    catalog = read_catalog(spoken_folder, QUIET_DAY, with_advice=False).catalog
    assert catalog is not None
    assert "waste-bulky" in catalog.languages["en"].translations
