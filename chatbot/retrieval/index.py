"""The index: every text of every entry, in every view."""

import math
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from chatbot.retrieval.features import Matrix, with_leads
from chatbot.retrieval.fusion import base_scores, text_scores
from chatbot.retrieval.fuzzy import FuzzyScorer
from chatbot.retrieval.query import Query
from chatbot.retrieval.tfidf import TfidfScorer
from chatbot.retrieval.views import VIEWS

_BEST_TEXTS = 3


@dataclass(frozen=True)
class Matches:
    """The shortlist for a query.

    Attributes:
        numbers: Numbers of the entries, by falling base score.
        nearest: For each, the number of its nearest text within the entry.
        features: For each, its `CANDIDATE_FEATURES`.
        query: The `QUERY_FEATURES`.
    """

    numbers: npt.NDArray[np.int64]
    nearest: Sequence[int]
    features: Matrix
    query: Sequence[float]


class Index:
    """Finds and measures the entries nearest to a query. Immutable; one may serve many threads."""

    def __init__(self, entries: Sequence[Sequence[Query]]) -> None:
        """Build the index.

        Args:
            entries: The texts of each entry, as queries; every entry has at least one.
        """
        texts = [text for entry in entries for text in entry]
        self._starts = np.cumsum([0, *(len(entry) for entry in entries)])
        self._scorers = {
            name: TfidfScorer(view, texts, self._starts[:-1].tolist()) for name, view in VIEWS.items()
        }
        self._fuzzy = FuzzyScorer(texts)
        self._words = [frozenset(str(m) for text in entry for m in text.content) for entry in entries]
        self._knowing: dict[str, set[int]] = {}
        for number, words in enumerate(self._words):
            for word in words:
                self._knowing.setdefault(word, set()).add(number)
        frequency = Counter(word for text in texts for word in {str(m) for m in text.content})
        self._idf = {word: _idf(len(texts), count) for word, count in frequency.items()}
        self._unknown_idf = _idf(len(texts), 1)

    def match(self, query: Query, limit: int, without: Set[int] = frozenset()) -> Matches:
        """Return the shortlist.

        Args:
            query: What is looked for.
            limit: Most entries on it.
            without: Numbers of entries that are passed over, as if they did not exist.
        """
        views = {name: scorer.score(query) for name, scorer in self._scorers.items()}
        base = base_scores(views)
        order = np.argsort(-base, kind="stable")
        numbers = order[~np.isin(order, list(without))][:limit] if without else order[:limit]
        texts = text_scores(views)
        weights = {word: self._idf.get(word, self._unknown_idf) for word in map(str, query.content)}
        total = sum(weights.values()) or 1.0
        rows: list[list[float]] = []
        nearest: list[int] = []
        for number in numbers:
            span = slice(self._starts[number], self._starts[number + 1])
            fuzzy = self._fuzzy.score(query, range(span.start, span.stop))
            known = sum(weight for word, weight in weights.items() if word in self._words[number])
            row = [float(base[number]), float(fuzzy.max()), known / total]
            for scores in views.values():
                own = scores.texts[span]
                top = np.sort(own)[-_BEST_TEXTS:]
                row += [float(scores.best[number]), float(scores.centroids[number]), float(top.mean())]
            rows.append(row)
            nearest.append(int(np.argmax(texts[span] + fuzzy)))
        unknown = sum(
            weight for word, weight in weights.items() if self._knowing.get(word, frozenset()) <= without
        )
        return Matches(
            numbers=numbers,
            nearest=nearest,
            features=with_leads(np.array(rows)),
            query=(unknown / total, math.log1p(len(weights)), math.log1p(len(query.jamo))),
        )


def _idf(texts: int, count: int) -> float:
    return math.log((1 + texts) / (1 + count)) + 1
