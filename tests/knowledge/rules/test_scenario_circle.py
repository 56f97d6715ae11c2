from pathlib import Path

from tests.knowledge.rules.scenario import at, told


def test_a_way_that_comes_back_is_an_error_that_shows_it(knowledge_folder: Path) -> None:
    assert at(
        12,
        3,
        "단계가 돌고 돕니다: why → copies → pages → why; "
        "한 답의 to를 앞으로 나아가는 단계나 끝으로 바꾸세요 [scenario-circle]",
    ) in told(knowledge_folder, "to: thick", "to: why")


def test_a_step_that_leads_to_itself_is_a_circle(knowledge_folder: Path) -> None:
    problems = told(knowledge_folder, "to: thick", "to: pages")
    assert any("pages → pages;" in problem for problem in problems)


def test_two_answers_that_meet_again_are_none(knowledge_folder: Path) -> None:
    problems = told(knowledge_folder, "to: thick", "to: other")
    assert not any("[scenario-circle]" in problem for problem in problems)
