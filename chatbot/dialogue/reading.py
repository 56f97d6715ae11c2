"""Reads a turn: by itself, or from what the talk was about.

A turn is searched as it was said and, where there is a context, together with the subject of the talk.
What the searches found is weighed against each other by three simple things: whether the turn names a
matter of its own, whether a candidate is of the talk's topic, and whether it speaks of what was asked.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from chatbot.dialogue.context import Context
from chatbot.dialogue.decision import CHOICES
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.passages import citizen_passages, question_passages
from chatbot.retrieval.candidate import Candidate
from chatbot.retrieval.query import Query
from chatbot.retrieval.retriever import Findings, Retriever
from chatbot.text.talk import (
    ASPECT_WORDS,
    PERSON_WORDS,
    POINTING_WORDS,
    SPEAKER_WORDS,
    Correction,
    after_leaving,
    correction_in,
    objects,
    only_reacts,
    put_in_place,
)

KIN_ODDS = 2.0
"""How much likelier, in odds, an entry of the talk's own topic is than the search alone says."""

DOUBT = 0.5
"""Weight of a search that fits a turn badly: a leaning turn by itself, another topic with the old subject."""

MARGIN = 0.15
"""Lead that the best candidate needs where several searches were weighed; below it the bot asks back."""

STRANGER = 0.10
"""From this score on another agency's signpost shows that a turn with words of its own left the talk."""

OFFERED = 0.10
"""From this score on a candidate counts as something that may be offered."""

KNOWN_SHARE = 0.5
"""Share of the words asked that the best candidate must speak of, lest it be a guess."""

_FEW_WORDS = 2
_BASES = 2
_NOUN_TAGS = ("NNG", "NNP", "NR", "SL", "XR")
_WORD = re.compile(r"[^\s·()/,?!.]+")


@dataclass(frozen=True)
class Reading:
    """How a turn was read.

    Attributes:
        findings: What answers it.
        understood: The question that was searched instead of the utterance; None if the utterance was.
        subject: What the utterance was joined to.
        margin: Lead that the best candidate needs at least.
        is_guess: The best candidate speaks of hardly anything that was asked.
        leaves_topic: The citizen said that the talk turns to something else.
    """

    findings: Findings
    understood: str | None = None
    subject: str | None = None
    margin: float = 0.0
    is_guess: bool = False
    leaves_topic: bool = False


@dataclass(frozen=True)
class _Asked:
    """What a turn asks by its nouns.

    Attributes:
        words: What an answer must speak of: the matter, else the person.
        leans: No matter is named.
        for_another: Nothing but another person is named ("애기는요?").
    """

    words: tuple[str, ...]
    leans: bool
    for_another: bool

    @classmethod
    def by(cls, query: Query, places: Collection[str]) -> "_Asked":
        nouns = _nouns(query)
        passed = ASPECT_WORDS | PERSON_WORDS | POINTING_WORDS
        own = tuple(noun for noun in nouns if noun not in passed and noun not in places)
        if own:
            return cls(own, leans=False, for_another=False)
        persons = tuple(noun for noun in nouns if noun in PERSON_WORDS)
        for_another = bool(persons) and not any(noun in ASPECT_WORDS for noun in nouns)
        words = tuple(person for person in persons if person not in SPEAKER_WORDS) if for_another else ()
        return cls(words, leans=True, for_another=for_another)


def read_turn(
    utterance: str, context: Context | None, retriever: Retriever, catalog: Catalog, accept: float
) -> Reading:
    """Search what a citizen said, by itself or from the talk.

    Args:
        utterance: What was said.
        context: The talk so far; None where there is none or it must not be used.
        retriever: Who searches.
        catalog: What is searched.
        accept: Score from which a candidate of the utterance alone stands by itself.
    """
    return _Talk(retriever, catalog, accept).read(utterance, context)


