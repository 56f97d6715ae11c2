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
        count: Cases behind it.
    """

    value: float
    low: float
    high: float
    count: int


def estimate(values: Sequence[float]) -> Estimate | None:
    """Return the mean of values and its interval; None without values. The same input gives the same."""
    if not values:
        return None
    array = np.asarray(values, dtype=float)
    draws = np.random.default_rng(_SEED).integers(0, len(array), size=(RESAMPLES, len(array)))
    low, high = np.quantile(array[draws].mean(axis=1), [0.025, 0.975])
    return Estimate(float(array.mean()), float(low), float(high), len(array))
