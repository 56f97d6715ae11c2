import numpy as np
import pytest

from chatbot.lookup.keys import typed_words
from chatbot.lookup.typing_index import LONGEST_TEXT, TypingIndex

_TEXTS = [
    ["여권 수수료", "여권 수수료는 얼마인가요?", "여권값", "여권 발급 비용"],
    ["여권 재발급", "여권을 잃어버렸는데요", "여권 분실"],
    ["쓰레기봉투", "쓰레기봉투는 어디서 사나요?", "종량제봉투 파는 곳"],
]


@pytest.fixture(scope="module")
def index() -> TypingIndex:
    return TypingIndex(_TEXTS)


def best(index: TypingIndex, typed: str) -> list[int]:
    """Return the entries that what is typed leads to, best first."""
    words = typed_words(typed)
    scores = index.scores(words)
    order = np.argsort(-scores, kind="stable").tolist()
    return [number for number in order if scores[number] > index.lowest(words) + 1e-9]


@pytest.mark.parametrize(
    "typed",
    ["여권 수", "여권수", "여권 ㅅ", "여ㄱ ㅅㅅㄹ", "여권ㅅㅅㄹ", "ㅇㄱㅅㅅㄹ", "durnjs tn", "drttf", "수수"],
)
def test_half_typed_words_initials_and_a_wrong_keyboard_lead_to_the_entry(
    index: TypingIndex, typed: str
) -> None:
    assert best(index, typed)[0] == 0


def test_one_key_leads_to_all_that_begin_with_it(index: TypingIndex) -> None:
    assert set(best(index, "ㅇ")) >= {0, 1}
    assert best(index, "ㅆ") == [2]


def test_initials_in_another_order_are_found_piece_by_piece(index: TypingIndex) -> None:
    assert best(index, "ㅅㅅㄹㅇㄱ")[0] == 0


def test_what_nobody_asks_leads_nowhere(index: TypingIndex) -> None:
    assert best(index, "뷁뷁") == []


def test_a_title_weighs_more_than_a_variant() -> None:
    index = TypingIndex([["세금", "언제 내나요?", "여권 세금"], ["여권", "언제 나와요?", "세금 여권"]])
    assert best(index, "여권") == [1, 0]


def test_long_variants_take_no_part_but_long_questions_do() -> None:
    long = "가나" * (LONGEST_TEXT // 2 + 1)
    assert best(TypingIndex([["여권", "질문", long]]), "가나") == []
    assert best(TypingIndex([["여권", long, "질문"]]), "가나") == [0]


def test_the_text_that_fits_is_named(index: TypingIndex) -> None:
    assert index.text_of(0, typed_words("여권 비용")) in (0, 3)
    assert index.text_of(0, typed_words("비요")) == 3
    assert index.text_of(0, typed_words("쓰레")) is None