class _Talk:
    def __init__(self, retriever: Retriever, catalog: Catalog, accept: float) -> None:
        self._retriever = retriever
        self._catalog = catalog
        self._accept = accept

    def read(self, utterance: str, context: Context | None) -> Reading:
        rest = after_leaving(utterance)
        if rest:
            return Reading(self._look(rest), leaves_topic=True)
        alone = self._look(utterance)
        entries = self._entries(context)
        if context is None or not entries:
            return Reading(alone)
        if only_reacts(utterance):
            return Reading(alone, is_guess=True)
        correction = correction_in(utterance)
        if correction and (reading := self._correct(correction, context, entries)):
            return reading
        asked = _Asked.by(self._retriever.query(utterance), self._catalog.city.other_places.names)
        signpost = alone.signpost
        if not asked.leans and signpost and signpost.agency and alone.signpost_score >= STRANGER:
            return Reading(alone)
        reading = self._join(utterance, asked, alone, context, entries)
        shares = [_share_known(asked.words, found.entry) for found in reading.findings.candidates[:1]]
        return replace(reading, is_guess=any(share < KNOWN_SHARE for share in shares))

    def _join(
        self, utterance: str, asked: _Asked, alone: Findings, context: Context, entries: Sequence[Entry]
    ) -> Reading:
        topics = {entry.topic for entry in entries}
        sure = [found.entry for found in alone.candidates[:1] if found.score >= self._accept]
        stands = bool(sure) and not asked.leans
        rejected = objects(utterance)
        pool = _Pool()
        for candidate in alone.candidates:
            pool.add(candidate, candidate.score * (DOUBT if asked.leans else 1), None)
        for subject in self._subjects(asked, context, entries[0]):
            if _says(utterance, subject):
                continue
            for candidate in self._look(f"{subject} {utterance}").candidates:
                known = _share_known(asked.words, candidate.entry)
                if stands and (known < 1 or len(asked.words) > _FEW_WORDS or candidate.entry in sure):
                    continue
                kin = candidate.entry.topic in topics
                score = with_odds(candidate.score, KIN_ODDS) if kin else candidate.score * DOUBT
                if rejected and candidate.entry == entries[0]:
                    score *= DOUBT
                pool.add(candidate, score * known, subject)
        candidates, sources = pool.ranked()
        findings = _weighed(alone, candidates, DOUBT if asked.leans else 1)
        understood = f"{sources[0]} · {utterance}" if sources and sources[0] else None
        # The talk goes on as long as an entry that is found from it may be offered.
        offered = zip(candidates[:CHOICES], sources, strict=False)
        joined = (source for candidate, source in offered if source and candidate.score >= OFFERED)
        kept = sources[0] if stands and sources else next(joined, None)
        return Reading(findings, understood, kept, MARGIN if any(sources[:2]) else 0.0)

    def _correct(self, correction: Correction, context: Context, entries: Sequence[Entry]) -> Reading | None:
        first = entries[0]
        wrong = correction.wrong
        points = not wrong or wrong in POINTING_WORDS | SPEAKER_WORDS or f"{wrong}거" in POINTING_WORDS
        said = () if points else (context.utterance, first.question, first.title, *first.variants)
        bases = [text for text in said if wrong in text]
        if not bases and not points:
            return None
        questions = [correction.right]
        word = _first_words(self._retriever.query(correction.right))
        if bases and word:
            questions += dict.fromkeys(put_in_place(base, wrong, word) for base in bases[:_BASES])
        else:
            questions.append(f"{context.subject or self._subject(first.title)} {correction.right}")
        pool = _Pool()
        for question in questions:
            for candidate in self._look(question).candidates:
                if candidate.entry == first:
                    continue
                kin = question != correction.right and candidate.entry.topic == first.topic
                score = with_odds(candidate.score, KIN_ODDS) if kin else candidate.score
                pool.add(candidate, score, question)
        candidates, sources = pool.ranked()
        if not candidates:
            return None
        understood = sources[0] if sources[0] != correction.right else None
        return Reading(Findings(candidates), understood, margin=MARGIN)

    def _subjects(self, asked: _Asked, context: Context, first: Entry) -> Iterable[str]:
        """Return what the turn may be joined to: the talk's subject, the last one, and the topic's word."""
        answered = len(context.entry_ids) == 1
        subject = self._subject(first.title if answered else context.utterance, asked)
        subjects = [known for known in (context.subject, subject) if known]
        if not subjects:
            subjects = [self._subject(first.title) or first.title]
        spoken = self._subject(context.utterance, asked) if asked.for_another else None
        if spoken:
            subjects.append(spoken)
        widest = self._widest_word(subjects[0], first.topic)
        return dict.fromkeys([*subjects, widest] if widest else subjects)

    def _subject(self, text: str, asked: _Asked | None = None) -> str | None:
        """Return the words of a text that name its matter; for another person also what was asked of it."""
        for_another = asked is not None and asked.for_another
        passed = POINTING_WORDS | PERSON_WORDS if for_another else POINTING_WORDS | ASPECT_WORDS
        nouns = {word: set(_nouns(self._retriever.query(word))) for word in _WORD.findall(text)}
        words = [word for word, found in nouns.items() if found - passed]
        # A person alone is no matter: "외할머니가 가도 되나".
        return " ".join(words) if any(nouns[word] - passed - PERSON_WORDS for word in words) else None

    def _widest_word(self, subject: str, topic: str) -> str | None:
        """Return the noun of a subject that most entries of the topic are about."""
        titles = [entry.title + entry.question for entry in self._catalog.entries_of(topic)]
        nouns = [_nouns(self._retriever.query(word)) for word in subject.split()]
        words = ["".join(group) for group in nouns if group and not PERSON_WORDS.intersection(group)]
        spread = {word: sum(word in title for title in titles) for word in words if len(word) > 1}
        widest = max(spread, key=spread.__getitem__, default=None)
        return widest if widest and spread[widest] else None

    def _entries(self, context: Context | None) -> list[Entry]:
        known = self._catalog.entries
        return [known[entry_id] for entry_id in context.entry_ids if entry_id in known] if context else []

    def _look(self, text: str) -> Findings:
        return self._retriever.look_up(self._retriever.query(text))


