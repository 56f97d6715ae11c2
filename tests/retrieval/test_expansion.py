from chatbot.retrieval.expansion import SynonymExpansion
from chatbot.retrieval.query import Query
from chatbot.text.morphemes import MorphemeTokenizer

SYNONYMS = {"수수료": ["비용", "값"], "대형폐기물": ["큰 쓰레기"]}


def expanded(tokenizer: MorphemeTokenizer, utterance: str) -> tuple[Query, Query]:
    """Return the query before and after."""
    query = Query.from_utterance(utterance, tokenizer)
    return query, SynonymExpansion(SYNONYMS, tokenizer).expand(query)


def forms(query: Query) -> list[str]:
    return [morpheme.form for morpheme in query.morphemes]


def test_the_official_word_joins_the_citizens_word(tokenizer: MorphemeTokenizer) -> None:
    before, after = expanded(tokenizer, "여권 비용")
    assert forms(after) == [*forms(before), "수수료"]
    assert (after.utterance, after.text) == (before.utterance, before.text)


def test_a_word_is_known_with_a_particle_after_it(tokenizer: MorphemeTokenizer) -> None:
    assert "수수료" in forms(expanded(tokenizer, "비용은 얼마")[1])


def test_a_word_in_the_middle_of_another_is_not_that_word(tokenizer: MorphemeTokenizer) -> None:
    before, after = expanded(tokenizer, "무비용 여권")
    assert after == before


def test_a_word_of_two_parts_is_known(tokenizer: MorphemeTokenizer) -> None:
    _, after = expanded(tokenizer, "큰 쓰레기 버리기")
    assert set(tokenizer.tokenize("대형폐기물")) <= set(after.morphemes)


def test_an_official_word_that_is_there_is_not_said_twice(tokenizer: MorphemeTokenizer) -> None:
    before, after = expanded(tokenizer, "수수료 비용")
    assert after == before
    _, twice = expanded(tokenizer, "비용 값")
    assert forms(twice).count("수수료") == 1


def test_a_query_without_such_a_word_stays_as_it_is(tokenizer: MorphemeTokenizer) -> None:
    before, after = expanded(tokenizer, "여권 분실")
    assert after is before


def test_expanding_twice_changes_nothing(tokenizer: MorphemeTokenizer) -> None:
    _, once = expanded(tokenizer, "여권 비용")
    assert SynonymExpansion(SYNONYMS, tokenizer).expand(once) == once
