from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.dialogue.decision import CHOICES, Thresholds, decide, thresholds_in
from chatbot.dialogue.reply import ReplyStatus
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.reader import read_catalog
from chatbot.retrieval.candidate import Candidate

THRESHOLDS = Thresholds(accept_threshold=0.5, ambiguity_margin=0.1, near_miss_threshold=0.3)


def ranked(catalog: Catalog, *scores: float) -> list[Candidate]:
    """Return a candidate for each score, all of different entries."""
    entries = list(catalog.entries.values())
    return [
        Candidate(entry, entry.question, score, {}) for entry, score in zip(entries, scores, strict=False)
    ]


def test_a_high_score_with_a_clear_lead_is_answered(catalog: Catalog) -> None:
    candidates = ranked(catalog, 0.8, 0.4)
    decision = decide(candidates, THRESHOLDS)
    assert decision.status is ReplyStatus.ANSWERED
    assert decision.answer is candidates[0]
    assert decision.choices == ()
    assert decision.reason == "best 0.800 ≥ 0.500 and lead 0.400 ≥ 0.100"


def test_a_small_lead_is_asked_back_with_the_first_three(catalog: Catalog) -> None:
    candidates = ranked(catalog, 0.8, 0.75, 0.7, 0.65)
    decision = decide(candidates, THRESHOLDS)
    assert decision.status is ReplyStatus.CLARIFICATION
    assert decision.answer is None
    assert list(decision.choices) == candidates[:CHOICES]
    assert decision.reason == "lead 0.050 < ambiguity_margin 0.100"


def test_a_middling_score_is_asked_back_however_clear_the_lead(catalog: Catalog) -> None:
    decision = decide(ranked(catalog, 0.45, 0.0), THRESHOLDS)
    assert decision.status is ReplyStatus.CLARIFICATION
    assert decision.reason == "best 0.450 < accept_threshold 0.500"


def test_a_low_score_offers_nothing(catalog: Catalog) -> None:
    decision = decide(ranked(catalog, 0.2, 0.1), THRESHOLDS)
    assert (decision.status, decision.answer, decision.choices) == (ReplyStatus.FALLBACK_LOW_SCORE, None, ())
    assert decision.reason == "best 0.200 < near_miss_threshold 0.300"


def test_without_candidates_there_is_nothing_to_decide() -> None:
    decision = decide([], THRESHOLDS)
    assert (decision.status, decision.answer) == (ReplyStatus.FALLBACK_NO_CANDIDATE, None)
    assert decision.reason == "no candidate"


def test_a_single_candidate_leads_by_its_whole_score(catalog: Catalog) -> None:
    assert decide(ranked(catalog, 0.5), THRESHOLDS).status is ReplyStatus.ANSWERED


@pytest.mark.parametrize(
    ("scores", "status"),
    [
        ((0.5, 0.25), ReplyStatus.ANSWERED),
        ((0.3, 0.0), ReplyStatus.CLARIFICATION),
        ((0.75, 0.75), ReplyStatus.CLARIFICATION),
    ],
)
def test_a_score_on_the_line_has_reached_it(
    catalog: Catalog, scores: tuple[float, ...], status: ReplyStatus
) -> None:
    assert decide(ranked(catalog, *scores), THRESHOLDS).status is status


UNIT = st.floats(0, 1)


@given(st.lists(UNIT, max_size=6), st.lists(UNIT, min_size=2, max_size=2), UNIT)
def test_whatever_the_scores_an_answer_keeps_both_lines(
    catalog: Catalog, scores: list[float], lines: list[float], margin: float
) -> None:
    near, accept = sorted(lines)
    ordered = sorted(scores, reverse=True)
    decision = decide(ranked(catalog, *ordered), Thresholds(accept, margin, near))
    second = ordered[1] if len(ordered) > 1 else 0.0
    sure = bool(ordered) and ordered[0] >= accept and ordered[0] - second >= margin
    assert (decision.status is ReplyStatus.ANSWERED) == (decision.answer is not None) == sure
    assert bool(decision.choices) == (decision.status is ReplyStatus.CLARIFICATION)
    assert len(decision.choices) <= CHOICES
    assert decision.reason


@pytest.mark.parametrize(
    ("accept", "near"), [(0.2, 0.3), (1.1, 0.3), (0.5, -0.1), (float("nan"), 0.3), (0.5, float("nan"))]
)
def test_thresholds_out_of_order_are_refused(accept: float, near: float) -> None:
    with pytest.raises(ValueError, match="thresholds must satisfy 0 ≤ near_miss_threshold ≤ accept_thres"):
        Thresholds(accept, 0.1, near)


@pytest.mark.parametrize("margin", [-0.1, 1.1, float("nan")])
def test_a_margin_beyond_the_scale_is_refused(margin: float) -> None:
    with pytest.raises(ValueError, match="ambiguity_margin must lie between 0 and 1, got"):
        Thresholds(0.5, margin, 0.3)


def test_a_language_keeps_the_thresholds_but_those_that_it_gives(spoken_folder: Path) -> None:
    catalog = read_catalog(spoken_folder).catalog
    assert catalog is not None
    interface = catalog.languages["en"].interface
    assert thresholds_in(interface, THRESHOLDS) == THRESHOLDS
    stricter = interface.model_copy(update={"accept_threshold": 0.8})
    assert thresholds_in(stricter, THRESHOLDS) == Thresholds(0.8, 0.1, 0.3)
