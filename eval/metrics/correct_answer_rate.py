"""correct_answer_rate = share of in-scope cases answered with a right entry."""

from eval.generate import Outcome


def value(outcome: Outcome) -> float | None:
    """Return 1 where the answer is right."""
    return float(outcome.answered_right) if outcome.in_scope else None
