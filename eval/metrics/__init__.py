"""Metrics, one a file. Each gives one value a case; a report shows the mean over the cases it concerns."""

from collections.abc import Callable

from eval.generate import Outcome
from eval.metrics import (
    clarification_rate,
    correct_answer_rate,
    fallback_rate,
    false_answer_rate,
    false_offer_rate,
    hit_rate,
    reciprocal_rank,
    resolved_rate,
    wrong_answer_rate,
)

Metric = Callable[[Outcome], float | None]
"""Value of one case from 0 to 1; None where the metric does not concern the case."""

METRICS: dict[str, Metric] = {
    "hit_rate@1": hit_rate.at(1),
    "hit_rate@3": hit_rate.at(3),
    "mrr": reciprocal_rank.value,
    "correct_answer_rate": correct_answer_rate.value,
    "wrong_answer_rate": wrong_answer_rate.value,
    "resolved_rate": resolved_rate.value,
    "clarification_rate": clarification_rate.value,
    "fallback_rate": fallback_rate.value,
    "false_answer_rate": false_answer_rate.value,
    "false_offer_rate": false_offer_rate.value,
}
"""Metrics by the name under which they are reported."""
