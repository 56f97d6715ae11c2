import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.lookup.keys import typed_words
from chatbot.lookup.marks import marked_parts


def shown(text: str, typed: str) -> str:
    """Return the text with brackets round what is marked."""
    return "".join(f"[{part}]" if marked else part for part, marked in marked_parts(text, typed_words(typed)))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("여권", "성인 [여권] 수수료"),
        ("여ㄱ", "성인 [여권] 수수료"),
        ("여권 수수", "성인 [여권] [수수]료"),
        ("권수", "성인 여[권] [수]수료"),
        ("ㅇㄱㅅㅅㄹ", "성인 [여권] [수수료]"),
        ("여권ㅅㅅㄹ", "성인 [여권] [수수료]"),
        ("durnjs", "성인 [여권] 수수료"),
        ("세금", "성인 여권 수수료"),
        ("!?", "성인 여권 수수료"),
    ],
)
def test_what_is_typed_is_marked(typed: str, expected: str) -> None:
    assert shown("성인 여권 수수료", typed) == expected


def test_latin_words_and_digits_are_marked_too() -> None:
    assert shown("GTX 10년권", "gtx 10") == "[GTX] [10]년권"


@given(st.text(max_size=40), st.text(max_size=10))
def test_the_parts_are_the_whole_text(text: str, typed: str) -> None:
    assert "".join(part for part, _ in marked_parts(text, typed_words(typed))) == text
