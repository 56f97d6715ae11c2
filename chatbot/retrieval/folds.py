"""Asks a catalog with its own texts.

Each target's texts are dealt into folds. The texts of one fold ask an index that lacks them; the right answer
is the target they came from.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Entry
from chatbot.processes import map_forked
from chatbot.retrieval.classifier import Owners
from chatbot.retrieval.expansion import SynonymExpansion
from chatbot.retrieval.index import Index, learn_index, learn_spaces
from chatbot.retrieval.query import Query, split_texts
from chatbot.retrieval.retriever import indexed_texts, targets_of
from chatbot.text.morphemes import MorphemeTokenizer

FOLDS = 4
SEED = 7
"""Of the dealing, where none is given."""

ELSEWHERE = "elsewhere"
"""Topic of what no entry answers."""

T = TypeVar("T")


class Corpus:
    """A catalog as texts that ask and are asked.

    Attributes:
        targets: What is indexed.
        topics: The topic of each; `ELSEWHERE` of a signpost.
        texts: All texts, those of one target together.
        owners: The number of the target of each.
        spaces: The texts in every view.
    """

    def __init__(self, catalog: Catalog, tokenizer: MorphemeTokenizer) -> None:
        """Split every text of a catalog."""
        self._tokenizer = tokenizer
        self._expansion = SynonymExpansion(catalog.synonyms, tokenizer)
        self.targets = targets_of(catalog)
        self.topics = [target.topic if isinstance(target, Entry) else ELSEWHERE for target in self.targets]
        texts = [indexed_texts(target) for target in self.targets]
        self.texts = split_texts([text for own in texts for text in own], tokenizer)
        self.owners = np.array([number for number, own in enumerate(texts) for _ in own])
        self.spaces = learn_spaces(self.texts)

    @cached_property
    def whole(self) -> Index:
        """The index of all texts."""
        return self.index()

    def index(self, kept: Owners | None = None) -> Index:
        """Learn an index of the texts of some numbers, rising; of all unless given."""
        return learn_index(self.texts, self.owners, self.spaces, kept)

    def query(self, utterance: str) -> Query:
        """Return an utterance as the bot searches it."""
        return self._expansion.expand(Query.from_utterance(utterance, self._tokenizer))

    def query_of(self, text: int) -> Query:
        """Return a text of the corpus as if a citizen had typed it."""
        return self._expansion.expand(self.texts[text])


@dataclass(frozen=True)
class Fold:
    """Some texts of a corpus, and the index of all others.

    Attributes:
        corpus: The texts.
        number: Of the fold.
        dealt: The fold of each text; `FOLDS` for those that are in every index.
    """

    corpus: Corpus
    number: int
    dealt: Owners

    @cached_property
    def index(self) -> Index:
        """The index of the texts of the other folds."""
        return self.corpus.index(self.kept)

    @cached_property
    def kept(self) -> Owners:
        """The numbers of the texts in the index."""
        return np.flatnonzero(self.dealt != self.number)

    def held_out(self, target: int) -> list[int]:
        """Return the numbers of a target's texts that the index lacks."""
        return np.flatnonzero((self.corpus.owners == target) & (self.dealt == self.number)).tolist()

    def kept_of(self, target: int) -> list[int]:
        """Return the numbers of a target's texts in the index, in their order there."""
        return np.flatnonzero((self.corpus.owners == target) & (self.dealt != self.number)).tolist()


def ask_folds(ask: Callable[[Fold], T], corpus: Corpus, seed: int = SEED, asked: int = FOLDS) -> list[T]:
    """Return what a function makes of each fold; the same corpus and seed are dealt alike.

    Args:
        ask: May run in another process, so what it returns must be fit to travel.
        corpus: The texts.
        seed: Of the dealing.
        asked: How many of the folds ask, the first ones.
    """
    rng = random.Random(seed)  # noqa: S311 - no secret
    owners = corpus.owners
    # The last text, of an entry its title, is always kept: a label is no question, and none may be left bare.
    last = np.append(owners[1:] != owners[:-1], True)
    dealt = np.array([FOLDS if kept else rng.randrange(FOLDS) for kept in last])
    return map_forked(lambda number: ask(Fold(corpus, number, dealt)), range(asked))
