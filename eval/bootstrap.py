"""Bootstrap intervals: how far a mean could be off, given so many cases."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES = 2000
_SEED = 20260301


@dataclass(frozen=True)
class Estimate:
    """A mean with its 95 % percentile bootstrap interval.

    Attributes:
        value: The mean.
        low: Lower end of the interval.
        high: Upper end.
        count: Values behind it.
    """

    value: float
    low: float
    high: float
    count: int


def estimate(values: Sequence[float]) -> Estimate | None:
    """Return the mean of values and its interval; None without values. The same input gives the same."""
    return estimate_grouped([(value,) for value in values])


def estimate_grouped(groups: Sequence[Sequence[float]]) -> Estimate | None:
    """Return the mean of all values and its interval; None without values.

    Args:
        groups: Values that hang together, such as those of one dialogue: whole groups are drawn.
    """
    groups = [group for group in groups if group]
    if not groups:
        return None
    sums = np.array([sum(group) for group in groups], dtype=float)
    sizes = np.array([len(group) for group in groups])
    draws = np.random.default_rng(_SEED).integers(0, len(groups), size=(RESAMPLES, len(groups)))
    means = sums[draws].sum(axis=1) / sizes[draws].sum(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return Estimate(float(sums.sum() / sizes.sum()), float(low), float(high), int(sizes.sum()))
