"""Texts are divided where people would pause, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.kakao_text import fill, length, shorten

lines_of_words = st.lists(
    st.lists(st.text("가나다라 각a😀.", min_size=1, max_size=12), max_size=30).map(" ".join), max_size=12
)


def letters(text: str) -> str:
    return "".join(text.split())


def test_a_pair_of_surrogates_counts_as_two() -> None:
    assert [length("가"), length("a b"), length("😀")] == [1, 3, 2]


def test_whole_lines_are_taken_as_long_as_they_fit() -> None:
    assert fill(["하나예요.", "둘이에요.", "셋이에요."], 11) == ("하나예요.\n둘이에요.", ["셋이에요."])


def test_an_empty_line_stands_between_others_only() -> None:
    assert fill(["", "하나", "", "둘", ""], 100) == ("하나\n\n둘", [])
    assert fill(["하나", "", "둘 셋 넷"], 4) == ("하나", ["둘 셋 넷"])


def test_a_line_that_is_too_long_is_divided_at_the_end_of_a_sentence() -> None:
    assert fill(["먼저 신청하세요. 번호를 붙이세요. 내놓으세요."], 20) == (
        "먼저 신청하세요. 번호를 붙이세요.",
        ["내놓으세요."],
    )


def test_a_sentence_that_is_too_long_is_divided_between_words() -> None:
    assert fill(["인터넷이나 전화로 먼저 신청하세요."], 11) == ("인터넷이나 전화로", ["먼저 신청하세요."])


def test_a_word_longer_than_a_bubble_is_cut() -> None:
    assert fill(["가" * 30], 20) == ("가" * 10, ["가" * 20])


@given(lines_of_words, st.integers(2, 80))
def test_bubble_after_bubble_shows_every_letter_in_its_order(lines: list[str], limit: int) -> None:
    shown, left = "", lines
    for _ in range(10_000):
        text, left = fill(left, limit)
        assert length(text) <= limit
        shown += text
        if not left:
            break
    assert letters(shown) == letters("".join(lines))


@given(lines_of_words, st.integers(24, 80))
def test_no_word_that_fits_is_ever_divided(lines: list[str], limit: int) -> None:
    words = {word for line in lines for word in line.split()}
    if all(length(word) <= limit for word in words):
        text, left = fill(lines, limit)
        assert set(" ".join([text, *left]).split()) <= words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("성인 여권 수수료", "성인 여권 수수료"),
        ("남은 기간만 받는 여권 재발급", "남은 기간만 받는 여권…"),
        ("주차위반과태료이의신청서작성방법", None),
    ],
)
def test_a_label_keeps_whole_words_or_there_is_none(text: str, shown: str | None) -> None:
    assert shorten(text, 14) == shown


@given(st.text("가나 다", max_size=40), st.integers(1, 20))
def test_a_label_never_breaks_its_limit_or_a_word(text: str, limit: int) -> None:
    shown = shorten(text, limit)
    if shown is not None:
        assert length(shown) <= limit
        assert set(shown.removesuffix("…").split()) <= set(text.split())
