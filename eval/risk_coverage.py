"""What answering more costs: the share of wrong answers at every score from which one might answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from eval.generate import Outcome


@dataclass(frozen=True)
class Point:
    """What would happen if every case with at least this score were answered with its best candidate.

    Attributes:
        score: The score.
        coverage: Share of all cases that would be answered.
        risk: Share of those answers that would be wrong; any answer out of scope is.
    """

    score: float
    coverage: float
    risk: float


def risk_coverage(outcomes: Sequence[Outcome]) -> list[Point]:
    """Return the curve by rising coverage: one point for each score that occurs."""
    points: list[Point] = []
    answered = wrong = 0
    ordered = sorted(outcomes, key=lambda outcome: -outcome.score)
    for score, tied in groupby(ordered, key=lambda outcome: outcome.score):
        rights = [outcome.first_right for outcome in tied]
        answered += len(rights)
        wrong += rights.count(False)
        points.append(Point(score, answered / len(outcomes), wrong / answered))
    return points


def operating_point(outcomes: Sequence[Outcome]) -> Point | None:
    """Return what the bot really answered, with the lowest score it answered at; None if it never did."""
    answered = [outcome for outcome in outcomes if outcome.answered]
    if not answered:
        return None
    wrong = sum(not outcome.answered_right for outcome in answered)
    lowest = min(outcome.score for outcome in answered)
    return Point(lowest, len(answered) / len(outcomes), wrong / len(answered))
