import numpy as np
import numpy.typing as npt
import pytest

from chatbot.retrieval.query import Query
from chatbot.retrieval.tfidf import TfidfSpace, as_matrix, learn_space
from chatbot.retrieval.views import VIEWS, View
from chatbot.text.morphemes import MorphemeTokenizer

TEXTS = ["여권 수수료", "여권 발급 비용", "쓰레기봉투 파는 곳", "종량제 봉투 가격"]


def wide(space: TfidfSpace, text: Query) -> npt.NDArray[np.float32]:
    """Return a text's row with a place for every token."""
    return np.asarray(as_matrix([space.row(text)], len(space.tokens)).toarray()[0])


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest) -> View:
    """Each view in turn."""
    return VIEWS[request.param]


@pytest.fixture
def texts(tokenizer: MorphemeTokenizer) -> list[Query]:
    return [Query.from_utterance(text, tokenizer) for text in TEXTS]


def test_a_text_is_its_own_row(view: View, texts: list[Query]) -> None:
    space, rows = learn_space(view, texts)
    for number, text in enumerate(texts):
        assert wide(space, text) == pytest.approx(rows[number].toarray()[0], abs=1e-5)


def test_rows_have_length_1(view: View, texts: list[Query]) -> None:
    _, rows = learn_space(view, texts)
    assert np.sqrt(rows.multiply(rows).sum(axis=1)) == pytest.approx(1, abs=1e-5)


def test_unknown_tokens_shorten_what_is_known(
    view: View, texts: list[Query], tokenizer: MorphemeTokenizer
) -> None:
    space, rows = learn_space(view, texts)
    known = rows[0] @ wide(space, texts[0])
    more = rows[0] @ wide(space, Query.from_utterance("여권 수수료 xyzzy plugh", tokenizer))
    assert 0 < more < known


@pytest.mark.parametrize("text", ["", "?!", "xyzzy"])
def test_a_query_without_a_known_token_is_an_empty_row(
    view: View, texts: list[Query], tokenizer: MorphemeTokenizer, text: str
) -> None:
    space, _ = learn_space(view, texts)
    assert space.row(Query.from_utterance(text, tokenizer)).ids.size == 0


def test_a_rarer_token_weighs_more_and_an_unknown_one_most(texts: list[Query]) -> None:
    space, _ = learn_space(VIEWS["morphemes"], texts)
    assert space.weight("여권/NNG") < space.weight("비용/NNG") <= space.weight("우주선/NNG")


def test_an_extended_space_knows_new_tokens_and_keeps_the_old_ones(
    view: View, texts: list[Query], tokenizer: MorphemeTokenizer
) -> None:
    space, _ = learn_space(view, texts)
    new = Query.from_utterance("무지개떡", tokenizer)
    wider = space.extended([new])
    assert wider.row(new).ids.size > space.row(new).ids.size
    assert all(wider.tokens[token] == number for token, number in space.tokens.items())
    assert wide(wider, texts[0])[: len(space.tokens)] == pytest.approx(wide(space, texts[0]))
