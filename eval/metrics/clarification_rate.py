"""clarification_rate = share of in-scope cases in which the bot asked back."""

from eval.generate import Outcome


def value(outcome: Outcome) -> float | None:
    """Return 1 where choices were offered in place of an answer."""
    return float(bool(outcome.choices) and not outcome.answered) if outcome.in_scope else None
