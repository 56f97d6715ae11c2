import unicodedata

import pytest

from chatbot.retrieval.query import Query
from chatbot.retrieval.views import VIEWS, View, jamo_of_morphemes, jamo_of_text, morphemes
from chatbot.text.jamo import to_jamo
from chatbot.text.morphemes import MorphemeTokenizer


def shared(view: View, first: Query, second: Query) -> float:
    """Return which share of the smaller token set both have."""
    one, other = set(view(first)), set(view(second))
    return len(one & other) / min(len(one), len(other))


def test_morphemes_are_counted_alone_and_as_neighbours_that_carry_meaning(
    tokenizer: MorphemeTokenizer,
) -> None:
    tokens = list(morphemes(Query.from_utterance("여권을 신청해요", tokenizer)))
    assert {"여권/NNG", "을/JKO", "신청/NNG", "여권 신청"} <= set(tokens)
    assert not any("을 " in token for token in tokens)


def test_jamo_of_a_text_do_not_see_its_spaces(tokenizer: MorphemeTokenizer) -> None:
    close = Query.from_utterance("대형폐기물신청", tokenizer)
    apart = Query.from_utterance("대형 폐기물 신청", tokenizer)
    assert list(jamo_of_text(close)) == list(jamo_of_text(apart))


def test_jamo_of_a_text_survive_a_slip_in_one_letter(tokenizer: MorphemeTokenizer) -> None:
    right = Query.from_utterance("여권 재발급", tokenizer)
    slip = Query.from_utterance("여권 재빌급", tokenizer)
    other = Query.from_utterance("쓰레기봉투", tokenizer)
    assert shared(jamo_of_text, right, slip) > 0.5
    assert shared(jamo_of_text, right, slip) > shared(jamo_of_text, right, other)


def test_jamo_of_morphemes_mark_where_a_word_begins_and_ends(tokenizer: MorphemeTokenizer) -> None:
    tokens = list(jamo_of_morphemes(Query.from_utterance("여권을", tokenizer)))
    jamo = to_jamo("여권")
    assert f"^{jamo[:2]}" in tokens
    assert f"{jamo[-2:]}$" in tokens
    assert not any("을" in unicodedata.normalize("NFC", token) for token in tokens)


@pytest.mark.parametrize("name", VIEWS)
def test_an_empty_query_has_no_tokens_in_any_view(tokenizer: MorphemeTokenizer, name: str) -> None:
    assert list(VIEWS[name](Query.from_utterance("?!", tokenizer))) == []


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_sees_something_in_a_plain_question(tokenizer: MorphemeTokenizer, name: str) -> None:
    assert list(VIEWS[name](Query.from_utterance("여권 어디서 만들어요?", tokenizer)))
