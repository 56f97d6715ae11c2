import numpy as np
import pytest

from chatbot.retrieval.features import CANDIDATE_FEATURES, QUERY_FEATURES
from chatbot.retrieval.index import Index, learn_index
from chatbot.retrieval.query import Query
from chatbot.retrieval.scorer import Scorer
from chatbot.text.morphemes import MorphemeTokenizer

ENTRIES = [
    ["여권 수수료", "여권 발급 비용"],
    ["쓰레기봉투 파는 곳"],
    ["여권 분실 신고", "여권을 잃어버렸어요"],
]


def split(texts: list[str], tokenizer: MorphemeTokenizer) -> list[Query]:
    return [Query.from_utterance(text, tokenizer) for text in texts]


@pytest.fixture(scope="module")
def index(tokenizer: MorphemeTokenizer) -> Index:
    texts = [text for own in ENTRIES for text in own]
    return learn_index(split(texts, tokenizer), np.array([0, 0, 1, 2, 2]))


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


def test_an_edited_entry_is_found_by_its_new_words_and_the_others_as_before(
    index: Index, tokenizer: MorphemeTokenizer
) -> None:
    edited = index.edit({1: split(["쓰레기봉투 파는 곳", "무지개떡 버리기"], tokenizer)})
    assert edited.match(Query.from_utterance("무지개떡", tokenizer), 3).numbers[0] == 1
    for text in ("여권 수수료", "여권을 잃어버렸어요"):
        query = Query.from_utterance(text, tokenizer)
        assert edited.match(query, 3).numbers[0] == index.match(query, 3).numbers[0]
    # The index that was edited goes on as it was.
    assert index.match(Query.from_utterance("무지개떡", tokenizer), 3).query[0] == pytest.approx(1)


def test_a_new_entry_joins_the_end(index: Index, tokenizer: MorphemeTokenizer) -> None:
    joined = index.edit({3: split(["주차장 요금", "주차비 얼마"], tokenizer)})
    matches = joined.match(Query.from_utterance("주차장 요금", tokenizer), 4)
    assert (matches.numbers[0], matches.nearest[0]) == (3, 0)


def test_an_index_may_be_edited_again(index: Index, tokenizer: MorphemeTokenizer) -> None:
    once = index.edit({3: split(["주차장 요금", "주차비 얼마"], tokenizer)})
    twice = once.edit({0: split(["여권 수수료", "비자 값"], tokenizer)})
    assert twice.match(Query.from_utterance("주차비", tokenizer), 4).numbers[0] == 3
    assert twice.match(Query.from_utterance("비자 값", tokenizer), 4).numbers[0] == 0


def test_words_of_a_later_edit_say_nothing_of_entries_edited_before(
    index: Index, tokenizer: MorphemeTokenizer
) -> None:
    once = index.edit({1: split(["쓰레기봉투 파는 곳", "무지개떡 버리기"], tokenizer)})
    twice = once.edit({0: split(["여권 수수료", "양자역학 우주선 블랙홀"], tokenizer)})
    unheard = Query.from_utterance("양자역학 우주선 블랙홀", tokenizer)
    for scorer in twice.scorers.values():
        spoken = scorer.score_tokens(unheard, 1)
        added = [value for token, value in spoken.items() if token not in _tokens(once, scorer)]
        assert added
        assert not any(added)


def _tokens(index: Index, like: Scorer) -> set[str]:
    return next(set(s.space.tokens) for s in index.scorers.values() if s.space.view is like.space.view)
