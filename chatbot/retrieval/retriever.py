"""Finds candidates: a shortlist from the index, put in order by the ranker."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.signpost import Signpost
from chatbot.retrieval.cache import load_index, store_index
from chatbot.retrieval.candidate import Candidate
from chatbot.retrieval.expansion import SynonymExpansion
from chatbot.retrieval.explanation import Explainer, Explanation, ScoreRule
from chatbot.retrieval.index import Index, Matches, learn_index
from chatbot.retrieval.initials import InitialsIndex
from chatbot.retrieval.parameters import Parameters, read_parameters
from chatbot.retrieval.query import Query, split_texts
from chatbot.retrieval.ranker import Ranker, Ranking
from chatbot.text.keyboard import is_initials
from chatbot.text.morphemes import MorphemeTokenizer

OWN_QUESTION = 0.99
"""Score of an entry whose question or variant is the very query, spacing and punctuation apart."""

MOST_CHANGES = 12
"""Changed entries up to which an index is mended rather than learned anew."""

SHORTLIST = 12
"""Entries and signposts that the ranker looks at."""

_EXPLAINED = 2

Target = Entry | Signpost
"""What a question may be about."""


@dataclass(frozen=True)
class Findings:
    """What a search found.

    Attributes:
        candidates: Entries by falling score.
        signpost: The signpost that fits better than every entry, if one does.
        signpost_score: Its score; 0 without one.
    """

    candidates: Sequence[Candidate] = ()
    signpost: Signpost | None = None
    signpost_score: float = 0.0


def targets_of(catalog: Catalog) -> tuple[Target, ...]:
    """Return what is indexed: entries, then signposts."""
    return (*catalog.entries.values(), *catalog.signposts)


def indexed_texts(target: Target) -> tuple[str, ...]:
    """Return the texts under which a target is found: an entry's question, variants and title."""
    return target.texts if isinstance(target, Signpost) else (*target.texts, target.title)


