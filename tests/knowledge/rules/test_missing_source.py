from pathlib import Path

import pytest

from tests.editing import problems_of, replace_in

ENTRY = "entries/waste/waste-bag.yaml"
NOTE = "스티커를 주는 곳은 담당 부서에 확인하세요"


def with_note(folder: Path, note: str) -> list[str]:
    replace_in(folder / ENTRY, NOTE, note)
    return problems_of(folder)


@pytest.mark.parametrize(
    "note",
    [
        "담당 부서에 확인하세요",
        "031-000-1000에 물어보세요",
        "031-000-1300에 물어보세요",
        "봉투팀에 물어보세요",
        "자원순환과에 물어보세요",
    ],
)
def test_a_department_or_the_number_of_one_passes(knowledge_folder: Path, note: str) -> None:
    assert with_note(knowledge_folder, note) == []


def test_an_unsure_entry_that_names_nobody_is_a_warning(knowledge_folder: Path) -> None:
    assert with_note(knowledge_folder, "마트에 물어보세요") == [
        (
            f"knowledge/{ENTRY}:18:9: warning: "
            "출처가 확실하지 않은데(confidence: low) 어디에 확인할지 말하지 않습니다; "
            'answer나 details에 "담당 부서(031-000-1000)에 확인하세요"처럼 쓰세요 [missing-source]'
        )
    ]


def test_an_entry_with_better_sources_need_not_name_anybody(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / ENTRY, "confidence: low", "confidence: medium")
    assert with_note(knowledge_folder, "마트에 물어보세요") == []
