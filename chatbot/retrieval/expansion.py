"""Adds the official word where a citizen used another one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from chatbot.retrieval.query import Query
from chatbot.text.morphemes import Morpheme, MorphemeTokenizer
from chatbot.text.normalization import normalize


class SynonymExpansion:
    """Joins official words to a query by the catalog's synonyms."""

    def __init__(self, synonyms: Mapping[str, Sequence[str]], tokenizer: MorphemeTokenizer) -> None:
        """Prepare the synonyms.

        Args:
            synonyms: Official word to the words that citizens say instead.
            tokenizer: Splits the official words as it splits the index.
        """
        self._official = [
            (f" {normalize(word)}", normalize(official))
            for official, words in synonyms.items()
            for word in words
        ]
        # Split when it is first met: at the start nobody waits for words that nobody says.
        self._split = lru_cache(maxsize=None)(lambda official: tuple(tokenizer.tokenize(official)))

    def expand(self, query: Query) -> Query:
        """Return the query with the morphemes of official words that it lacks."""
        padded = f" {query.text}"
        present = set(query.morphemes)
        added: list[Morpheme] = []
        for word, official in self._official:
            # A word begins where a space is; endings and particles may follow it.
            if word in padded:
                added += [morpheme for morpheme in self._split(official) if morpheme not in present]
                present.update(added)
        return replace(query, morphemes=(*query.morphemes, *added)) if added else query
