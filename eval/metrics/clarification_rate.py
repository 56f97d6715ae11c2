"""clarification_rate = share of in-scope cases in which the bot asked back."""

from eval.generate import Outcome


def value(outcome: Outcome) -> float | None:
    """Return 1 where choices were offered."""
    return float(bool(outcome.choices)) if outcome.in_scope else None
