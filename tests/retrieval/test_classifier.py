import numpy as np
import pytest

from chatbot.retrieval.classifier import learn_classifiers
from chatbot.retrieval.query import Query
from chatbot.retrieval.tfidf import learn_space
from chatbot.retrieval.views import VIEWS
from chatbot.text.morphemes import MorphemeTokenizer

ENTRIES = [
    ["여권 수수료", "여권 발급 비용", "여권 만드는 데 얼마"],
    ["쓰레기봉투 파는 곳", "종량제 봉투 어디서 사요", "봉투 가격"],
    ["여권 분실 신고", "여권을 잃어버렸어요", "지하철에서 여권을 두고 내림"],
]
OWNERS = np.array([number for number, texts in enumerate(ENTRIES) for _ in texts])


@pytest.fixture
def texts(tokenizer: MorphemeTokenizer) -> list[Query]:
    return [Query.from_utterance(text, tokenizer) for own in ENTRIES for text in own]


def test_each_text_is_claimed_by_its_own_entry_most(texts: list[Query]) -> None:
    for view in VIEWS.values():
        _, rows = learn_space(view, texts)
        learned = learn_classifiers(rows, OWNERS, range(len(ENTRIES)))
        scores = (rows @ learned.weights.T).toarray() + learned.biases
        assert scores.argmax(axis=1).tolist() == OWNERS.tolist()


def test_the_same_texts_give_the_same_classifiers(texts: list[Query]) -> None:
    _, rows = learn_space(VIEWS["morphemes"], texts)
    first, second = (learn_classifiers(rows, OWNERS, range(len(ENTRIES))) for _ in range(2))
    assert (first.weights != second.weights).nnz == 0
    assert first.biases.tolist() == second.biases.tolist()


def test_one_entry_learned_alone_is_what_it_is_among_all(texts: list[Query]) -> None:
    _, rows = learn_space(VIEWS["morphemes"], texts)
    among_all = learn_classifiers(rows, OWNERS, range(len(ENTRIES)))
    alone = learn_classifiers(rows, OWNERS, [2])
    assert alone.weights.toarray()[0] == pytest.approx(among_all.weights.toarray()[2])


def test_an_entry_without_rivals_claims_everything(texts: list[Query]) -> None:
    _, rows = learn_space(VIEWS["morphemes"], texts[:3])
    learned = learn_classifiers(rows, OWNERS[:3], [0])
    assert learned.weights.nnz == 0
    assert learned.biases.tolist() == [1.0]
