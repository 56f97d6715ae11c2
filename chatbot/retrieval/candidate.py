"""A candidate: an entry that may answer, with its score and where the score comes from."""

from collections.abc import Mapping
from dataclasses import dataclass

from chatbot.knowledge.entry import Entry


@dataclass(frozen=True)
class Candidate:
    """An entry that may answer.

    Attributes:
        entry: The entry.
        matched: Its question, variant or title that is nearest to the query.
        score: From 0 to 1, higher is better. The best candidate's is the calibrated probability that it
            answers the question.
        contributions: What each feature added to the log-odds by which candidates are ordered.
    """

    entry: Entry
    matched: str
    score: float
    contributions: Mapping[str, float]

    def explain(self, terms: int = 5) -> str:
        """Return the weightiest contributions in words: "lead:coverage +1.20, base +0.80, …"."""
        weightiest = sorted(self.contributions.items(), key=lambda item: -abs(item[1]))[:terms]
        return ", ".join(f"{name} {value:+.2f}" for name, value in weightiest)
