"""hit_rate@k = share of in-scope cases with a right entry among the first k candidates."""

from collections.abc import Callable

from eval.generate import Outcome


def at(k: int) -> Callable[[Outcome], float | None]:
    """Return the metric for one k."""

    def value(outcome: Outcome) -> float | None:
        if not outcome.in_scope:
            return None
        return float(any(entry_id in outcome.expected_entries for entry_id, _ in outcome.ranked[:k]))

    return value
