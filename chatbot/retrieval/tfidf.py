"""TF-IDF over one view. The only module that knows scikit-learn, which weighs the index.

At query time nothing of scikit-learn runs: a query is a handful of numbers, and calling the library for
it costs more than the search itself.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

from chatbot.retrieval.query import Query
from chatbot.retrieval.views import View

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True)
class TextScores:
    """Cosine similarity of a query, from 0 to 1.

    Attributes:
        texts: One for each text of the index.
        best: One for each entry: its most similar text.
        centroids: One for each entry: the mean of its texts.
    """

    texts: Scores
    best: Scores
    centroids: Scores


class TfidfScorer:
    """Scores every text and every entry of the index against a query, by one view."""

    def __init__(self, view: View, texts: Sequence[Query], entry_starts: Sequence[int]) -> None:
        """Weigh the index.

        Args:
            view: What counts as a token.
            texts: All texts, those of one entry together.
            entry_starts: Where each entry's texts begin, in rising order; the first is 0.
        """
        self._view = view
        self._starts = np.asarray(entry_starts)
        vectorizer = TfidfVectorizer(analyzer=_identity, sublinear_tf=True, dtype=np.float32)
        matrix = vectorizer.fit_transform([list(view(text)) for text in texts])
        self._token_ids: dict[str, int] = vectorizer.vocabulary_
        self._idf: list[float] = vectorizer.idf_.tolist()
        members = sparse.csr_matrix(
            (
                np.ones(len(texts), dtype=np.float32),
                np.arange(len(texts)),
                np.append(self._starts, len(texts)),
            ),
            shape=(len(self._starts), len(texts)),
        )
        # One matrix, token by row: a query reads only the rows of its own tokens.
        self._by_token = sparse.vstack([matrix, normalize(members @ matrix)]).T.tocsr()
        self._text_count = len(texts)

    def score(self, query: Query) -> TextScores:
        """Score the whole index; a query without a known token scores 0 everywhere."""
        row = self._vector(query)
        scores = (row @ self._by_token).toarray()[0]
        texts, centroids = scores[: self._text_count], scores[self._text_count :]
        return TextScores(texts, np.maximum.reduceat(texts, self._starts), centroids)

    def _vector(self, query: Query) -> sparse.csr_matrix:
        # The square norm counts unknown tokens too, at the weight of a token seen once: words that no
        # entry knows are evidence against every entry.
        counts = Counter(self._view(query))
        unknown_idf = math.log((1 + self._text_count) / 2) + 1
        ids: list[int] = []
        weights: list[float] = []
        square_norm = 0.0
        for token, count in counts.items():
            token_id = self._token_ids.get(token)
            idf = unknown_idf if token_id is None else self._idf[token_id]
            weight = (1 + math.log(count)) * idf
            square_norm += weight * weight
            if token_id is not None:
                ids.append(token_id)
                weights.append(weight)
        norm = math.sqrt(square_norm) or 1.0
        return sparse.csr_matrix(
            (np.asarray(weights, dtype=np.float32) / norm, ids, [0, len(ids)]),
            shape=(1, len(self._token_ids)),
        )


def _identity(tokens: list[str]) -> list[str]:
    return tokens
