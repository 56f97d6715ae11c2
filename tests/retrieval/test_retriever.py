from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.knowledge.catalog import Catalog
from chatbot.retrieval.candidate import Candidate
from chatbot.retrieval.features import CANDIDATE_FEATURES
from chatbot.retrieval.initials import SUREST
from chatbot.retrieval.retriever import OWN_QUESTION, Retriever
from chatbot.text.morphemes import MorphemeTokenizer

UTTERANCES = [
    "여권 값",
    "쓰레기봉투 어디서 사요",
    "소파 버릴래요",
    "여권 잃어버림",
    "건전지 교환",
    "날씨 어때요",
]


def search(retriever: Retriever, utterance: str, limit: int = 10) -> list[Candidate]:
    return list(retriever.search(retriever.query(utterance), limit))


def scores(candidates: list[Candidate]) -> dict[str, float]:
    return {candidate.entry.id: round(candidate.score, 5) for candidate in candidates}


def test_every_text_of_the_index_finds_its_own_entry_first(retriever: Retriever, catalog: Catalog) -> None:
    missed = [
        text
        for entry in catalog.entries.values()
        for text in entry.texts
        if search(retriever, text)[0].entry != entry
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("utterance", "entry_id"),
    [
        ("여권 만드는 값이 얼마죠", "passport-fee"),
        ("여권만드는데얼마들어요", "passport-fee"),
        ("여꿘 잃어버렸어요", "passport-lost"),
        ("패스포트 분실", "passport-lost"),
        ("쇼파 버리는 방법", "waste-bulky"),
        ("쓰레기 봉투 사는 곳", "waste-bag"),
        ("여권 첫 신청 준비물", "passport-new"),
    ],
)
def test_other_words_spacing_and_slips_find_the_entry_too(
    retriever: Retriever, utterance: str, entry_id: str
) -> None:
    assert search(retriever, utterance)[0].entry.id == entry_id


def test_the_matched_text_is_one_of_the_entrys_own(retriever: Retriever) -> None:
    for utterance in UTTERANCES:
        for candidate in search(retriever, utterance):
            assert candidate.matched in (*candidate.entry.texts, candidate.entry.title)


def test_a_text_of_the_index_is_its_own_nearest(retriever: Retriever) -> None:
    assert search(retriever, "58면 여권 금액 알려 주세요")[0].matched == "58면 여권 금액 알려 주세요"


@pytest.mark.parametrize("utterance", ["", "  ", "?!", "ㅋㅋㅋ"])
def test_an_empty_query_has_no_candidates(retriever: Retriever, utterance: str) -> None:
    assert search(retriever, utterance) == []


@given(st.text(max_size=60) | st.text(alphabet="여권쓰레기봉투값은 얼마", max_size=30))
def test_candidates_come_by_falling_score_and_by_falling_sum_of_contributions(
    retriever: Retriever, utterance: str
) -> None:
    candidates = search(retriever, utterance)
    found = [candidate.score for candidate in candidates]
    assert found == sorted(found, reverse=True)
    assert len({candidate.entry.id for candidate in candidates}) == len(candidates)
    assert all(0 <= score <= 1 for score in found)
    sums = [sum(candidate.contributions.values()) for candidate in candidates]
    assert sums == sorted(sums, reverse=True)
    assert all(tuple(candidate.contributions) == CANDIDATE_FEATURES for candidate in candidates)


def test_no_candidate_is_cut_off_by_its_score_only_by_the_limit(
    retriever: Retriever, catalog: Catalog
) -> None:
    assert len(search(retriever, "여권")) == len(catalog.entries)
    assert search(retriever, "여권", 2) == search(retriever, "여권")[:2]


def test_the_same_query_always_finds_the_same(retriever: Retriever) -> None:
    for utterance in UTTERANCES:
        assert search(retriever, utterance) == search(retriever, utterance)


def test_an_index_built_again_scores_the_same(
    retriever: Retriever, catalog: Catalog, tokenizer: MorphemeTokenizer
) -> None:
    again = Retriever(catalog, tokenizer)
    for utterance in UTTERANCES:
        assert scores(search(again, utterance)) == scores(search(retriever, utterance))


