"""Learns which tokens speak for an entry and which against it: one linear classifier an entry.

A text of one entry is to be told from the texts of all others, but only those nearest to the entry can be
mistaken for it. So each classifier sees its own texts, the nearest of the others and some of the rest, and
hundreds are learned in seconds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

Owners = npt.NDArray[np.int64]
"""The number of the entry of each text; texts of one entry stand together."""

NEAREST_OTHERS = 800
"""Texts of other entries, nearest to its centroid, that a classifier is taught to refuse."""

RANDOM_OTHERS = 400
"""Further texts of other entries, drawn by chance."""

SEED = 11

# Smaller weights are more than half of all, and together turn no decision.
_LEAST_WEIGHT = 0.03
_STRENGTH = 1.0
_TOLERANCE = 1e-1
_BLOCK = 64


@dataclass(frozen=True)
class Classifiers:
    """A linear classifier for each entry.

    Weights · text + bias is above 0 where the text rather belongs to the entry, and about 1 or -1 where that
    is beyond doubt.

    Attributes:
        weights: One row an entry.
        biases: One an entry.
    """

    weights: sparse.csr_matrix
    biases: npt.NDArray[np.float32]


def learn_classifiers(texts: sparse.csr_matrix, owners: Owners, entries: Sequence[int]) -> Classifiers:
    """Learn the classifiers of some entries; the same texts give the same classifiers.

    Args:
        texts: One row a text, of length 1.
        owners: The number of the entry of each.
        entries: The numbers of those to learn, each with a text at least.
    """
    # One after the other: the library draws from one generator for all threads, so that side by side
    # they would learn something else each time.
    learned = [_learn_one(texts, owners, number, near) for number, near in _near(texts, owners, entries)]
    return Classifiers(
        sparse.vstack([row for row, _ in learned]).tocsr(),
        np.array([bias for _, bias in learned], dtype=np.float32),
    )


def _near(
    texts: sparse.csr_matrix, owners: Owners, entries: Sequence[int]
) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
    from sklearn.preprocessing import normalize  # noqa: PLC0415

    places = {number: place for place, number in enumerate(entries)}
    mine = np.array([places.get(owner, -1) for owner in owners.tolist()])
    ones = np.ones((mine >= 0).sum(), dtype=np.float32)
    members = sparse.csr_matrix(
        (ones, (mine[mine >= 0], np.flatnonzero(mine >= 0))), shape=(len(entries), len(owners))
    )
    centroids = normalize(members @ texts)
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        likeness = (texts @ centroids[start : start + _BLOCK].T).toarray()
        for place, number in enumerate(block):
            yield number, likeness[:, place]


def _learn_one(
    texts: sparse.csr_matrix, owners: Owners, number: int, likeness: npt.NDArray[np.float32]
) -> tuple[sparse.csr_matrix, float]:
    own = owners == number
    others = np.flatnonzero(~own)
    if not len(others):
        return sparse.csr_matrix((1, texts.shape[1]), dtype=np.float32), 1.0
    # As in `tfidf`: loaded only where something is learned.
    from sklearn.svm import LinearSVC  # noqa: PLC0415

    count = min(NEAREST_OTHERS, len(others))
    nearest = others[np.argpartition(-likeness[others], count - 1)[:count]]
    rng = np.random.default_rng((SEED, number))
    chance = rng.choice(others, min(RANDOM_OTHERS, len(others)), replace=False)
    chosen = np.unique(np.concatenate([np.flatnonzero(own), nearest, chance]))
    model = LinearSVC(C=_STRENGTH, tol=_TOLERANCE, random_state=SEED).fit(texts[chosen], own[chosen])
    weights = model.coef_.astype(np.float32)
    weights[np.abs(weights) < _LEAST_WEIGHT] = 0
    return sparse.csr_matrix(weights), float(model.intercept_[0])
