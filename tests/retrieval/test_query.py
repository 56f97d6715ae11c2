import unicodedata

import pytest

from chatbot.retrieval.query import Query
from chatbot.text.morphemes import MorphemeTokenizer


def test_a_query_keeps_the_utterance_and_holds_its_normal_form(tokenizer: MorphemeTokenizer) -> None:
    query = Query.from_utterance("여권, PDF로 되나요?!", tokenizer)
    assert query.utterance == "여권, PDF로 되나요?!"
    assert query.text == "여권 pdf로 되나요"
    assert query.morphemes == tuple(tokenizer.tokenize("여권 pdf로 되나요"))


@pytest.mark.parametrize("utterance", ["", "   ", "?!", "ㅋㅋㅋ", "\u200b"])
def test_a_query_with_nothing_to_read_is_empty(tokenizer: MorphemeTokenizer, utterance: str) -> None:
    query = Query.from_utterance(utterance, tokenizer)
    assert (query.text, query.morphemes, query.content, query.jamo) == ("", (), (), "")


def test_content_leaves_out_particles_and_endings(tokenizer: MorphemeTokenizer) -> None:
    query = Query.from_utterance("여권을 신청해요", tokenizer)
    assert [morpheme.form for morpheme in query.content] == ["여권", "신청"]


def test_jamo_are_those_of_the_text_without_its_spaces(tokenizer: MorphemeTokenizer) -> None:
    query = Query.from_utterance("여권 값", tokenizer)
    assert unicodedata.normalize("NFC", query.jamo) == "여권값"
    assert query.jamo == Query.from_utterance("여권값?", tokenizer).jamo
