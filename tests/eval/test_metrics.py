import pytest

from eval.generate import Outcome
from eval.metrics import METRICS
from tests.eval.outcomes import (
    OFFERED,
    OFFERED_WRONG,
    OUT_ANSWERED,
    OUT_OFFERED,
    OUT_SILENT,
    RIGHT,
    SILENT,
    WRONG,
    outcome,
)

IN_SCOPE = [RIGHT, WRONG, OFFERED, OFFERED_WRONG, SILENT]
OUT_OF_SCOPE = [OUT_ANSWERED, OUT_OFFERED, OUT_SILENT]
EXPECTED: dict[str, tuple[list[Outcome], list[float]]] = {
    "hit_rate@1": (IN_SCOPE, [1, 0, 0, 0, 0]),
    "hit_rate@3": (IN_SCOPE, [1, 1, 1, 0, 0]),
    "mrr": (IN_SCOPE, [1, 1 / 3, 1 / 2, 1 / 4, 0]),
    "correct_answer_rate": (IN_SCOPE, [1, 0, 0, 0, 0]),
    "wrong_answer_rate": (IN_SCOPE, [0, 1, 0, 0, 0]),
    "resolved_rate": (IN_SCOPE, [1, 0, 1, 0, 0]),
    "clarification_rate": (IN_SCOPE, [0, 0, 1, 1, 0]),
    "fallback_rate": (IN_SCOPE, [0, 0, 0, 0, 1]),
    "false_answer_rate": (OUT_OF_SCOPE, [1, 0, 0]),
    "false_offer_rate": (OUT_OF_SCOPE, [0, 1, 0]),
}


def test_every_metric_is_worked_by_hand_below() -> None:
    assert METRICS.keys() == EXPECTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_a_metric_gives_the_values_worked_by_hand(name: str) -> None:
    outcomes, values = EXPECTED[name]
    assert [METRICS[name](found) for found in outcomes] == values


@pytest.mark.parametrize("name", EXPECTED)
def test_a_metric_is_silent_where_it_does_not_concern_the_case(name: str) -> None:
    others = OUT_OF_SCOPE if EXPECTED[name][0] is IN_SCOPE else IN_SCOPE
    assert [METRICS[name](found) for found in others] == [None] * len(others)


@pytest.mark.parametrize("name", ["hit_rate@1", "mrr", "correct_answer_rate", "resolved_rate"])
def test_each_of_several_right_entries_is_as_good_as_the_others(name: str) -> None:
    assert METRICS[name](outcome(("a", "b"), ranked=("b", "c"), answer="b")) == 1


@pytest.mark.parametrize("found", IN_SCOPE)
def test_a_case_in_scope_is_answered_or_offered_or_falls_back(found: Outcome) -> None:
    shares = ("correct_answer_rate", "wrong_answer_rate", "clarification_rate", "fallback_rate")
    assert sum(METRICS[name](found) or 0 for name in shares) == 1
