from pathlib import Path

from tests.editing import problems_of, replace_in
from tests.knowledge.rules.scenario import FILE, at, told


def test_a_day_that_every_way_asks_for_passes(knowledge_folder: Path) -> None:
    assert problems_of(knowledge_folder) == []


def test_a_way_past_the_day_is_an_error(knowledge_folder: Path) -> None:
    replace_in(
        knowledge_folder / FILE,
        "        label: 26면\n        to: other\n",
        "        label: 26면\n        to: lost\n",
    )
    assert problems_of(knowledge_folder) == [
        at(
            76,
            13,
            '"lost-on" 단계를 거치지 않고 "lost"에 이르는 길이 있습니다; '
            "모든 길이 그 단계를 지나게 하거나 끝을 둘로 나누세요 [scenario-answer]",
        )
    ]


def test_a_step_that_asks_for_something_else_is_an_error_that_names_the_right_one(
    knowledge_folder: Path,
) -> None:
    (problem,) = told(knowledge_folder, "from: lost-on", "from: copies")
    assert problem == at(
        76, 13, '"copies"은(는) 날짜를 묻는 단계가 아닙니다; lost-on 가운데 하나로 쓰세요 [scenario-answer]'
    )


def test_a_number_must_come_from_a_step_that_asks_for_one(knowledge_folder: Path) -> None:
    (problem,) = told(knowledge_folder, "times: copies", "times: lost-on")
    assert problem == at(
        63, 16, '"lost-on"은(는) 수를 묻는 단계가 아닙니다; copies 가운데 하나로 쓰세요 [scenario-answer]'
    )


def test_a_plain_number_needs_no_step(knowledge_folder: Path) -> None:
    assert told(knowledge_folder, "times: copies", "times: 3") == []
