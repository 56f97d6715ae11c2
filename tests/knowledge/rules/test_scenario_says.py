from pathlib import Path

from tests.knowledge.rules.scenario import at, told


def test_words_that_the_entry_does_not_have_are_an_error(knowledge_folder: Path) -> None:
    (problem,) = told(
        knowledge_folder, "says: 알게 된 때 바로 신고하세요.", "says: 알게 되면 바로 신고하세요."
    )
    assert problem == at(
        78,
        13,
        '"알게 되면 바로 신고하세요."이(가) "passport-lost" 항목에 없습니다; '
        "항목의 글을 글자 그대로 옮겨 쓰세요 [scenario-says]",
    )


def test_a_part_of_a_sentence_passes_and_marks_of_emphasis_do_not_count(knowledge_folder: Path) -> None:
    assert told(knowledge_folder, "says: 26면 49,000원", "says: 58면 52,000원, 26면 **49,000원**") == []


def test_an_amount_that_the_words_do_not_hold_is_an_error(knowledge_folder: Path) -> None:
    (problem,) = told(knowledge_folder, "amount: 49000", "amount: 49500")
    assert problem == at(
        84, 19, "금액 49,500원이 옮겨 쓴 말에 없습니다; says의 금액과 같게 쓰세요 [scenario-says]"
    )
