"""Entries for something that is being typed: what the search finds, and what begins as it does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Entry
from chatbot.lookup.keys import TypedWord, typed_words
from chatbot.lookup.marks import marked_parts
from chatbot.lookup.typing_index import TypingIndex
from chatbot.retrieval.candidate import Candidate

_LEAST_SCORE = 0.05
"""A candidate of the search below it gains nothing from having been found."""

Parts = Sequence[tuple[str, bool]]
"""A text in parts, each with whether it is what was typed."""


@dataclass(frozen=True)
class Hit:
    """An entry found while typing.

    Attributes:
        entry: The entry.
        candidate: What the search says of it, where the search found it.
        title: Its title in parts.
        matched: Its question or variant in which the words were found, or that the search found nearest;
            where that is the title, the question. In parts.
    """

    entry: Entry
    candidate: Candidate | None
    title: Parts
    matched: Parts


class Finder:
    """Finds entries of one catalog. Immutable once built; one may serve many threads."""

    def __init__(self, catalog: Catalog) -> None:
        """Index titles, questions and short variants."""
        self._entries = list(catalog.entries.values())
        self._places = {entry.id: place for place, entry in enumerate(self._entries)}
        self._texts = [(entry.title, *entry.texts) for entry in self._entries]
        self._index = TypingIndex(self._texts)

    def find(
        self,
        typed: str,
        candidates: Sequence[Candidate],
        keep: Callable[[Entry], bool],
        limit: int,
    ) -> list[Hit]:
        """Return up to `limit` entries, the most likely first.

        How readily an entry is asked with such beginnings and what the search thinks of it add up, as
        logarithms of shares and of scores.

        Args:
            typed: What stands in the field, half-typed syllables, 초성 and a wrong keyboard included.
            candidates: What the search found for it.
            keep: Which entries may be shown.
            limit: Most entries.
        """
        words = typed_words(typed)
        if not words or not self._entries:
            return []
        scores = self._index.scores(words)
        by_place = {self._places[found.entry.id]: found for found in candidates}
        seen = scores > self._index.lowest(words) + 1e-9
        for place, found in by_place.items():
            scores[place] += np.log(max(found.score, _LEAST_SCORE) / _LEAST_SCORE)
            seen[place] = True
        order = [place for place in np.argsort(-scores, kind="stable").tolist() if seen[place]]
        kept = [place for place in order if keep(self._entries[place])][:limit]
        return [self._hit(place, words, by_place.get(place)) for place in kept]

    def _hit(self, place: int, words: Sequence[TypedWord], candidate: Candidate | None) -> Hit:
        entry = self._entries[place]
        number = self._index.text_of(place, words)
        text = candidate.matched if candidate else self._texts[place][number or 0]
        if text == entry.title:
            # The title stands above it already; the question says more.
            text = entry.question
        return Hit(entry, candidate, marked_parts(entry.title, words), marked_parts(text, words))
