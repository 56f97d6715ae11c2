from pathlib import Path

from tests.knowledge.rules.scenario import at, told


def test_an_end_to_which_no_answer_leads_is_an_error(knowledge_folder: Path) -> None:
    assert told(knowledge_folder, "to: thick", "to: other") == [
        at(54, 3, '"thick"(으)로 가는 답이 없습니다; 어느 답의 to에 쓰거나 지우세요 [scenario-unreachable]')
    ]


def test_a_step_that_is_left_out_is_told_with_all_that_only_it_leads_to(knowledge_folder: Path) -> None:
    problems = told(knowledge_folder, "        to: lost-on", "        to: other")
    names = [problem.split('"')[1] for problem in problems]
    assert names == ["lost-on", "lost"]
