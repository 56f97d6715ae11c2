import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.lookup.keys import KeyedText, typed_words
from chatbot.text.keyboard import to_hangul, to_latin

_SYLLABLES = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=8)


def test_a_text_is_split_into_the_keys_of_its_syllables() -> None:
    keyed = KeyedText.of("여권 값!")
    assert keyed.syllables == ["du", "rnjs", "rkqt"]
    assert keyed.starts_word == [True, False, True]


@pytest.mark.parametrize("typed", ["여권", "durnjs"])
def test_a_keyboard_in_english_mode_types_the_same(typed: str) -> None:
    assert typed_words(typed)[0].spelled == "durnjs"


@given(_SYLLABLES, st.integers(1, 30))
def test_whatever_is_half_typed_begins_like_the_whole(text: str, count: int) -> None:
    keys = to_latin(text)[:count]
    assert typed_words(to_hangul(keys))[0].spelled == keys
    assert to_latin(text).startswith(keys)


@pytest.mark.parametrize(
    ("typed", "initials", "before"),
    [
        ("ㅇㄱㅅㅅㄹ", "drttf", ""),
        ("drttf", "drttf", ""),
        ("여권ㅅㅅㄹ", "ttf", "durnjs"),
        ("ㄳ", "rt", ""),
        ("여권ㅅ", "", ""),
        ("ㅇ", "", ""),
        ("ㅏㅏ", "", ""),
        ("여권", "", ""),
    ],
)
def test_consonants_in_a_row_are_initials(typed: str, initials: str, before: str) -> None:
    word = typed_words(typed)[0]
    assert (word.initials, word.before) == (initials, before)


@given(st.text(max_size=30))
def test_anything_can_be_typed(text: str) -> None:
    for word in typed_words(text):
        assert word.spelled
        assert word.before or not word.initials or set(word.initials) <= set("rRseEfaqQtTdwWczxvg")


def test_signs_and_spaces_are_no_words() -> None:
    assert typed_words(" …!? - ") == []
