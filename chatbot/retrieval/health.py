"""Entry health: which entries find their own questions badly, to whom they lose them, and by which words.

Every text asks an index that lacks it, so what is found is what a citizen with a new wording would find.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.signpost import Signpost
from chatbot.retrieval.folds import SEED, Corpus, Fold, ask_folds
from chatbot.retrieval.index import WORDS
from chatbot.retrieval.parameters import Parameters, read_parameters
from chatbot.retrieval.query import Query
from chatbot.retrieval.ranker import Ranker
from chatbot.retrieval.retriever import SHORTLIST, Target
from chatbot.text.morphemes import Morpheme, MorphemeTokenizer

TWIN_SHARE = 0.08
"""Share of its questions that each of two entries loses to the other, from which on they are twins."""

AMONG = 3
"""So many entries are offered when the bot asks back."""

MOST_RIVALS = 3
MOST_CONFUSING = 4
MOST_PULLS = 3
MOST_MISSING = 6

_NAMING_TAGS = ("NNG", "NNP", "XR", "SL", "VV", "VA")
_VERB_TAGS = ("VV", "VA")


@dataclass(frozen=True)
class Rival:
    """An entry, or a signpost, that wins questions of another.

    Attributes:
        id: Its id.
        title: Its title; of a signpost the agency, or the first of its texts.
        won: How many questions it wins.
        words: The words of these that speak most for it, by its classifier.
        is_twin: Each of the two takes a large share of the other's questions.
    """

    id: str
    title: str
    won: int
    words: tuple[str, ...]
    is_twin: bool


@dataclass(frozen=True)
class Pull:
    """A text of an entry that draws questions which belong to others.

    Attributes:
        text: The question, variant or title.
        drawn: How many it draws, by the id of their owner; the most first.
    """

    text: str
    drawn: Mapping[str, int]


@dataclass(frozen=True)
class EntryHealth:
    """How well an entry finds its own questions.

    Attributes:
        id: The entry.
        title: Its title.
        asked: How many of its texts asked.
        first: How many of these found it first.
        among_three: How many found it among the first three.
        rivals: Who wins the others, the most first.
        pulls: Its texts that draw questions of others, the most first.
        missing: Words of its lost texts that no other text of it knows; first what spoke most for another.
    """

    id: str
    title: str
    asked: int
    first: int
    among_three: int
    rivals: tuple[Rival, ...]
    pulls: tuple[Pull, ...]
    missing: tuple[str, ...]

    @property
    def first_share(self) -> float:
        """Share of its texts that find it first; 1 where none could ask."""
        return self.first / self.asked if self.asked else 1.0


@dataclass(frozen=True)
class _Found:
    """What one text found.

    Attributes:
        text: Its number in the corpus.
        rank: Of its own target, from 0; the shortlist's length where it is not on it.
        winner: Number of the target that was found first.
        culprit: Number of the winner's text that is nearest.
        words: Words of a lost text, with how much more each speaks for the winner than for its own target.
    """

    text: int
    rank: int
    winner: int
    culprit: int
    words: Mapping[str, float] = field(default_factory=dict)


def examine(
    catalog: Catalog, tokenizer: MorphemeTokenizer, parameters: Parameters | None = None, seed: int = SEED
) -> list[EntryHealth]:
    """Return the health of every entry, the worst first.

    Args:
        catalog: Whose entries are examined.
        tokenizer: Splits their texts.
        parameters: What was learned; by default what comes with the package.
        seed: Of the dealing into folds.
    """
    corpus = Corpus(catalog, tokenizer)
    ranker = Ranker(parameters or read_parameters())
    found = [one for fold in ask_folds(partial(_ask_fold, ranker=ranker), corpus, seed) for one in fold]
    return _Examination(corpus, found).entries()


def _ask_fold(fold: Fold, ranker: Ranker) -> list[_Found]:
    corpus = fold.corpus
    return [
        _ask(fold, ranker, number, text)
        for number in range(len(corpus.targets))
        for text in fold.held_out(number)
        if corpus.texts[text].text
    ]


def _ask(fold: Fold, ranker: Ranker, number: int, text: int) -> _Found:
    query = fold.corpus.query_of(text)
    matches = fold.index.match(query, SHORTLIST)
    order = ranker.rank(matches).order.tolist()
    ranked = matches.numbers[order].tolist()
    rank = ranked.index(number) if number in ranked else len(ranked)
    winner = ranked[0]
    culprit = fold.kept_of(winner)[matches.nearest[order[0]]]
    if winner == number:
        return _Found(text, rank, winner, culprit)
    scorer = fold.index.scorers[WORDS]
    own = scorer.score_tokens(query, number)
    gains = {token: gain - own[token] for token, gain in scorer.score_tokens(query, winner).items()}
    words = {word: gain for token, gain in gains.items() if gain > 0 and (word := _word_of_token(token))}
    return _Found(text, rank, winner, culprit, words)


class _Examination:
    """What all texts found, gathered by entry."""

    def __init__(self, corpus: Corpus, found: Sequence[_Found]) -> None:
        self._corpus = corpus
        self._owners = corpus.owners.tolist()
        self._found: dict[int, list[_Found]] = defaultdict(list)
        self._lost: dict[tuple[int, int], list[_Found]] = defaultdict(list)
        self._drawn: dict[int, dict[int, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for one in found:
            own = self._owners[one.text]
            self._found[own].append(one)
            if one.winner != own:
                self._lost[own, one.winner].append(one)
                self._drawn[one.winner][one.culprit][corpus.targets[own].id] += 1
        self._words = [_words(text) for text in corpus.texts]

    def entries(self) -> list[EntryHealth]:
        """Return the entries, the worst first."""
        entries = [
            self._entry(number, target)
            for number, target in enumerate(self._corpus.targets)
            if isinstance(target, Entry)
        ]
        return sorted(entries, key=lambda entry: (entry.first_share, -entry.asked))

    def _entry(self, number: int, entry: Entry) -> EntryHealth:
        found = self._found[number]
        return EntryHealth(
            entry.id,
            entry.title,
            asked=len(found),
            first=sum(one.rank == 0 for one in found),
            among_three=sum(one.rank < AMONG for one in found),
            rivals=tuple(self._rivals(number)),
            pulls=tuple(self._pulls(number)),
            missing=self._missing(number),
        )

    def _rivals(self, number: int) -> Iterable[Rival]:
        lost = Counter(one.winner for one in self._found[number] if one.winner != number)
        for winner, won in lost.most_common(MOST_RIVALS):
            words: dict[str, float] = defaultdict(float)
            for one in self._lost[number, winner]:
                for word, gain in one.words.items():
                    words[word] += gain
            rival = self._corpus.targets[winner]
            confusing = _heaviest(words, MOST_CONFUSING)
            is_twin = min(self._share(number, winner), self._share(winner, number)) >= TWIN_SHARE
            yield Rival(rival.id, _title(rival), won, confusing, is_twin)

    def _share(self, loser: int, winner: int) -> float:
        """Return the share of one target's texts that another wins."""
        return len(self._lost.get((loser, winner), ())) / max(len(self._found[loser]), 1)

    def _pulls(self, number: int) -> Iterable[Pull]:
        culprits = sorted(self._drawn[number].items(), key=lambda item: -item[1].total())
        for text, drawn in culprits[:MOST_PULLS]:
            yield Pull(self._corpus.texts[text].utterance, dict(drawn.most_common()))

    def _missing(self, number: int) -> tuple[str, ...]:
        own = Counter(
            word for text, owner in enumerate(self._owners) if owner == number for word in self._words[text]
        )
        missing: dict[str, float] = {}
        for one in self._found[number]:
            if one.winner != number:
                unknown = sorted(word for word in self._words[one.text] if own[word] == 1)
                missing |= {word: one.words.get(word, 0.0) for word in unknown}
        return _heaviest(missing, MOST_MISSING)


def _heaviest(words: Mapping[str, float], most: int) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: -words[word])[:most])


def _title(target: Target) -> str:
    if isinstance(target, Signpost):
        return target.agency.name if target.agency else target.texts[0]
    return target.title


def _words(query: Query) -> frozenset[str]:
    return frozenset(filter(None, map(_word, query.morphemes)))


def _word(morpheme: Morpheme) -> str | None:
    """Return a morpheme that names something as people write it, a verb in its basic form; else None."""
    if not morpheme.tag.startswith(_NAMING_TAGS):
        return None
    return f"{morpheme.form}다" if morpheme.tag.startswith(_VERB_TAGS) else morpheme.form


def _word_of_token(token: str) -> str | None:
    form, _, tag = token.rpartition("/")
    return _word(Morpheme(form, tag))
