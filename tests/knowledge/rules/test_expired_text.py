from datetime import date
from pathlib import Path

from tests.editing import problems_of, replace_in

OLD = "entries/waste/waste-old.yaml"
FEE = "entries/passport/passport-fee.yaml"
LOST = "entries/passport/passport-lost.yaml"


def told(folder: Path, today: date) -> list[str]:
    return [problem for problem in problems_of(folder, today) if "[expired-text]" in problem]


def test_on_its_last_day_an_entry_passes(knowledge_folder: Path) -> None:
    assert told(knowledge_folder, date(2024, 12, 31)) == []


def test_from_the_next_day_on_an_entry_is_a_warning(knowledge_folder: Path) -> None:
    assert told(knowledge_folder, date(2025, 1, 1)) == [
        (
            f"knowledge/{OLD}:28:18: warning: 항목의 기간이 2024-12-31에 끝나 답하지 않습니다; "
            "새 내용으로 고치거나 항목을 지우세요 [expired-text]"
        )
    ]


def test_a_fee_and_a_line_whose_time_has_passed_are_warnings(knowledge_folder: Path) -> None:
    replace_in(
        knowledge_folder / FEE,
        "    amount: 17000\n",
        "    amount: 17000\n    effective_until: 2024-12-10\n",
    )
    replace_in(
        knowledge_folder / LOST,
        "  - text: 알게 된 때 바로 신고하세요.\n",
        "  - text: 알게 된 때 바로 신고하세요.\n    effective_until: 2024-12-10\n",
    )
    assert told(knowledge_folder, date(2024, 12, 10)) == []
    message = "이 줄의 기간이 2024-12-10에 끝나 보이지 않습니다; 새 내용으로 고치거나 줄을 지우세요"
    assert told(knowledge_folder, date(2024, 12, 11)) == [
        f"knowledge/{FEE}:31:22: warning: {message} [expired-text]",
        f"knowledge/{LOST}:25:22: warning: {message} [expired-text]",
    ]
