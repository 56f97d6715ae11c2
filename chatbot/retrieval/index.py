"""The index: every text of every entry, in every view."""

import math
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
from scipy import sparse

from chatbot.processes import map_forked
from chatbot.retrieval.classifier import Owners
from chatbot.retrieval.features import Matrix, with_leads
from chatbot.retrieval.fuzzy import FuzzyScorer
from chatbot.retrieval.query import Query
from chatbot.retrieval.scorer import Scorer, learn_scorer
from chatbot.retrieval.tfidf import Row, TfidfSpace, learn_space
from chatbot.retrieval.views import VIEWS

SHORTLIST_WEIGHTS = {"morphemes": 1.0, "jamo_of_text": 1.5, "jamo_of_morphemes": 1.0}
"""Weight of each view in the sum by which the shortlist is drawn."""

WORDS = "morphemes"
"""The view whose tokens are words."""

_LONGEST_FIRST = ("jamo_of_text", "jamo_of_morphemes", "morphemes")
_BEST_TEXTS = 3
_COMPARED = 16

LearnedT = TypeVar("LearnedT")
Spaces = Mapping[str, tuple[TfidfSpace, sparse.csr_matrix]]


@dataclass(frozen=True)
class Matches:
    """The shortlist for a query.

    Attributes:
        numbers: Numbers of the entries, the likeliest first.
        nearest: For each, the number of its nearest text within the entry.
        features: For each, its `CANDIDATE_FEATURES`.
        query: The `QUERY_FEATURES`.
    """

    numbers: npt.NDArray[np.int64]
    nearest: Sequence[int]
    features: Matrix
    query: Sequence[float]


