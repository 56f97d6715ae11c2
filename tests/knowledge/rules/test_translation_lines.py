from pathlib import Path

import pytest

from tests.editing import problems_of, replace_in


def edited(folder: Path, old: str, new: str) -> list[str]:
    replace_in(folder / "languages/en/entries/waste-bulky.yaml", old, new)
    return problems_of(folder)


def test_as_many_lines_and_notes_as_the_korean_entry_pass(spoken_folder: Path) -> None:
    assert edited(spoken_folder, "- One sofa", "- text: One sofa") == []


@pytest.mark.parametrize(("lines", "count"), [("", 1), ("  - One sofa\n  - Two sofas\n", 3)])
def test_a_missing_and_an_extra_line_are_errors(spoken_folder: Path, lines: str, count: int) -> None:
    assert edited(spoken_folder, "  - One sofa\n", lines) == [
        (
            f'knowledge/languages/en/entries/waste-bulky.yaml:28:1: error: "fees"이(가) {count}줄인데 '
            "한국어 항목은 2줄입니다; 한국어 항목과 같은 줄을 같은 순서로 쓰세요 [translation-lines]"
        )
    ]


def test_a_missing_note_is_an_error(spoken_folder: Path) -> None:
    assert edited(spoken_folder, "    note: Collected for free\n", "") == [
        (
            "knowledge/languages/en/entries/waste-bulky.yaml:30:5: error: 한국어 줄에 있는 note가 없습니다; "
            "text와 note로 나누어 옮기세요 [translation-lines]"
        )
    ]


def test_an_extra_note_is_an_error(spoken_folder: Path) -> None:
    assert edited(spoken_folder, "- One sofa", "- {text: One sofa, note: Any size}") == [
        (
            "knowledge/languages/en/entries/waste-bulky.yaml:29:5: error: 한국어 줄에 없는 note가 있습니다; "
            "note를 지우세요 [translation-lines]"
        )
    ]


def test_where_the_korean_text_changed_its_lines_are_not_counted(spoken_folder: Path) -> None:
    replace_in(
        spoken_folder / "entries/waste/waste-bulky.yaml", "  - label: 소파 한 개\n    amount: 5000\n", ""
    )
    problems = problems_of(spoken_folder)
    assert [problem.rpartition(" ")[2] for problem in problems] == ["[translation-outdated]"]
