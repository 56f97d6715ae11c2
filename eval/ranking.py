"""First-right and first-three-right of plain searches, with neither guards nor decision."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chatbot.retrieval.retriever import Retriever
from eval.bootstrap import Estimate, estimate
from eval.cases import Case

Change = Callable[[str], str]


@dataclass(frozen=True)
class Hits:
    """Where the right entries came.

    Attributes:
        at_1: For each case, 1.0 where the first candidate is right, else 0.0.
        at_3: The same for the first three.
    """

    at_1: Sequence[float]
    at_3: Sequence[float]

    def figures(self) -> dict[str, Estimate]:
        """Return `hit_rate@1` and `hit_rate@3`; nothing without cases."""
        found = {"hit_rate@1": estimate(self.at_1), "hit_rate@3": estimate(self.at_3)}
        return {name: value for name, value in found.items() if value}

    def lost_to(self, other: "Hits") -> dict[str, Estimate]:
        """Return by how much the rates of the same cases are lower in another run, case by case."""
        pairs = {"hit_rate@1": (self.at_1, other.at_1), "hit_rate@3": (self.at_3, other.at_3)}
        found = {
            name: estimate([before - after for before, after in zip(*values, strict=True)])
            for name, values in pairs.items()
        }
        return {name: value for name, value in found.items() if value}


def in_scope(cases: Sequence[Case]) -> list[Case]:
    """Return the cases that some entry answers."""
    return [case for case in cases if case.expected_entries]


def hits(cases: Sequence[Case], retriever: Retriever, typed: Sequence[str] | None = None) -> Hits:
    """Search for every case.

    Args:
        cases: In-scope cases.
        retriever: What is searched.
        typed: What is typed instead of each case's utterance.
    """
    ranks = []
    for case, utterance in zip(cases, typed or [case.utterance for case in cases], strict=True):
        found = [candidate.entry.id for candidate in retriever.search(retriever.query(utterance), 3)]
        ranks.append([entry_id in case.expected_entries for entry_id in found])
    return Hits([float(any(rank[:1])) for rank in ranks], [float(any(rank)) for rank in ranks])