@dataclass(frozen=True)
class Index:
    """Finds and measures the entries nearest to a query. Immutable; one may serve many threads.

    Attributes:
        scorers: By view.
        jamo: The jamo of every text, spaces apart.
        owners: The number of the entry of each text.
    """

    scorers: Mapping[str, Scorer]
    jamo: Sequence[str]
    owners: Owners

    def match(self, query: Query, limit: int, without: Set[int] = frozenset()) -> Matches:
        """Return the shortlist.

        Args:
            query: What is looked for.
            limit: Most entries on it.
            without: Numbers of entries that are passed over, as if they did not exist.
        """
        rows = {name: scorer.row(query) for name, scorer in self.scorers.items()}
        learned = {name: scorer.score_entries(rows[name]) for name, scorer in self.scorers.items()}
        base = np.sum([weight * learned[name] for name, weight in SHORTLIST_WEIGHTS.items()], axis=0)
        order = np.argsort(-base, kind="stable")
        numbers = order[~np.isin(order, list(without))][:limit] if without else order[:limit]
        words = {str(morpheme) for morpheme in query.content}
        space = self.scorers[WORDS].space
        weights = {space.tokens.get(word, word): space.weight(word) for word in words}
        total = sum(weights.values()) or 1.0
        likeness = self._likeness(query, rows, numbers.tolist())
        top = np.sort(likeness, axis=2)[:, :, -_BEST_TEXTS:]
        # An entry of fewer texts has no third best; the floor of the padding must not count.
        three = np.maximum(top, 0).mean(axis=2)
        columns: list[npt.NDArray[np.floating[Any]]] = [
            top[-1, :, -1],
            np.array([self._known(weights, n) for n in numbers.tolist()]) / total,
        ]
        for place, name in enumerate(self.scorers):
            columns += [learned[name][numbers], top[place, :, -1], three[place]]
        return Matches(
            numbers=numbers,
            nearest=likeness.sum(axis=0).argmax(axis=1).tolist(),
            features=with_leads(np.column_stack(columns).astype(np.float64)),
            query=(
                1 - self._known(weights, without=without) / total,
                math.log1p(len(words)),
                math.log1p(len(query.jamo)),
            ),
        )

    def edit(self, changes: Mapping[int, Sequence[Query]]) -> "Index":
        """Return the index with the texts of some entries exchanged, all else that was learned kept.

        Args:
            changes: The new texts by number of the entry; a number beyond the last is a new entry.
        """
        scorers = {name: scorer.edit(changes) for name, scorer in self.scorers.items()}
        owners = next(iter(scorers.values())).owners
        jamo: list[str] = []
        for number in range(int(owners[-1]) + 1):
            texts = changes.get(number)
            jamo += [text.jamo for text in texts] if texts else self._fuzzy.jamo_of(number)
        return Index(scorers, jamo, owners)

    def _likeness(
        self, query: Query, rows: Mapping[str, Row], numbers: Sequence[int]
    ) -> npt.NDArray[np.float32]:
        """Return cosines by view, and fuzzy likeness last: view × entry × text, padded by -1.

        Letters are compared only with each entry's texts of the highest cosines: they hold the most alike.
        """
        sizes = self._sizes[numbers]
        found = [scorer.score_texts(rows[name], numbers) for name, scorer in self.scorers.items()]
        padded = np.full((len(found) + 1, len(numbers), sizes.max()), -1, dtype=np.float32)
        padded[:-1, np.arange(sizes.max()) < sizes[:, None]] = np.array(found)
        order = np.argsort(-padded[:-1].sum(axis=0), axis=1)[:, :_COMPARED]
        close = [texts[:size] for texts, size in zip(order.tolist(), sizes.tolist(), strict=True)]
        places = np.repeat(np.arange(len(close)), [len(texts) for texts in close])
        padded[-1, places, [text for texts in close for text in texts]] = self._fuzzy.score(
            query, list(zip(numbers, close, strict=True))
        )
        return padded

    def _known(
        self, weights: Mapping[int | str, float], entry: int | None = None, without: Set[int] = frozenset()
    ) -> float:
        """Return the weight of the words that an entry knows, or any entry but some."""
        if entry is not None:
            return sum(weight for word, weight in weights.items() if word in self._words_of[entry])
        return sum(
            weight
            for word, weight in weights.items()
            if isinstance(word, int)
            and self._knowing[word] > sum(word in self._words_of[number] for number in without)
        )

    @cached_property
    def _words_of(self) -> list[frozenset[int]]:
        texts = self.scorers[WORDS].texts
        bounds = texts.indptr[np.searchsorted(self.owners, np.arange(self.owners[-1] + 2))].tolist()
        return [frozenset(texts.indices[start:end].tolist()) for start, end in pairwise(bounds)]

    @cached_property
    def _knowing(self) -> npt.NDArray[np.int64]:
        """How many entries know each word."""
        counts = np.zeros(len(self.scorers[WORDS].space.tokens), dtype=np.int64)
        for words in self._words_of:
            counts[list(words)] += 1
        return counts

    @cached_property
    def _sizes(self) -> npt.NDArray[np.int64]:
        return np.bincount(self.owners)

    @cached_property
    def _fuzzy(self) -> FuzzyScorer:
        return FuzzyScorer(self.jamo, self.owners)


def learn_spaces(texts: Sequence[Query]) -> Spaces:
    """Return, by view, the space of some texts and the texts in it, one a row."""
    return _by_view(lambda name: learn_space(VIEWS[name], texts))


def learn_index(
    texts: Sequence[Query], owners: Owners, spaces: Spaces | None = None, kept: Owners | None = None
) -> Index:
    """Learn an index.

    Args:
        texts: All texts, those of one entry together.
        owners: The number of the entry of each; every entry has at least one.
        spaces: What `learn_spaces` gave for these texts, where it is at hand.
        kept: The numbers of the texts that are indexed, rising; all unless given.
    """
    kept = np.arange(len(texts)) if kept is None else kept

    def learn(name: str) -> Scorer:
        space, rows = spaces[name] if spaces else learn_space(VIEWS[name], texts)
        return learn_scorer(space, rows[kept], owners[kept])

    return Index(_by_view(learn), [texts[number].jamo for number in kept], owners[kept])


def _by_view(learn: Callable[[str], LearnedT]) -> dict[str, LearnedT]:
    """Return what is learned of each view, side by side; the longest goes first."""
    names = sorted(VIEWS, key=_LONGEST_FIRST.index)
    learned = dict(zip(names, map_forked(learn, names), strict=True))
    return {name: learned[name] for name in VIEWS}
