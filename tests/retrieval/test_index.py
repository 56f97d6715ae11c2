import numpy as np
import pytest

from chatbot.retrieval.features import CANDIDATE_FEATURES, QUERY_FEATURES
from chatbot.retrieval.index import Index
from chatbot.retrieval.query import Query
from chatbot.text.morphemes import MorphemeTokenizer

ENTRIES = [
    ["여권 수수료", "여권 발급 비용"],
    ["쓰레기봉투 파는 곳"],
    ["여권 분실 신고", "여권을 잃어버렸어요"],
]


@pytest.fixture(scope="module")
def index(tokenizer: MorphemeTokenizer) -> Index:
    return Index([[Query.from_utterance(text, tokenizer) for text in texts] for texts in ENTRIES])


def test_the_nearest_entry_heads_the_shortlist(index: Index, tokenizer: MorphemeTokenizer) -> None:
    matches = index.match(Query.from_utterance("여권 발급 비용이 얼마", tokenizer), 3)
    assert matches.numbers[0] == 0
    assert matches.nearest[0] == 1
    assert matches.features.shape == (3, len(CANDIDATE_FEATURES))
    assert len(matches.query) == len(QUERY_FEATURES)


def test_the_shortlist_is_no_longer_than_asked(index: Index, tokenizer: MorphemeTokenizer) -> None:
    assert len(index.match(Query.from_utterance("여권", tokenizer), 2).numbers) == 2


def test_a_hidden_entry_is_passed_over_and_its_own_words_become_unknown(
    index: Index, tokenizer: MorphemeTokenizer
) -> None:
    query = Query.from_utterance("쓰레기봉투 파는 곳", tokenizer)
    shown, hidden = index.match(query, 3), index.match(query, 3, without={1})
    assert 1 in shown.numbers
    assert 1 not in hidden.numbers
    assert shown.query[0] == 0
    assert hidden.query[0] == pytest.approx(1)


def test_coverage_is_the_known_share_of_the_querys_meaning(
    index: Index, tokenizer: MorphemeTokenizer
) -> None:
    matches = index.match(Query.from_utterance("수수료가 얼마인지 우주선", tokenizer), 3)
    coverage = dict(
        zip(matches.numbers.tolist(), matches.features[:, CANDIDATE_FEATURES.index("coverage")], strict=True)
    )
    assert coverage[1] == 0
    assert 0 < coverage[0] < 1
    assert 0 < matches.query[0] < 1


def test_features_are_finite_for_a_query_that_nothing_knows(
    index: Index, tokenizer: MorphemeTokenizer
) -> None:
    assert np.isfinite(index.match(Query.from_utterance("xyzzy", tokenizer), 3).features).all()
