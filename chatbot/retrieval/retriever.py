"""Finds candidates: every scorer over the index, fused, best first."""

from collections.abc import Sequence

import numpy as np

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Entry
from chatbot.retrieval.candidate import Candidate
from chatbot.retrieval.expansion import SynonymExpansion
from chatbot.retrieval.fusion import WEIGHTS, fuse
from chatbot.retrieval.fuzzy import FuzzyScorer
from chatbot.retrieval.query import Query
from chatbot.retrieval.tfidf import TfidfScorer
from chatbot.retrieval.views import VIEWS
from chatbot.text.morphemes import MorphemeTokenizer

SHORTLIST = 20
"""Entries that are compared letter by letter after the TF-IDF scorers chose them."""


class Retriever:
    """The index of a catalog. Immutable once built; one may serve many threads."""

    def __init__(self, catalog: Catalog, tokenizer: MorphemeTokenizer) -> None:
        """Index every question and variant of the catalog."""
        self._tokenizer = tokenizer
        self._entries: Sequence[Entry] = tuple(catalog.entries.values())
        self._expansion = SynonymExpansion(catalog.synonyms, tokenizer)
        owned = [(number, text) for number, entry in enumerate(self._entries) for text in _texts(entry)]
        self._starts = [
            position
            for position, (number, _) in enumerate(owned)
            if position == 0 or owned[position - 1][0] != number
        ]
        self._ends = [*self._starts[1:], len(owned)]
        self._texts = [text for _, text in owned]
        queries = [Query.from_utterance(text, tokenizer) for text in self._texts]
        self._tfidf = {name: TfidfScorer(view, queries, self._starts) for name, view in VIEWS.items()}
        self._fuzzy = FuzzyScorer(queries)

    def query(self, utterance: str) -> Query:
        """Return the utterance as a query, citizens' words joined by the official ones."""
        return self._expansion.expand(Query.from_utterance(utterance, self._tokenizer))

    def search(self, query: Query, limit: int = 10) -> list[Candidate]:
        """Return up to `limit` candidates by falling score; none is cut off by a threshold.

        An empty query has no candidates.
        """
        if not query.text:
            return []
        scores = {name: scorer.score(query) for name, scorer in self._tfidf.items()}
        weighted = sum(WEIGHTS[name] * part.entries for name, part in scores.items())
        size = min(max(limit, SHORTLIST), len(self._entries))
        shortlist = np.argsort(-np.asarray(weighted), kind="stable")[:size]
        candidates = []
        texts = sum(WEIGHTS[name] * part.texts for name, part in scores.items())
        for number in shortlist:
            span = range(self._starts[number], self._ends[number])
            fuzzy = self._fuzzy.score(query, span)
            parts = {name: float(part.entries[number]) for name, part in scores.items()}
            score, shown = fuse(parts | {"fuzzy": float(fuzzy.max())})
            nearest = span[int(np.argmax(np.asarray(texts)[span.start : span.stop] + fuzzy))]
            candidates.append(Candidate(self._entries[number], self._texts[nearest], score, shown))
        candidates.sort(key=lambda candidate: -candidate.score)
        return candidates[:limit]


def _texts(entry: Entry) -> tuple[str, ...]:
    return (*entry.texts, entry.title)
