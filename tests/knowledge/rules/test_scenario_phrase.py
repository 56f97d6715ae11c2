from pathlib import Path

from tests.editing import problems_of
from tests.knowledge.rules.scenario import FILE, at, told


def test_a_phrase_of_two_scenarios_is_an_error(knowledge_folder: Path) -> None:
    text = (knowledge_folder / FILE).read_text(encoding="utf-8")
    other = text.replace("id: passport-steps\n", "id: steps\n").replace("  - 여권 발급 비용\n", "")
    (knowledge_folder / "scenarios/steps.yaml").write_text(other, encoding="utf-8")
    assert problems_of(knowledge_folder) == [
        (
            'knowledge/scenarios/steps.yaml:6:5: error: 시작하는 말 "여권 하나씩 알려 주세요"이(가) '
            "passport-steps에도 있습니다; 둘 가운데 한 곳에만 두세요 [scenario-phrase]"
        )
    ]


def test_a_phrase_that_stands_twice_is_an_error(knowledge_folder: Path) -> None:
    (problem,) = told(knowledge_folder, "  - 여권 발급 비용\n", "  - 여권 하나씩 알려주세요!\n")
    assert problem.startswith(
        at(7, 5, '시작하는 말 "여권 하나씩 알려주세요!"이(가) passport-steps에도 있습니다')
    )


def test_a_phrase_without_letters_is_an_error(knowledge_folder: Path) -> None:
    (problem,) = told(knowledge_folder, "  - 여권 발급 비용\n", "  - '??'\n")
    assert problem == at(7, 5, '"??"에 글자가 없습니다; 시민이 하는 말을 쓰거나 지우세요 [scenario-phrase]')


def test_a_question_of_an_entry_may_be_a_phrase(knowledge_folder: Path) -> None:
    assert problems_of(knowledge_folder) == []
