from datetime import date
from pathlib import Path

from tests.knowledge.rules.scenario import at, told

OTHER = "    title: 그 밖의 여권\n    shows:\n      - entry: passport-new\n"


def of_this_rule(problems: list[str]) -> list[str]:
    return [problem for problem in problems if "[scenario-expired]" in problem]


def test_an_end_passes_on_the_last_day_of_its_entry(knowledge_folder: Path) -> None:
    old = OTHER.replace("passport-new", "waste-old")
    assert of_this_rule(told(knowledge_folder, OTHER, old, date(2024, 12, 31))) == []


def test_an_end_is_warned_of_from_the_next_day_on(knowledge_folder: Path) -> None:
    old = OTHER.replace("passport-new", "waste-old")
    assert of_this_rule(told(knowledge_folder, OTHER, old, date(2025, 1, 1))) == [
        at(
            69,
            16,
            '"waste-old" 항목의 기간이 2024-12-31에 끝나 보이지 않습니다; '
            "지금 맞는 항목으로 바꾸세요 [scenario-expired]",
            "warning",
        )
    ]
