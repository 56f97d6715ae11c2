"""false_answer_rate = share of out-of-scope cases answered with an entry."""

from eval.generate import Outcome


def value(outcome: Outcome) -> float | None:
    """Return 1 where something was answered that no entry answers."""
    return None if outcome.in_scope else float(outcome.answered)
