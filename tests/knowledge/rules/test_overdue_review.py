from datetime import date
from pathlib import Path

from tests.editing import problems_of

ENTRY = "entries/passport/passport-fee.yaml"


def told(folder: Path, today: date) -> list[str]:
    return [problem for problem in problems_of(folder, today) if "[overdue-review]" in problem]


def test_on_the_day_itself_nothing_is_overdue(knowledge_folder: Path) -> None:
    assert told(knowledge_folder, date(2025, 1, 31)) == []


def test_from_the_next_day_on_it_is_a_warning(knowledge_folder: Path) -> None:
    assert told(knowledge_folder, date(2025, 2, 1)) == [
        (
            f"knowledge/{ENTRY}:41:12: warning: 다시 확인할 날(2025-01-31)이 지났습니다; "
            "내용을 확인하고 checked_on과 review_by를 새 날로 고치세요 [overdue-review]"
        )
    ]
