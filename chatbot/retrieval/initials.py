"""Finds entries by 초성 alone, "ㅇㄱㅅㅅㄹ" for 여권 수수료. So few letters fit much: they only suggest."""

from collections.abc import Iterable, Sequence

import numpy as np
from scipy import sparse

from chatbot.retrieval.classifier import Owners
from chatbot.retrieval.query import Query
from chatbot.retrieval.tfidf import learn_space
from chatbot.text.jamo import ngrams
from chatbot.text.keyboard import initials_of

SUREST = 0.5
"""Score of a perfect fit: what is typed in 초성 is never answered outright."""

_CENTROID_SHARE = 0.5


class InitialsIndex:
    """The 초성 of every text, by TF-IDF over runs of two to four of them."""

    def __init__(self, texts: Sequence[str], owners: Owners) -> None:
        """Take the 초성 of all texts; `owners` are the numbers of their entries."""
        self._space, self._texts = learn_space(_initials, [Query(text, text, ()) for text in texts])
        self._owners = owners
        ones = np.ones(len(owners), dtype=np.float32)
        members = sparse.csr_matrix((ones, (owners, np.arange(len(owners)))))
        sums = members @ self._texts
        lengths = np.sqrt(np.asarray(sums.multiply(sums).sum(axis=1)).ravel())
        self._centroids = sparse.diags(1 / np.maximum(lengths, 1e-9)) @ sums

    def search(self, typed: str, limit: int) -> list[tuple[int, int, float]]:
        """Return the best entries: number, number of the text that fits best, score from 0 to `SUREST`."""
        row = self._space.row(Query(typed, typed, ()))
        wide = np.zeros(self._texts.shape[1], dtype=np.float32)
        wide[row.ids] = row.weights
        fits = self._texts @ wide
        starts = np.searchsorted(self._owners, np.arange(self._owners[-1] + 1))
        best = np.maximum.reduceat(fits, starts)
        scores = (1 - _CENTROID_SHARE) * best + _CENTROID_SHARE * (self._centroids @ wide)
        found = []
        for owner in np.argsort(-scores, kind="stable")[:limit].tolist():
            own = np.flatnonzero(self._owners == owner)
            found.append((owner, int(own[fits[own].argmax()]), SUREST * min(1.0, float(scores[owner]))))
        return found


def _initials(query: Query) -> Iterable[str]:
    return ngrams(f"^{initials_of(query.text)}$", 2, 4)
