"""mrr = mean of 1 / rank of the first right candidate over in-scope cases; 0 where none is in the list."""

from eval.generate import Outcome


def value(outcome: Outcome) -> float | None:
    """Return 1 / rank of the first right candidate."""
    if not outcome.in_scope:
        return None
    for rank, (entry_id, _) in enumerate(outcome.ranked, start=1):
        if entry_id in outcome.expected_entries:
            return 1 / rank
    return 0.0