class Retriever:
    """Searches a catalog. Immutable once built; one may serve many threads."""

    def __init__(
        self,
        catalog: Catalog,
        tokenizer: MorphemeTokenizer,
        parameters: Parameters | None = None,
        *,
        earlier: "Retriever | None" = None,
        cache: Path | None = None,
    ) -> None:
        """Index the catalog.

        Args:
            catalog: What is searched.
            tokenizer: Splits texts and queries alike.
            parameters: What was learned; by default the ones that come with the package.
            earlier: A retriever of the same tokenizer. Where few texts changed since, the rest is taken over.
            cache: Folder in which the learned index is kept from one start to the next.
        """
        self._tokenizer = tokenizer
        self._expansion = SynonymExpansion(catalog.synonyms, tokenizer)
        self._ranker = Ranker(parameters or read_parameters())
        targets = targets_of(catalog)
        edited = earlier and earlier._edited(targets)
        if edited:
            self._targets, self._index = edited
        else:
            self._targets = targets
            self._index = self._learn(cache)
        self._texts = [indexed_texts(target) for target in self._targets]
        self._own = dict(zip(self._index.jamo, self._index.owners.tolist(), strict=True))

    def _learn(self, cache: Path | None) -> Index:
        texts = [text for target in self._targets for text in indexed_texts(target)]
        owners = np.array([n for n, target in enumerate(self._targets) for _ in indexed_texts(target)])
        digest = hashlib.sha256("\n".join(texts).encode() + owners.tobytes()).hexdigest()[:16]
        index = load_index(cache, digest) if cache else None
        if index is None:
            index = learn_index(split_texts(texts, self._tokenizer), owners)
            if cache:
                store_index(index, cache, digest)
        return index

    def _edited(self, targets: Sequence[Target]) -> tuple[tuple[Target, ...], Index] | None:
        """Return targets, in the order of the index, and an index in which only their changes were learned.

        None where a target was taken away or so much changed that all is better learned anew.
        """
        newest = {target.id: target for target in targets}
        ordered = [newest.pop(target.id, None) for target in self._targets]
        known = [target for target in ordered if target is not None]
        if len(known) < len(ordered):
            return None
        known += newest.values()
        changes = {
            number: indexed_texts(target)
            for number, target in enumerate(known)
            if number >= len(self._texts) or indexed_texts(target) != self._texts[number]
        }
        if len(changes) > MOST_CHANGES:
            return None
        split = {number: split_texts(texts, self._tokenizer) for number, texts in changes.items()}
        return tuple(known), self._index.edit(split) if split else self._index

    def query(self, utterance: str) -> Query:
        """Return the utterance as a query, citizens' words joined by the official ones."""
        return self._expansion.expand(Query.from_utterance(utterance, self._tokenizer))

    def search(self, query: Query, limit: int = SHORTLIST) -> Sequence[Candidate]:
        """Return up to `limit` entries by falling score; none is cut off by a threshold.

        An empty query has no candidates.
        """
        return self.look_up(query, limit).candidates

    def look_up(self, query: Query, limit: int = SHORTLIST) -> Findings:
        """Return up to `limit` entries, and the signpost that fits better than all of them."""
        if not query.text:
            return Findings()
        if is_initials(query.text):
            return Findings(tuple(self._by_initials(query.text, limit)))
        matches = self._index.match(query, max(limit, SHORTLIST))
        ranking = self._ranker.rank(matches)
        candidates: list[Candidate] = []
        signpost, signpost_score = None, 0.0
        scores = self._scores(query, matches, ranking)
        for place, score, contributions in zip(ranking.order, scores, ranking.contributions, strict=True):
            number = int(matches.numbers[place])
            target = self._targets[number]
            if isinstance(target, Signpost):
                if score > signpost_score:
                    signpost, signpost_score = target, score
                continue
            matched = self._texts[number][matches.nearest[place]]
            candidates.append(Candidate(target, matched, score, contributions))
        candidates.sort(key=lambda candidate: -candidate.score)
        if candidates and signpost_score < candidates[0].score:
            signpost, signpost_score = None, 0.0
        return Findings(tuple(candidates[:limit]), signpost, signpost_score)

    def _scores(self, query: Query, matches: Matches, ranking: Ranking) -> list[float]:
        # The ranker learned from texts that the index lacked, so it knows nothing of a question that
        # an editor wrote down word for word.
        own = self._own.get(query.jamo)
        if own is None:
            return list(ranking.scores.tolist())
        others = np.minimum(ranking.scores, 1 - OWN_QUESTION)
        return list(np.where(matches.numbers[ranking.order] == own, OWN_QUESTION, others).tolist())

    def explain(self, utterance: str) -> Explanation:
        """Return how an utterance was read, and why the search puts first what it does."""
        said = Query.from_utterance(utterance, self._tokenizer)
        query = self._expansion.expand(said)
        added = tuple(morpheme.form for morpheme in query.morphemes[len(said.morphemes) :])
        if not query.text or is_initials(query.text):
            rule = ScoreRule.INITIALS if query.text else ScoreRule.NOTHING
            return Explanation(utterance, query.text, added, rule)
        matches = self._index.match(query, SHORTLIST)
        ranking = self._ranker.rank(matches)
        explainer = Explainer(query, self._index, matches, self._ranker, ranking)
        scores = self._scores(query, matches, ranking)
        places = ranking.order.tolist()
        targets = [self._targets[number] for number in matches.numbers[ranking.order].tolist()]
        texts = [self._texts[matches.numbers[place]][matches.nearest[place]] for place in places]
        ranks = sorted(range(len(scores)), key=lambda rank: -scores[rank])
        entries = [rank for rank in ranks if isinstance(targets[rank], Entry)][:_EXPLAINED]
        leads = isinstance(targets[ranks[0]], Signpost)
        return Explanation(
            utterance,
            query.text,
            added,
            explainer.rule(is_own=query.jamo in self._own),
            signpost=targets[ranks[0]].id if leads else None,
            targets=tuple(
                explainer.target(targets[rank].id, texts[rank], scores[rank], rank)
                for rank in [*ranks[:leads], *entries]
            ),
            confidence=explainer.confidence(targets[0].id),
        )

    def _by_initials(self, typed: str, limit: int) -> Iterator[Candidate]:
        texts = [text for texts in self._texts for text in texts]
        for number, place, score in self._initials.search(typed, limit):
            target = self._targets[number]
            if isinstance(target, Entry):
                yield Candidate(target, texts[place], score, {})

    @cached_property
    def _initials(self) -> InitialsIndex:
        texts = [text for texts in self._texts for text in texts]
        return InitialsIndex(texts, np.array([n for n, texts in enumerate(self._texts) for _ in texts]))
