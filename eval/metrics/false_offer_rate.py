"""false_offer_rate = share of out-of-scope cases in which choices were offered in place of an answer."""

from eval.generate import Outcome


def value(outcome: Outcome) -> float | None:
    """Return 1 where choices were offered although none can be right."""
    return None if outcome.in_scope else float(bool(outcome.choices) and not outcome.answered)
