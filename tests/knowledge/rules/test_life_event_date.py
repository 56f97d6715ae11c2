from pathlib import Path

from tests.editing import problems_of, replace_in

EVENT = "life_events/moving.yaml"


def test_deadlines_without_a_day_to_count_from_are_errors(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / EVENT, "date:\n  label: 이사한 날\n  latest: today\n", "")
    message = (
        "기한을 셀 날짜를 묻지 않습니다; date 칸을 쓰거나 deadline을 when으로 바꾸세요 [life-event-date]"
    )
    assert problems_of(knowledge_folder) == [
        f"knowledge/{EVENT}:8:5: error: {message}",
        f"knowledge/{EVENT}:18:5: error: {message}",
    ]


def test_a_day_from_which_nothing_is_counted_is_an_error(knowledge_folder: Path) -> None:
    path = knowledge_folder / EVENT
    text = path.read_text(encoding="utf-8")
    first, _, rest = text.partition("steps:\n")
    bulky = rest[rest.index("  - title: 큰") : rest.index("  - title: 여권 분실")]
    path.write_text(f"{first}steps:\n{bulky}", encoding="utf-8")
    assert problems_of(knowledge_folder) == [
        (
            f"knowledge/{EVENT}:5:1: error: 날짜를 묻지만 셀 기한이 없습니다; "
            "date 칸을 지우거나 할 일에 deadline을 쓰세요 [life-event-date]"
        )
    ]


def test_a_latest_day_that_is_no_rule_is_told_by_its_field(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / EVENT, "latest: today", "latest: 2026-01-01")
    (problem,) = problems_of(knowledge_folder)
    assert problem.startswith(f'knowledge/{EVENT}:7:11: error: "latest"에 쓸 수 없는 값 "2026-01-01"')
