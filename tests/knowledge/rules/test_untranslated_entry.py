from pathlib import Path

import pytest

from tests.editing import problems_of, replace_in

FILE = "knowledge/languages/en/untranslated.yaml"


def test_a_language_may_do_without_the_file(spoken_folder: Path) -> None:
    Path(FILE).unlink()
    assert problems_of(spoken_folder) == []


@pytest.mark.parametrize(
    ("entry_id", "problem"),
    [
        (
            "passport-loss",
            '항목 "passport-loss"이(가) 없습니다; "passport-lost"이(가) 맞는지 확인하세요',
        ),
        (
            "waste-bulky",
            '"waste-bulky"에는 옮긴 글이 있습니다; 옮긴 항목의 variants로 옮기고 지우세요',
        ),
    ],
)
def test_an_id_without_entry_or_with_a_translation_is_an_error(
    spoken_folder: Path, entry_id: str, problem: str
) -> None:
    replace_in(Path(FILE), "id: passport-lost", f"id: {entry_id}")
    assert problems_of(spoken_folder) == [f"{FILE}:1:7: error: {problem} [untranslated-entry]"]


def test_an_id_that_comes_again_is_an_error_that_names_the_first_line(spoken_folder: Path) -> None:
    text = Path(FILE).read_text(encoding="utf-8")
    again = text.replace("passport", "pass").replace("id: pass-lost", "id: passport-lost")
    Path(FILE).write_text(text + again, encoding="utf-8")
    line = text.count("\n") + 1
    assert problems_of(spoken_folder) == [
        (
            f'{FILE}:{line}:7: error: "passport-lost"이(가) 1줄에도 있습니다; '
            "한 곳에 모으세요 [untranslated-entry]"
        )
    ]
