from pathlib import Path

import pytest

from tests.editing import problems_of, replace_in

PLACE = "knowledge/synonyms.yaml"


def with_fee_words(folder: Path, words: str) -> list[str]:
    """Give the group of 수수료 these words; return the problems."""
    replace_in(folder / "synonyms.yaml", "[비용, 요금, 값]", f"[{words}]")
    return problems_of(folder)


@pytest.mark.parametrize("words", ["비용", "사용료, 사용 료", "수수 료"])
def test_words_of_their_own_and_other_spacings_of_one_word_pass(knowledge_folder: Path, words: str) -> None:
    assert with_fee_words(knowledge_folder, words) == []


def test_a_word_under_two_official_words_is_an_error_that_names_the_other_place(
    knowledge_folder: Path,
) -> None:
    assert with_fee_words(knowledge_folder, "비용, 패스 포트") == [
        (
            f'{PLACE}:2:11: error: "패스 포트"이(가) 1번째 줄의 "여권"에도 있습니다; '
            "한 공식 말에만 두세요 [synonym-form]"
        )
    ]


def test_a_word_that_is_its_own_official_word_is_an_error(knowledge_folder: Path) -> None:
    assert with_fee_words(knowledge_folder, "수수료") == [
        f'{PLACE}:2:7: error: "수수료"이(가) 공식 말과 같습니다; 지우세요 [synonym-form]'
    ]


def test_a_word_that_is_an_official_word_elsewhere_is_an_error(knowledge_folder: Path) -> None:
    assert with_fee_words(knowledge_folder, "분실") == [
        (
            f'{PLACE}:2:7: error: "분실"은(는) 4번째 줄의 공식 말이기도 합니다; '
            "한 묶음으로 합치거나 여기에서 지우세요 [synonym-form]"
        )
    ]


def test_a_group_whose_official_word_no_entry_has_is_a_warning(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "synonyms.yaml", "분실: [", "주민등록 등본: [")
    assert problems_of(knowledge_folder) == [
        (
            f'{PLACE}:4:1: warning: 공식 말 "주민등록 등본"이(가) 어느 항목의 제목과 질문에도 없습니다; '
            "항목에 있는 말로 고치거나 지우세요 [synonym-form]"
        )
    ]


def test_one_word_of_several_in_an_entry_is_enough(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "synonyms.yaml", "분실: [", "여권의 분실: [")
    assert problems_of(knowledge_folder) == []


def test_without_readable_synonyms_the_rule_stays_silent(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "synonyms.yaml", "분실: [", "분실: {")
    assert all("[synonym-form]" not in problem for problem in problems_of(knowledge_folder))


def test_while_an_entry_cannot_be_read_no_group_is_called_unused(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "entries/waste/waste-bulky.yaml", "amount: 5000", "amount: 오천")
    assert all("[synonym-form]" not in problem for problem in problems_of(knowledge_folder))
