"""fallback_rate = share of in-scope cases in which the bot gave neither an answer nor choices."""

from eval.generate import Outcome


def value(outcome: Outcome) -> float | None:
    """Return 1 where the citizen was sent to the telephone."""
    return float(not outcome.answered and not outcome.choices) if outcome.in_scope else None
