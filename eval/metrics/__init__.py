"""Metrics, one a file. Each gives one value a case; a report shows the mean over the cases it concerns."""

from collections.abc import Callable, Sequence

from eval.dialogues import DialogueOutcome
from eval.generate import Outcome
from eval.metrics import (
    carried_over_rate,
    clarification_rate,
    correct_answer_rate,
    fallback_rate,
    false_answer_rate,
    false_offer_rate,
    final_resolved_rate,
    final_right_rate,
    hit_rate,
    reciprocal_rank,
    resolved_rate,
    turn_resolved_rate,
    turn_right_rate,
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
"""Metrics of cases by the name under which they are reported."""

DialogueMetric = Callable[[DialogueOutcome], Sequence[float]]
"""Values of one dialogue from 0 to 1; none where the metric does not concern it."""

DIALOGUE_METRICS: dict[str, DialogueMetric] = {
    "final_right_rate": final_right_rate.values,
    "final_resolved_rate": final_resolved_rate.values,
    "turn_right_rate": turn_right_rate.values,
    "turn_resolved_rate": turn_resolved_rate.values,
    "carried_over_rate": carried_over_rate.values,
}
"""Metrics of dialogues by the name under which they are reported."""
