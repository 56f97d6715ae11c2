"""TF-IDF over one view: texts and queries as weighted tokens.

At query time nothing of scikit-learn runs: a query is a handful of numbers, and calling the library for
it costs more than the search itself.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from chatbot.retrieval.query import Query
from chatbot.retrieval.views import View


class Row(NamedTuple):
    """A text in a space: the numbers of its known tokens, and the weight of each.

    A matrix of a single row would take longer to make than to use.
    """

    ids: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]


class TfidfSpace:
    """The tokens of a view and their weights; rows have length 1, so products of rows are cosines."""

    def __init__(self, view: View, tokens: Mapping[str, int], idf: npt.NDArray[np.float32]) -> None:
        """Keep what was learned.

        Args:
            view: What counts as a token.
            tokens: The number of each token, from 0.
            idf: Inverse document frequency by number; the last is that of every unknown token.
        """
        self.view = view
        self.tokens = tokens
        self._idf = idf

    @property
    def idf(self) -> npt.NDArray[np.float32]:
        """Inverse document frequency by number of the token; the last is that of every unknown one."""
        return self._idf

    def row(self, query: Query) -> Row:
        """Return a query, or a text, as one row.

        Its length counts unknown tokens too: words that no entry knows are evidence against every entry.
        """
        counts = Counter(self.view(query))
        ids = np.array([self.tokens.get(token, -1) for token in counts], dtype=np.int32)
        weights = (1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))) * self._idf[ids]
        weights /= np.sqrt(weights @ weights) or 1
        known = ids >= 0
        return Row(ids[known], weights[known])

    def weight(self, token: str) -> float:
        """Return the inverse document frequency of a token, known or not."""
        return float(self._idf[self.tokens.get(token, -1)])

    def extended(self, texts: Iterable[Query]) -> "TfidfSpace":
        """Return the space with the tokens of further texts, each as rare as an unknown one."""
        new = {token: None for text in texts for token in self.view(text) if token not in self.tokens}
        numbers = {token: len(self.tokens) + place for place, token in enumerate(new)}
        rare = np.full(len(new), self._idf[-1], dtype=np.float32)
        return TfidfSpace(
            self.view, {**self.tokens, **numbers}, np.append(self._idf[:-1], [*rare, self._idf[-1]])
        )


def as_matrix(rows: Sequence[Row], width: int) -> sparse.csr_matrix:
    """Return rows of a space of `width` tokens as one matrix."""
    return sparse.csr_matrix(
        (
            np.concatenate([row.weights for row in rows]),
            np.concatenate([row.ids for row in rows]),
            np.cumsum([0, *(len(row.ids) for row in rows)]),
        ),
        shape=(len(rows), width),
    )


def learn_space(view: View, texts: Sequence[Query]) -> tuple[TfidfSpace, sparse.csr_matrix]:
    """Weigh the tokens of some texts; return the space, and the texts in it, one a row."""
    # Loading scikit-learn takes longer than loading a stored index, which needs none of it.
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

    vectorizer = TfidfVectorizer(analyzer=_identity, sublinear_tf=True, dtype=np.float32)
    matrix = vectorizer.fit_transform([list(view(text)) for text in texts])
    # An unknown token weighs as much as one that a single text holds.
    idf = np.append(vectorizer.idf_, math.log((1 + len(texts)) / 2) + 1).astype(np.float32)
    return TfidfSpace(view, vectorizer.vocabulary_, idf), matrix


def _identity(tokens: list[str]) -> list[str]:
    return tokens
