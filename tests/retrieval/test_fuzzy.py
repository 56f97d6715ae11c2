import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.retrieval.fuzzy import FuzzyScorer
from chatbot.retrieval.query import Query
from chatbot.text.normalization import normalize


def query(text: str) -> Query:
    """Return a query without morphemes, which this scorer does not look at."""
    return Query(text, normalize(text), ())


def similarity(first: str, second: str) -> float:
    return float(FuzzyScorer([query(second).jamo], np.array([0])).score(query(first), [(0, [0])])[0])


def test_equal_texts_score_1_whatever_their_spacing() -> None:
    assert similarity("대형 폐기물 신청", "대형폐기물신청?") == 1.0


def test_texts_that_share_nothing_score_0() -> None:
    assert similarity("abc", "여권") == 0.0


def test_a_slip_in_one_letter_costs_less_than_another_word() -> None:
    assert 1 > similarity("여권 재발급", "여권 재빌급") > similarity("여권 재발급", "여권 수수료") > 0


def test_one_shared_word_is_not_enough_for_a_high_score() -> None:
    assert similarity("여권", "여권을 잃어버렸는데 외국에서는 어디에 신고해야 하나요") < 0.5


def test_only_the_texts_that_are_named_are_scored_in_their_order() -> None:
    texts = [query(text).jamo for text in ("여권", "쓰레기", "봉투", "봉투값")]
    scorer = FuzzyScorer(texts, np.array([0, 1, 2, 2]))
    assert scorer.score(query("봉투"), [(2, [0, 1]), (0, [0])]).tolist() == [
        1.0,
        pytest.approx(similarity("봉투", "봉투값")),
        pytest.approx(similarity("봉투", "여권")),
    ]


TEXT = st.text(alphabet="여권쓰레기봉투 ab", min_size=1, max_size=12).filter(lambda text: bool(text.strip()))


@given(TEXT, TEXT)
def test_scores_lie_between_0_and_1_and_do_not_care_which_text_asks(first: str, second: str) -> None:
    assert 0 <= similarity(first, second) <= 1
    assert similarity(first, second) == pytest.approx(similarity(second, first), abs=1e-6)
    assert similarity(first, first) == 1.0
