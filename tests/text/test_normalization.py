import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chatbot.text.normalization import clean, comparison_key, normalize


def test_hangul_in_single_jamo_is_cleaned_to_the_same_text_as_whole_syllables() -> None:
    text = "여권 재발급은 얼마예요?"
    assert clean(unicodedata.normalize("NFD", text)) == clean(text) == text


def test_full_width_letters_digits_and_spaces_become_plain() -> None:
    assert clean("ＡＢＣ　１２３！") == "ABC 123!"


@pytest.mark.parametrize("invisible", ["\u200b", "\u200d", "\ufeff", "\u2060", "\x00", "\x1b", "\ud800"])
def test_what_cannot_be_seen_goes(invisible: str) -> None:
    assert clean(f"여{invisible}권") == "여권"


def test_a_zero_width_character_between_jamo_does_not_keep_them_apart() -> None:
    assert clean("ᄋ\u200bᅧ\u200b권") == "여권"


def test_line_breaks_and_tabs_are_spaces_and_spaces_are_folded() -> None:
    assert clean("  여권\r\n\t 신청   방법 \n") == "여권 신청 방법"


def test_single_jamo_that_people_type_stay_as_they_are() -> None:
    assert clean("ㅋㅋ 여권 ㅠㅠ") == "ㅋㅋ 여권 ㅠㅠ"


def test_punctuation_and_case_are_not_searched() -> None:
    assert normalize("여권, PASSPORT (신청)_방법?!") == "여권 passport 신청 방법"


def test_emoticons_go_and_drawn_out_letters_become_one() -> None:
    assert normalize("여권이요ㅋㅋㅋㅋ 얼마예요~~~ 제바아아아알ㅠㅠ") == "여권이요 얼마예요 제바아알"


def test_two_equal_letters_are_spelling_and_stay() -> None:
    assert normalize("빨리빨리 가가 book") == "빨리빨리 가가 book"


def test_digits_are_never_folded() -> None:
    assert normalize("10000원 111번") == "10000원 111번"


def test_commas_between_thousands_go_and_other_commas_part_words() -> None:
    assert normalize("52,000원, 1,234,567원") == "52000원 1234567원"
    assert normalize("1,2,3번") == "1 2 3번"


def test_texts_that_differ_in_spacing_case_and_punctuation_share_a_key() -> None:
    assert comparison_key("대형 폐기물, 신청?") == comparison_key("대형폐기물신청") == "대형폐기물신청"


def test_texts_that_differ_in_a_letter_have_different_keys() -> None:
    assert comparison_key("여권 신청") != comparison_key("여건 신청")


@pytest.mark.parametrize("text", ["", "   ", "?!…", "\u200b", "ㅋㅋㅋ"])
def test_nothing_to_read_normalizes_to_nothing(text: str) -> None:
    assert normalize(text) == ""


MIXED = st.text(alphabet="가각각ㅋㅡㅠ~^;,0１Aａ́İẞ _\u200b\u0085\n")


@given(st.text() | MIXED)
@example("ᄀ\u200bᅡ")
@example("Ａ\u0301")
@example("ㅋㅋㅡㅡㅋ")
@example("1,ㅋㅋ000")
def test_cleaning_and_normalizing_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert normalize(normalize(text)) == normalize(text)


@given(st.text() | MIXED)
def test_what_is_searched_does_not_depend_on_how_syllables_arrive(text: str) -> None:
    assert normalize(unicodedata.normalize("NFD", text)) == normalize(unicodedata.normalize("NFC", text))


@given(st.text() | MIXED)
def test_cleaned_text_is_composed_and_free_of_control_characters(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(char).startswith("C") for char in cleaned)
    assert cleaned == " ".join(cleaned.split())
