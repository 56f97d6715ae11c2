import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.text.jamo import is_lone_jamo, legible, ngrams, to_jamo


def test_a_syllable_is_split_into_its_two_or_three_jamo() -> None:
    assert [unicodedata.name(char) for char in to_jamo("여권")] == [
        "HANGUL CHOSEONG IEUNG",
        "HANGUL JUNGSEONG YEO",
        "HANGUL CHOSEONG KIYEOK",
        "HANGUL JUNGSEONG WEO",
        "HANGUL JONGSEONG NIEUN",
    ]


@given(st.text(alphabet=st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣"))))
def test_jamo_compose_to_the_same_syllables_again(text: str) -> None:
    jamo = to_jamo(text)
    assert unicodedata.normalize("NFC", jamo) == text
    assert not any("가" <= char <= "힣" for char in jamo)


def test_latin_letters_and_digits_are_left_alone() -> None:
    assert to_jamo("pdf 2026") == "pdf 2026"


def test_ngrams_come_in_order_of_length_and_place() -> None:
    assert list(ngrams("abcd", 2, 3)) == ["ab", "bc", "cd", "abc", "bcd"]


def test_a_text_shorter_than_the_shortest_run_has_none() -> None:
    assert list(ngrams("a", 2, 5)) == []


@given(st.text(max_size=20), st.integers(1, 4), st.integers(0, 3))
def test_every_ngram_stands_in_the_text_and_none_is_missing(text: str, shortest: int, more: int) -> None:
    found = list(ngrams(text, shortest, shortest + more))
    assert all(run in text for run in found)
    assert len(found) == sum(max(0, len(text) - size + 1) for size in range(shortest, shortest + more + 1))


@pytest.mark.parametrize(
    ("text", "lone"),
    [("ㅇㄱ", True), ("ㅋㅋ ㅠㅠ", True), ("ㅇ권", False), ("ㅇk", False), ("", False), ("  ", False)],
)
def test_lone_jamo_are_nothing_but_jamo_and_spaces(text: str, lone: bool) -> None:
    assert is_lone_jamo(text) is lone


def test_single_jamo_are_joined_where_they_make_a_syllable_and_else_read_as_letters() -> None:
    assert legible(to_jamo("여권")) == "여권"
    assert legible(to_jamo("여권")[1:4]) == "ㅕ궈"
    assert legible(to_jamo("없")[2:]) == "ㅄ"
    assert legible("^a1") == "^a1"
