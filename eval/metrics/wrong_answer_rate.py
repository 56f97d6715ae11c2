"""wrong_answer_rate = share of in-scope cases answered with a wrong entry: what must not happen."""

from eval.generate import Outcome


def value(outcome: Outcome) -> float | None:
    """Return 1 where an answer was given and is wrong."""
    return float(outcome.answered and not outcome.answered_right) if outcome.in_scope else None
