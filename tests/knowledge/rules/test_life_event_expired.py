from datetime import date
from pathlib import Path

from tests.editing import problems_of, replace_in

EVENT = "life_events/moving.yaml"


def told(folder: Path, today: date) -> list[str]:
    return [problem for problem in problems_of(folder, today) if "[life-event-expired]" in problem]


def test_on_the_last_day_of_its_entry_a_step_passes_and_on_the_next_it_is_a_warning(
    knowledge_folder: Path,
) -> None:
    bulky = knowledge_folder / "entries/waste/waste-bulky.yaml"
    replace_in(bulky, "as_of: 2025\n", "as_of: 2025\neffective_until: 2026-03-31\n")
    assert told(knowledge_folder, date(2026, 3, 31)) == []
    message = (
        '"waste-bulky" 항목의 기간이 2026-03-31에 끝나 이 할 일이 보이지 않습니다; '
        "항목을 확인하거나 지금 맞는 항목으로 바꾸세요 [life-event-expired]"
    )
    assert told(knowledge_folder, date(2026, 4, 1)) == [
        f"knowledge/{EVENT}:17:12: warning: {message}",
        f"knowledge/{EVENT}:18:11: warning: {message}",
    ]


def test_an_entry_that_should_have_been_looked_at_again_is_a_warning(knowledge_folder: Path) -> None:
    problems = told(knowledge_folder, date(2026, 12, 1))
    assert problems
    assert all(
        '"waste-bag" 항목의 다시 확인할 날(2026-11-30)이 지났습니다' in problem for problem in problems
    )
