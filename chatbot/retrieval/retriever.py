"""Finds candidates: a shortlist from the index, put in order by the ranker."""

from collections.abc import Sequence
from dataclasses import replace

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Entry
from chatbot.retrieval.candidate import Candidate
from chatbot.retrieval.expansion import SynonymExpansion
from chatbot.retrieval.index import Index
from chatbot.retrieval.parameters import Parameters, read_parameters
from chatbot.retrieval.query import Query
from chatbot.retrieval.ranker import Ranker
from chatbot.text.morphemes import MorphemeTokenizer
from chatbot.text.normalization import comparison_key

OWN_QUESTION = 0.99
"""Score of an entry whose question or variant is the very query, spacing and punctuation apart."""

SHORTLIST = 10
"""Entries that the ranker looks at."""


def indexed_texts(entry: Entry) -> tuple[str, ...]:
    """Return the texts under which an entry is found: question, variants, title."""
    return (*entry.texts, entry.title)


class Retriever:
    """Searches a catalog. Immutable once built; one may serve many threads."""

    def __init__(
        self,
        catalog: Catalog,
        tokenizer: MorphemeTokenizer,
        parameters: Parameters | None = None,
        earlier: "Retriever | None" = None,
    ) -> None:
        """Index the catalog.

        Args:
            catalog: What is searched.
            tokenizer: Splits texts and queries alike.
            parameters: What was learned; by default the ones that come with the package.
            earlier: A retriever of the same tokenizer, whose texts need not be split again. Splitting is most
                of the work, and an edit changes a handful of texts.
        """
        self._tokenizer = tokenizer
        self._entries: Sequence[Entry] = tuple(catalog.entries.values())
        self._expansion = SynonymExpansion(catalog.synonyms, tokenizer)
        self._texts = [indexed_texts(entry) for entry in self._entries]
        known: dict[str, Query] = earlier._split if earlier else {}
        self._split: dict[str, Query] = {
            text: known.get(text) or Query.from_utterance(text, tokenizer)
            for texts in self._texts
            for text in texts
        }
        self._index = Index([[self._split[text] for text in texts] for texts in self._texts])
        self._ranker = Ranker(parameters or read_parameters())
        self._own = {
            comparison_key(text): number for number, texts in enumerate(self._texts) for text in texts
        }

    def query(self, utterance: str) -> Query:
        """Return the utterance as a query, citizens' words joined by the official ones."""
        return self._expansion.expand(Query.from_utterance(utterance, self._tokenizer))

    def search(self, query: Query, limit: int = SHORTLIST) -> list[Candidate]:
        """Return up to `limit` candidates by falling score; none is cut off by a threshold.

        An empty query has no candidates.
        """
        if not query.text:
            return []
        matches = self._index.match(query, max(limit, SHORTLIST))
        ranking = self._ranker.rank(matches)
        candidates = []
        for place, score, contributions in zip(
            ranking.order, ranking.scores, ranking.contributions, strict=True
        ):
            number = matches.numbers[place]
            matched = self._texts[number][matches.nearest[place]]
            candidates.append(Candidate(self._entries[number], matched, float(score), contributions))
        return self._with_own_question_first(query, candidates)[:limit]

    def _with_own_question_first(self, query: Query, candidates: list[Candidate]) -> list[Candidate]:
        # The ranker learned from texts that the index lacked, so it knows nothing of a question that an
        # editor wrote down word for word.
        number = self._own.get(comparison_key(query.utterance))
        if number is None:
            return candidates
        own = next((found for found in candidates if found.entry is self._entries[number]), None)
        if own is None:
            return candidates
        others = [
            replace(found, score=min(found.score, 1 - OWN_QUESTION))
            for found in candidates
            if found is not own
        ]
        return [replace(own, score=OWN_QUESTION), *others]
