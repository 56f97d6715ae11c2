"""A candidate: an entry that may answer, with its score and where the score comes from."""

from collections.abc import Mapping
from dataclasses import dataclass

from chatbot.knowledge.entry import Entry


@dataclass(frozen=True)
class Part:
    """One scorer's share of a candidate's score.

    Attributes:
        score: From 0 to 1.
        weight: From 0 to 1; the weights of all parts sum to 1.
    """

    score: float
    weight: float


@dataclass(frozen=True)
class Candidate:
    """An entry that may answer.

    Attributes:
        entry: The entry.
        matched: Its question or variant that is nearest to the query.
        score: From 0 to 1, higher is better: the weighted sum of the parts.
        parts: By the scorer's name.
    """

    entry: Entry
    matched: str
    score: float
    parts: Mapping[str, Part]
