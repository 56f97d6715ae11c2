import numpy as np
import pytest

from chatbot.retrieval.query import Query
from chatbot.retrieval.tfidf import TfidfScorer
from chatbot.retrieval.views import VIEWS
from chatbot.text.morphemes import MorphemeTokenizer

TEXTS = ["여권 수수료", "여권 발급 비용", "쓰레기봉투 파는 곳", "종량제 봉투 가격", "쓰레기봉투 환불"]
STARTS = [0, 2]
"""Two entries: the first has two texts, the second three."""


@pytest.fixture(params=VIEWS)
def scorer(request: pytest.FixtureRequest, tokenizer: MorphemeTokenizer) -> TfidfScorer:
    """The index of the five texts, once in each view."""
    texts = [Query.from_utterance(text, tokenizer) for text in TEXTS]
    return TfidfScorer(VIEWS[request.param], texts, STARTS)


def test_a_text_is_most_like_itself(scorer: TfidfScorer, tokenizer: MorphemeTokenizer) -> None:
    for number, text in enumerate(TEXTS):
        scores = scorer.score(Query.from_utterance(text, tokenizer))
        assert int(np.argmax(scores.texts)) == number
        assert scores.texts[number] == pytest.approx(1.0, abs=1e-5)


def test_an_entry_is_found_by_words_of_its_texts(scorer: TfidfScorer, tokenizer: MorphemeTokenizer) -> None:
    first = scorer.score(Query.from_utterance("여권 비용", tokenizer)).best
    second = scorer.score(Query.from_utterance("쓰레기봉투 가격", tokenizer)).best
    assert first[0] > first[1]
    assert second[1] > second[0]


def test_scores_lie_between_0_and_1(scorer: TfidfScorer, tokenizer: MorphemeTokenizer) -> None:
    for text in [*TEXTS, "여권 여권 여권", "쓰레기봉투 여권", "날씨"]:
        scores = scorer.score(Query.from_utterance(text, tokenizer))
        for found in (scores.texts, scores.best, scores.centroids):
            assert found.min() >= 0
            assert found.max() <= 1 + 1e-5


@pytest.mark.parametrize("text", ["", "?!", "xyzzy"])
def test_a_query_without_a_known_token_scores_0_everywhere(
    scorer: TfidfScorer, tokenizer: MorphemeTokenizer, text: str
) -> None:
    scores = scorer.score(Query.from_utterance(text, tokenizer))
    assert not scores.texts.any()
    assert not scores.best.any()
    assert not scores.centroids.any()
    lengths = (len(scores.texts), len(scores.best), len(scores.centroids))
    assert lengths == (len(TEXTS), len(STARTS), len(STARTS))


def test_unknown_words_speak_against_every_entry(scorer: TfidfScorer, tokenizer: MorphemeTokenizer) -> None:
    known = scorer.score(Query.from_utterance("여권 수수료", tokenizer)).centroids[0]
    more = scorer.score(Query.from_utterance("여권 수수료 xyzzy plugh", tokenizer)).centroids[0]
    assert 0 < more < known


def test_the_order_of_entries_does_not_change_their_scores(tokenizer: MorphemeTokenizer) -> None:
    texts = [Query.from_utterance(text, tokenizer) for text in TEXTS]
    query = Query.from_utterance("쓰레기봉투 여권 비용", tokenizer)
    for view in VIEWS.values():
        forward = TfidfScorer(view, texts, [0, 2]).score(query).centroids
        backward = TfidfScorer(view, texts[2:] + texts[:2], [0, 3]).score(query).centroids
        assert forward == pytest.approx(backward[::-1], abs=1e-6)
