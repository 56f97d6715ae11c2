"""resolved_rate = share of in-scope cases answered right, or with a right entry among the choices."""

from eval.generate import Outcome


def value(outcome: Outcome) -> float | None:
    """Return 1 where the citizen gets the right entry at once or with one more tap."""
    return float(outcome.resolved) if outcome.in_scope else None
