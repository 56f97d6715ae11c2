"""Whether scores mean what they say: of the cases with score 0.8, eight in ten should be right."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from eval.generate import Outcome

BINS = 10


@dataclass(frozen=True)
class Bin:
    """Cases of neighbouring scores.

    Attributes:
        score: Mean score of the best candidate, from 0 to 1.
        right: Share of cases whose best candidate is right; out of scope none is.
        count: Cases.
    """

    score: float
    right: float
    count: int


def reliability_bins(outcomes: Sequence[Outcome], bins: int = BINS) -> list[Bin]:
    """Return the cases in bins of equal mass, by rising score; fewer bins where there are fewer cases.

    Cases of one score count with their mean, so that it does not matter which of them falls into which bin.
    """
    tied: dict[float, list[bool]] = defaultdict(list)
    for outcome in outcomes:
        tied[outcome.score].append(outcome.first_right)
    pairs = [(score, sum(rights) / len(rights)) for score, rights in sorted(tied.items()) for _ in rights]
    return [
        Bin(float(part[:, 0].mean()), float(part[:, 1].mean()), len(part))
        for part in np.array_split(np.array(pairs), min(bins, len(pairs)) or 1)
        if len(part)
    ]


def calibration_error(outcomes: Sequence[Outcome], bins: int = BINS) -> float | None:
    """Return the expected calibration error; None without cases.

    It is the mean over the bins, weighed by their cases, of |mean score - share right|. 0 is perfect.
    """
    found = reliability_bins(outcomes, bins)
    total = sum(part.count for part in found)
    return sum(part.count * abs(part.score - part.right) for part in found) / total if found else None
