"""Which entries are taken for which others."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from eval.generate import Outcome


@dataclass(frozen=True)
class Confusion:
    """An entry found first where another was right.

    Attributes:
        expected: Ids of the right entries.
        got: Id of the entry found first.
        count: Cases.
    """

    expected: tuple[str, ...]
    got: str
    count: int


def confusions(outcomes: Iterable[Outcome], most: int = 20) -> list[Confusion]:
    """Return the most frequent pairs among the in-scope cases, most frequent first, then by id."""
    counts = Counter(
        (tuple(sorted(outcome.expected_entries)), outcome.first)
        for outcome in outcomes
        if outcome.in_scope and outcome.first and not outcome.first_right
    )
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Confusion(expected, got, count) for (expected, got), count in ordered[:most]]
