"""The two halves of the questions: all sets to tune on together, all sets to report together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from eval.bootstrap import Estimate, estimate
from eval.generate import Outcome
from eval.metrics import METRICS
from eval.reliability import calibration_error

DEV = "dev"
TEST = "test"
NEAR = "near"
"""Tag of out-of-scope questions that lie next to something that the city does answer."""

_METRICS = (
    "hit_rate@1",
    "hit_rate@3",
    "resolved_rate",
    "wrong_answer_rate",
    "clarification_rate",
    "false_answer_rate",
)

ItemT = TypeVar("ItemT")


def half_of(set_name: str) -> str | None:
    """Return the half that a set belongs to by the end of its name; None for other sets."""
    end = Path(set_name).stem.rpartition("-")[2]
    return end if end in (DEV, TEST) else None


def pooled(sets: Mapping[str, Sequence[ItemT]]) -> dict[str, list[ItemT]]:
    """Return everything in the sets of each half; a half without sets is left out."""
    halves = {
        half: [item for name, items in sets.items() if half_of(name) == half for item in items]
        for half in (DEV, TEST)
    }
    return {half: items for half, items in halves.items() if items}


def by_half(sets: Mapping[str, Sequence[ItemT]]) -> dict[str, list[ItemT]]:
    """Return everything in the sets of each half, and each set of neither by its own name."""
    return pooled(sets) | {name: list(items) for name, items in sets.items() if half_of(name) is None}


@dataclass(frozen=True)
class HalfFigures:
    """What is reported of a half.

    Attributes:
        cases: Cases in it, in scope and out of it as they come.
        estimates: Metrics, and `false_answer_rate:near`.
        calibration_error: See `eval.reliability`. It has no interval: drawing cases again only raises it.
    """

    cases: int
    estimates: Mapping[str, Estimate]
    calibration_error: float


def half_figures(outcomes: Sequence[Outcome]) -> HalfFigures:
    """Return the figures of one half, which has at least one case."""
    near = [outcome for outcome in outcomes if NEAR in outcome.tags]
    groups = {name: (name, outcomes) for name in _METRICS} | {
        f"false_answer_rate:{NEAR}": ("false_answer_rate", near)
    }
    estimates = {}
    for name, (metric, members) in groups.items():
        found = estimate([v for outcome in members if (v := METRICS[metric](outcome)) is not None])
        if found:
            estimates[name] = found
    return HalfFigures(len(outcomes), estimates, calibration_error(outcomes) or 0.0)
