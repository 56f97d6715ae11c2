from dataclasses import replace

import pytest

from chatbot.knowledge.catalog import Catalog
from chatbot.retrieval.explanation import (
    ConfidenceExplanation,
    Explanation,
    ScoreRule,
    TargetExplanation,
)
from chatbot.retrieval.parameters import read_parameters
from chatbot.retrieval.ranker import STRANGE
from chatbot.retrieval.retriever import OWN_QUESTION, Retriever
from chatbot.retrieval.views import VIEWS
from chatbot.text.morphemes import MorphemeTokenizer

QUESTION = "여권 값 얼마죠"


@pytest.fixture(scope="module")
def explanation(retriever: Retriever) -> Explanation:
    return retriever.explain(QUESTION)


def test_the_best_and_the_runner_up_are_those_of_the_search(
    explanation: Explanation, retriever: Retriever
) -> None:
    found = retriever.search(retriever.query(QUESTION), 2)
    assert [(target.target_id, target.matched, target.score) for target in explanation.targets] == [
        (candidate.entry.id, candidate.matched, candidate.score) for candidate in found
    ]


def test_bias_and_contributions_add_up_to_the_log_odds(explanation: Explanation) -> None:
    assert explanation.confidence
    parts: list[TargetExplanation | ConfidenceExplanation] = [*explanation.targets, explanation.confidence]
    for part in parts:
        assert part.bias + sum(term.contribution for term in part.terms) == pytest.approx(part.log_odds)
        assert all(term.contribution == term.value * term.weight for term in part.terms)


def test_what_the_tokens_say_is_the_feature_that_the_ranker_saw(explanation: Explanation) -> None:
    for target in explanation.targets:
        values = {term.name: term.value for term in target.terms}
        assert [spoken.view for spoken in target.views] == list(VIEWS)
        for spoken in target.views:
            assert spoken.learned == pytest.approx(values[f"{spoken.view}:learned"], abs=1e-3)


def test_the_words_of_the_question_speak_for_the_best(explanation: Explanation) -> None:
    tokens = [token for token, _ in explanation.targets[0].views[0].tokens]
    assert "얼마/NNG" in tokens


def test_the_calibrated_score_lies_on_the_line_between_the_points_of_the_table(
    catalog: Catalog, tokenizer: MorphemeTokenizer
) -> None:
    table = replace(read_parameters(), calibration=[(-90.0, 0.0), (-50.0, 0.2), (50.0, 0.8), (90.0, 1.0)])
    explanation = Retriever(catalog, tokenizer, table).explain(QUESTION)
    found = explanation.confidence
    assert found
    assert found.between == ((-50.0, 0.2), (50.0, 0.8))
    assert found.calibrated == pytest.approx(0.2 + 0.6 * (found.log_odds + 50) / 100)
    assert explanation.rule is ScoreRule.CALIBRATED
    assert explanation.targets[0].score == found.probability == found.calibrated


def test_a_best_one_that_is_strange_to_the_question_is_held_down_whatever_the_table_says(
    catalog: Catalog, tokenizer: MorphemeTokenizer
) -> None:
    table = replace(read_parameters(), calibration=[(-50.0, 0.9), (50.0, 0.9)])
    explanation = Retriever(catalog, tokenizer, table).explain("xyzzy qwrtp")
    assert explanation.rule is ScoreRule.STRANGE
    assert explanation.confidence
    assert explanation.confidence.calibrated == pytest.approx(0.9)
    assert explanation.targets[0].score == explanation.confidence.probability == STRANGE


def test_repairs_and_synonyms_are_shown(retriever: Retriever) -> None:
    explanation = retriever.explain("durnjs 값")
    assert explanation.text == "여권 값"
    assert explanation.added == ("수수료",)


def test_an_own_question_says_so(retriever: Retriever) -> None:
    explanation = retriever.explain("여권이없어졌어요!")
    assert explanation.rule is ScoreRule.OWN_QUESTION
    assert explanation.targets[0].score == OWN_QUESTION


@pytest.mark.parametrize(
    ("utterance", "rule"),
    [("ㅇㄱㅅㅅㄹ", ScoreRule.INITIALS), ("?!", ScoreRule.NOTHING)],
)
def test_what_made_the_score_is_named(retriever: Retriever, utterance: str, rule: ScoreRule) -> None:
    assert retriever.explain(utterance).rule is rule


def test_an_edited_entry_is_explained_by_what_was_learned_since(retriever: Retriever) -> None:
    query = retriever.query("무지개떡 처분")
    edited = retriever._index.edit({0: [query]})
    for scorer in edited.scorers.values():
        for number in range(3):
            whole = scorer.score_entries(scorer.row(query))[number]
            parts = scorer.score_tokens(query, number).values()
            assert scorer.bias_of(number) + sum(parts) == pytest.approx(whole, abs=1e-4)
