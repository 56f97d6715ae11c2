from pathlib import Path

import pytest

from tests.editing import problems_of, replace_in

ENTRY = "entries/passport/passport-new.yaml"
NOTE = "미성년자인지 먼저 확인합니다."


def with_note(folder: Path, note: str) -> list[str]:
    replace_in(folder / ENTRY, NOTE, f'"{note}"')
    return problems_of(folder)


@pytest.mark.parametrize(
    "note",
    [
        "여권팀 팀장에게 물어봅니다.",
        "담당자 이름을 적습니다.",
        "담당자 전화번호를 줍니다.",
        "이 과장된 말은 쓰지 않습니다.",
        "민원여권과장이 정합니다.",
        "정보화팀장에게 알립니다.",
        "담당 공무원이 확인합니다.",
        "사망 장소의 동장이 신고합니다.",
        "운동장과 주차장을 안내합니다.",
        "예방주사를 맞습니다.",
        "현장 소장이 왔습니다.",
        "김포시 팀장 회의",
    ],
)
def test_titles_departments_and_ordinary_words_pass(knowledge_folder: Path, note: str) -> None:
    assert with_note(knowledge_folder, note) == []


@pytest.mark.parametrize(
    ("note", "name"),
    [
        ("홍길동 주무관에게 물어봅니다.", "홍길동"),
        ("김철수팀장이 정합니다.", "김철수"),
        ("담당자: 이영희", "이영희"),
        ("담당자 박지성에게 알립니다.", "박지성"),
        ("담당(최민준)", "최민준"),
        ("민원여권과장 정수진입니다.", "정수진"),
        ("김 팀장에게 넘깁니다.", "김"),
    ],
)
def test_a_name_beside_a_title_is_an_error(knowledge_folder: Path, note: str, name: str) -> None:
    assert with_note(knowledge_folder, note) == [
        (
            f'knowledge/{ENTRY}:52:13: error: 사람 이름으로 보이는 말 "{name}"이(가) 직함 곁에 있습니다; '
            "이름을 지우고 부서나 팀 이름으로 쓰세요 [staff-name]"
        )
    ]


def test_no_part_of_an_entry_is_left_out(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / ENTRY, "  - 신규 여권 신청 방법\n", "  - 홍길동 주무관 자리에 있나요\n")
    (problem,) = problems_of(knowledge_folder)
    assert problem.startswith(f"knowledge/{ENTRY}:17:5: error: ")
