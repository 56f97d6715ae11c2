"""How a bare candidate stage grows: every text of the index weighed against the query, nothing learned.

It is the yardstick for the index of the bot, which looks at entries first: so much does it cost to look at
every text, and so many right entries does that put on the shortlist.
"""

import gc
import statistics
import time
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from chatbot.knowledge.catalog import Catalog
from chatbot.retrieval.query import Query
from chatbot.retrieval.views import VIEWS, View
from chatbot.text.morphemes import MorphemeTokenizer
from eval.cases import Case
from eval.growth import TIMED, grown
from eval.memory import resident_mb
from eval.ranking import in_scope

SIZES = (30_000, 100_000, 300_000)
"""Texts in the index."""

SHORTLIST = 10
"""Entries on the shortlist."""

_TINY = 1e-9


@dataclass(frozen=True)
class StageCost:
    """What the stage costs with so many texts.

    Attributes:
        texts: Questions and variants in the index.
        build_s: Seconds to weigh them, once they are split.
        memory_mb: MB that the process holds beyond the split texts.
        median_ms: Median of one shortlist, the question being split, in milliseconds.
        p95_ms: Its 95th percentile.
        recall: Share of the cases with a right entry on the shortlist.
    """

    texts: int
    build_s: float
    memory_mb: float
    median_ms: float
    p95_ms: float
    recall: float


class CandidateStage:
    """Draws a shortlist by the nearest text of each entry, cosines summed over the views."""

    def __init__(self, texts: Sequence[Query], owners: npt.NDArray[np.int64]) -> None:
        """Weigh the texts.

        Args:
            texts: All texts, those of one entry together.
            owners: The number of the entry of each, rising from 0 without a gap.
        """
        self._views = [_WeighedView(view, texts) for view in VIEWS.values()]
        self._starts = np.searchsorted(owners, np.arange(int(owners[-1]) + 1))

    def shortlist(self, query: Query, limit: int = SHORTLIST) -> list[int]:
        """Return the numbers of the nearest entries, nearest first."""
        cosines = np.sum([view.cosines(query) for view in self._views], axis=0)
        best = np.maximum.reduceat(cosines, self._starts)
        return [int(number) for number in np.argsort(-best, kind="stable")[:limit]]


class _WeighedView:
    """Texts as sets of tokens that weigh by their inverse document frequency."""

    def __init__(self, view: View, texts: Sequence[Query]) -> None:
        self._view = view
        self._tokens: dict[str, int] = {}
        numbers, ends = array("i"), array("q", [0])
        for text in texts:
            numbers.extend(self._tokens.setdefault(token, len(self._tokens)) for token in set(view(text)))
            ends.append(len(numbers))
        columns = np.frombuffer(numbers, dtype=np.int32)
        counts = np.bincount(columns, minlength=len(self._tokens))
        # The last weight is that of every unknown token.
        idf = np.log((1 + len(texts)) / (1 + np.append(counts, 0))) + 1
        self._idf = idf.astype(np.float32)
        matrix = sparse.csr_matrix(
            (self._idf[columns], columns, np.frombuffer(ends, dtype=np.int64)),
            shape=(len(texts), len(self._tokens)),
        )
        lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
        # By token: a query reads only the rows of its own tokens.
        self._by_token = (sparse.diags(1 / np.maximum(lengths, _TINY)) @ matrix).T.tocsr()

    def cosines(self, query: Query) -> npt.NDArray[np.float32]:
        tokens = set(self._view(query))
        weights = self._idf[[self._tokens.get(token, -1) for token in tokens]]
        known = sorted(self._tokens[token] for token in tokens if token in self._tokens)
        row = sparse.csr_matrix(
            (self._idf[known], known, [0, len(known)]), shape=(1, len(self._tokens)), dtype=np.float32
        )
        products = (row @ self._by_token).toarray()[0]
        return np.asarray(products / max(float(np.linalg.norm(weights)), _TINY), dtype=np.float32)


def measure_candidate_stage(
    catalog: Catalog, cases: Sequence[Case], tokenizer: MorphemeTokenizer, sizes: Sequence[int] = SIZES
) -> Iterator[StageCost]:
    """Yield what each size costs: the real entries and as many made-up ones as it takes.

    Args:
        catalog: The real catalog.
        cases: Questions; at least two in scope.
        tokenizer: Splits texts and queries alike.
        sizes: Numbers of texts, rising.
    """
    real = sum(len(entry.texts) for entry in catalog.entries.values())
    # Made-up entries lose a few texts that come out alike, so there is one factor to spare.
    entries = list(grown(catalog, sizes[-1] // real + 2).entries.values())
    pairs = [(number, text) for number, entry in enumerate(entries) for text in entry.texts][: sizes[-1]]
    texts = [Query.from_utterance(text, tokenizer) for _, text in pairs]
    owners = np.array([number for number, _ in pairs])
    asked = [(case, Query.from_utterance(case.utterance, tokenizer)) for case in in_scope(cases)]
    gc.collect()
    before = resident_mb()
    for size in sizes:
        started = time.perf_counter()
        stage = CandidateStage(texts[:size], owners[:size])
        built = time.perf_counter()
        found = [[entries[number].id for number in stage.shortlist(query)] for _, query in asked]
        listed = [
            float(not set(ids).isdisjoint(case.expected_entries))
            for (case, _), ids in zip(asked, found, strict=True)
        ]
        times = [_milliseconds(stage, query) for _, query in asked[:: len(asked) // TIMED or 1]]
        yield StageCost(
            texts=len(texts[:size]),
            build_s=built - started,
            memory_mb=resident_mb() - before,
            median_ms=statistics.median(times),
            p95_ms=statistics.quantiles(times, n=20)[-1],
            recall=sum(listed) / len(listed),
        )
        del stage
        gc.collect()


def _milliseconds(stage: CandidateStage, query: Query) -> float:
    started = time.perf_counter()
    stage.shortlist(query)
    return (time.perf_counter() - started) * 1000


STAGE_HEAD = "   texts   build   memory   median      p95  on the shortlist"


def stage_line(cost: StageCost) -> str:
    """Return what one size costs as one line under `STAGE_HEAD`."""
    spent = f"{cost.build_s:5.0f} s {cost.memory_mb:5.0f} MB {cost.median_ms:5.1f} ms {cost.p95_ms:5.1f} ms"
    return f"{cost.texts:8} {spent} {cost.recall:17.1%}"