def test_neither_the_order_of_entries_nor_that_of_variants_changes_what_is_found(
    retriever: Retriever, catalog: Catalog, tokenizer: MorphemeTokenizer
) -> None:
    turned = {
        entry_id: entry.model_copy(update={"variants": entry.variants[::-1]})
        for entry_id, entry in reversed(list(catalog.entries.items()))
    }
    other = Retriever(replace(catalog, entries=turned), tokenizer)
    for utterance in UTTERANCES:
        expected = scores(search(retriever, utterance))
        # The classifiers take their texts in turn and stop when near enough, so the last digits differ.
        assert scores(search(other, utterance)) == pytest.approx(expected, abs=0.05)


def test_a_variant_more_makes_its_entry_easier_to_find(
    retriever: Retriever, catalog: Catalog, tokenizer: MorphemeTokenizer
) -> None:
    utterance = "드럼통 처분 문의"
    entry = catalog.entries["waste-bulky"]
    taught = entry.model_copy(update={"variants": (*entry.variants, "드럼통 처분")})
    richer = Retriever(replace(catalog, entries={**catalog.entries, entry.id: taught}), tokenizer)
    before = scores(search(retriever, utterance))[entry.id]
    assert scores(search(richer, utterance))[entry.id] > before
    assert search(richer, utterance)[0].entry.id == entry.id


def test_a_single_entry_is_enough_for_an_index(catalog: Catalog, tokenizer: MorphemeTokenizer) -> None:
    alone = Retriever(replace(catalog, entries={"waste-bag": catalog.entries["waste-bag"]}), tokenizer)
    assert [candidate.entry.id for candidate in search(alone, "여권")] == ["waste-bag"]


def test_an_edited_catalog_is_searched_as_if_it_were_indexed_anew(
    retriever: Retriever, catalog: Catalog, tokenizer: MorphemeTokenizer
) -> None:
    entry = catalog.entries["waste-bulky"]
    changed = entry.model_copy(update={"variants": (*entry.variants[1:], "고장 난 피아노 처리")})
    new = entry.model_copy(
        update={"id": "piano-lessons", "question": "피아노 교실은 어디예요?", "variants": ("피아노 배우기",)}
    )
    edited = replace(catalog, entries={**catalog.entries, entry.id: changed, new.id: new})
    fresh, built_on = Retriever(edited, tokenizer), Retriever(edited, tokenizer, earlier=retriever)
    for utterance in (*UTTERANCES, "고장 난 피아노 처리", "피아노 교실"):
        found = [candidate.entry.id for candidate in search(built_on, utterance)[:1]]
        assert found == [candidate.entry.id for candidate in search(fresh, utterance)[:1]]


def test_an_edit_of_the_answer_alone_is_served_from_the_same_index(
    retriever: Retriever, catalog: Catalog, tokenizer: MorphemeTokenizer
) -> None:
    entry = catalog.entries["waste-bulky"].model_copy(update={"answer": "새 답이에요."})
    edited = replace(catalog, entries={**catalog.entries, entry.id: entry})
    built_on = Retriever(edited, tokenizer, earlier=retriever)
    assert search(built_on, "소파 버릴래요")[0].entry.answer == "새 답이에요."


def test_an_entry_that_was_taken_away_is_found_no_more(
    retriever: Retriever, catalog: Catalog, tokenizer: MorphemeTokenizer
) -> None:
    left = {entry_id: entry for entry_id, entry in catalog.entries.items() if entry_id != "waste-bulky"}
    built_on = Retriever(replace(catalog, entries=left), tokenizer, earlier=retriever)
    assert "waste-bulky" not in scores(search(built_on, "소파 버릴래요"))


def test_initials_suggest_but_never_answer(retriever: Retriever, catalog: Catalog) -> None:
    found = search(retriever, "ㅇㄱㅅㅅㄹ")
    assert found[0].score <= SUREST
    assert found[0].entry.topic == "passport"


def test_an_own_question_is_answered_with_near_certainty_whatever_its_spacing(
    retriever: Retriever, catalog: Catalog
) -> None:
    for entry in catalog.entries.values():
        best = search(retriever, entry.variants[0].replace(" ", "") + "??")[0]
        assert best.entry == entry
        assert best.score == OWN_QUESTION
