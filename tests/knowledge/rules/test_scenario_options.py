from pathlib import Path

from tests.knowledge.rules.scenario import at, told


def test_one_id_for_two_answers_is_an_error(knowledge_folder: Path) -> None:
    (problem,) = told(knowledge_folder, "id: thin", "id: thick")
    assert problem == at(
        44, 13, '답의 id "thick"이(가) 이 단계에 두 번 있습니다; 둘 가운데 하나를 바꾸세요 [scenario-options]'
    )


def test_a_word_of_two_answers_is_an_error_whatever_its_spacing(knowledge_folder: Path) -> None:
    (problem,) = told(knowledge_folder, "phrases: [분실]", "phrases: [분실, 처음 이에요.]")
    assert problem == at(
        23,
        23,
        '"처음 이에요."은(는) "처음이에요"과 같은 말입니다; 둘 가운데 한 답에만 두세요 [scenario-options]',
    )


def test_a_word_that_one_answer_has_twice_passes(knowledge_folder: Path) -> None:
    assert told(knowledge_folder, "phrases: [분실]", "phrases: [분실, 잃어버렸어요]") == []


def test_a_word_without_letters_is_an_error(knowledge_folder: Path) -> None:
    (problem,) = told(knowledge_folder, "phrases: [분실]", "phrases: [분실, '!!']")
    assert problem.endswith('"!!"에 글자가 없습니다; 글자로 쓰거나 지우세요 [scenario-options]')
