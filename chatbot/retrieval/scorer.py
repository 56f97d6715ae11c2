"""Scores entries, and the texts of some of them, against a query in one view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy import sparse

from chatbot.retrieval.classifier import Owners, learn_classifiers
from chatbot.retrieval.query import Query
from chatbot.retrieval.tfidf import Row, TfidfSpace, as_matrix

Scores = npt.NDArray[np.float32]

_COMMON_SHARE = 0.2


@dataclass(frozen=True)
class _Edited:
    """An entry that was learned anew, beside the products of all."""

    weights: npt.NDArray[np.float32]
    bias: np.float32


@dataclass(frozen=True)
class Scorer:
    """Scores every entry at one go, and single texts where a closer look is taken.

    Attributes:
        space: Weighs the tokens.
        texts: All texts, one a row.
        owners: The number of the entry of each.
        by_token: What each token says of each entry: token × entry, so that a query reads only the rows of
            its own tokens.
        biases: What is added, by entry.
        edited: Entries that were learned anew since.
    """

    space: TfidfSpace
    texts: sparse.csr_matrix
    owners: Owners
    by_token: sparse.csr_matrix
    biases: npt.NDArray[np.float32]
    edited: Mapping[int, _Edited] = field(default_factory=dict)

    @cached_property
    def _of_entry(self) -> list[sparse.csr_matrix]:
        bounds = np.searchsorted(self.owners, np.arange(self.owners[-1] + 2)).tolist()
        return [self._slice(start, end) for start, end in pairwise(bounds)]

    def _slice(self, start: int, end: int) -> sparse.csr_matrix:
        # Shares the numbers of all texts, which slicing would copy.
        bounds = self.texts.indptr[start : end + 1]
        span = slice(bounds[0], bounds[-1])
        return sparse.csr_matrix(
            (self.texts.data[span], self.texts.indices[span], bounds - bounds[0]),
            shape=(end - start, self.texts.shape[1]),
        )

    def row(self, query: Query) -> Row:
        """Return the query as a row of this view."""
        return self.space.row(query)

    def score_entries(self, row: Row) -> Scores:
        """Return what each entry's classifier says of the query."""
        known = row.ids < self.by_token.shape[0]
        ids, weights = row.ids[known], row.weights[known]
        common = self._common_places[ids]
        dense = common >= 0
        places, spread = self._spans(ids[~dense], weights[~dense])
        owners, values = self.by_token.indices[places], self.by_token.data[places]
        found = np.bincount(owners, values * spread, len(self.biases)).astype(np.float32) + self.biases
        found += weights[dense] @ self._common_rows[common[dense]]
        if not self.edited:
            return np.asarray(found)
        scores = np.zeros(int(self.owners[-1]) + 1, dtype=np.float32)
        scores[: len(found)] = found
        for number, own in self.edited.items():
            scores[number] = own.weights[row.ids] @ row.weights + own.bias
        return scores

    @cached_property
    def _common(self) -> npt.NDArray[np.int64]:
        """Tokens that speak of so many entries that their rows are quicker to read in full."""
        return np.flatnonzero(np.diff(self.by_token.indptr) > len(self.biases) * _COMMON_SHARE)

    @cached_property
    def _common_rows(self) -> npt.NDArray[np.float32]:
        return np.asarray(self.by_token[self._common].toarray())

    @cached_property
    def _common_places(self) -> npt.NDArray[np.int64]:
        places = np.full(self.by_token.shape[0], -1)
        places[self._common] = np.arange(len(self._common))
        return places

    def _spans(
        self, ids: npt.NDArray[np.int32], weights: npt.NDArray[np.float32]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """Return the places of some tokens' rows in `by_token`, and the weight of the token at each."""
        starts = self.by_token.indptr[ids].astype(np.int64)
        lengths = self.by_token.indptr[ids + 1] - starts
        before = np.cumsum(lengths) - lengths
        return np.arange(lengths.sum()) + np.repeat(starts - before, lengths), np.repeat(weights, lengths)

    def score_tokens(self, query: Query, entry: int) -> dict[str, float]:
        """Return what each known token of a query adds to what an entry's classifier says.

        With `bias_of` the entry they make up its `score_entries`.
        """
        row = self.row(query)
        own = self.edited.get(entry)
        if own:
            weights = own.weights[row.ids]
        else:
            weights = np.zeros(len(row.ids), dtype=np.float32)
            # Tokens of texts that came later say nothing of entries that were learned before.
            known = row.ids < self.by_token.shape[0]
            weights[known] = self.by_token[row.ids[known]][:, [entry]].toarray()[:, 0]
        added = dict(zip(row.ids.tolist(), (weights * row.weights).tolist(), strict=True))
        numbers = {token: self.space.tokens.get(token, -1) for token in self.space.view(query)}
        return {token: added[number] for token, number in numbers.items() if number in added}

    def bias_of(self, entry: int) -> float:
        """Return what an entry's classifier says of a query without a known token."""
        own = self.edited.get(entry)
        return float(own.bias if own else self.biases[entry])

    def score_texts(self, row: Row, entries: Sequence[int]) -> Scores:
        """Return the cosine of the query to each text of some entries, one entry after the other."""
        wide = np.zeros(self.texts.shape[1], dtype=np.float32)
        wide[row.ids] = row.weights
        return np.concatenate([self._of_entry[number] @ wide for number in entries])

    def edit(self, changes: Mapping[int, Sequence[Query]]) -> "Scorer":
        """Return the scorer with the texts of some entries exchanged, all else that was learned kept.

        Args:
            changes: The new texts by number of the entry; a number beyond the last is a new entry.
        """
        space = self.space.extended(text for texts in changes.values() for text in texts)
        width = len(space.tokens)
        blocks, owners, done = [], [], 0
        old = _widened(self.texts, width)
        for number, texts in sorted(changes.items()):
            start, end = np.searchsorted(self.owners, [number, number + 1]).tolist()
            blocks += [old[done:start], as_matrix([space.row(text) for text in texts], width)]
            owners += [self.owners[done:start], np.full(len(texts), number)]
            done = end
        texts = sparse.vstack([*blocks, old[done:]]).tocsr()
        owner = np.concatenate([*owners, self.owners[done:]])
        learned = learn_classifiers(texts, owner, sorted(changes))
        edited = {
            number: _Edited(learned.weights[place].toarray()[0], learned.biases[place])
            for place, number in enumerate(sorted(changes))
        }
        kept = {
            number: _Edited(np.pad(own.weights, (0, width - len(own.weights))), own.bias)
            for number, own in self.edited.items()
        }
        return Scorer(space, texts, owner, self.by_token, self.biases, kept | edited)


def _widened(matrix: sparse.csr_matrix, width: int) -> sparse.csr_matrix:
    return sparse.csr_matrix((matrix.data, matrix.indices, matrix.indptr), shape=(matrix.shape[0], width))


def learn_scorer(space: TfidfSpace, texts: sparse.csr_matrix, owners: Owners) -> Scorer:
    """Learn the classifiers of all entries.

    Args:
        space: Weighs the tokens.
        texts: The texts in it, one a row.
        owners: The number of the entry of each; every entry has one.
    """
    classifiers = learn_classifiers(texts, owners, range(int(owners[-1]) + 1))
    return Scorer(space, texts, owners, classifiers.weights.T.tocsr(), classifiers.biases)