class _Pool:
    """The best score of each entry over several searches, and which search gave it."""

    def __init__(self) -> None:
        self._best: dict[str, tuple[Candidate, str | None]] = {}

    def add(self, candidate: Candidate, score: float, source: str | None) -> None:
        known = self._best.get(candidate.entry.id)
        if score > 0 and (known is None or known[0].score < score):
            self._best[candidate.entry.id] = (replace(candidate, score=score), source)

    def ranked(self) -> tuple[tuple[Candidate, ...], tuple[str | None, ...]]:
        """Return the candidates by falling score, and what each was found with."""
        ranked = sorted(self._best.values(), key=lambda found: -found[0].score)
        return tuple(candidate for candidate, _ in ranked), tuple(source for _, source in ranked)


def _says(utterance: str, subject: str) -> bool:
    """Tell whether an utterance names the subject by itself."""
    said = utterance.replace(" ", "").lower()
    return all(word in said for word in subject.lower().split())


def _nouns(query: Query) -> list[str]:
    """Return the nouns that were said: official words that joined the query are left out."""
    said = query.text.replace(" ", "")
    found = (morpheme.form for morpheme in query.morphemes if morpheme.tag.startswith(_NOUN_TAGS))
    return [noun for noun in dict.fromkeys(found) if noun in said]


def _first_words(query: Query) -> str:
    """Return the nouns with which a query begins, as one word: "자동차세" of "자동차세요"."""
    found = ""
    for morpheme in query.morphemes:
        if morpheme.tag.startswith((*_NOUN_TAGS, "XSN")):
            found += morpheme.form
        elif found:
            break
    return found


def _share_known(words: Sequence[str], entry: Entry) -> float:
    """Return the share of words that an entry speaks of, in its questions or its answer."""
    if not words:
        return 1.0
    passages = chain(question_passages(entry), citizen_passages(entry))
    text = "".join(passage.text for passage in passages).replace(" ", "")
    return sum(word in text for word in words) / len(words)


def _weighed(alone: Findings, candidates: tuple[Candidate, ...], weight: float) -> Findings:
    """Return candidates, and the signpost of the utterance alone where it still is ahead of them."""
    score = alone.signpost_score * weight
    if candidates and candidates[0].score >= score:
        return Findings(candidates)
    return Findings(candidates, alone.signpost, score)


def with_odds(probability: float, factor: float) -> float:
    """Return a probability whose odds are so many times as high."""
    return factor * probability / (1 - probability + factor * probability)
