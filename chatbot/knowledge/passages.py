"""The texts of an entry, each with its place in the file: what rules read sentence by sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from chatbot.knowledge.entry import Entry, without_emphasis
from chatbot.knowledge.source import Step


@dataclass(frozen=True)
class Passage:
    """A text and where it stands, without marks of emphasis."""

    location: tuple[Step, ...]
    text: str


def question_passages(entry: Entry) -> Iterator[Passage]:
    """Yield every way of asking, in the order of `Entry.texts`."""
    yield Passage(("question",), entry.question)
    for number, variant in enumerate(entry.variants):
        yield Passage(("variants", number), variant)


def answer_passages(entry: Entry) -> Iterator[Passage]:
    """Yield the sentences of the answer and its details, notes included."""
    for sentence in entry.lead:
        yield Passage(("answer",), without_emphasis(sentence))
    yield from _section_passages(entry, "details")


def citizen_passages(entry: Entry) -> Iterator[Passage]:
    """Yield what the city says to a citizen: neither the ways of asking nor the note for staff."""
    yield Passage(("title",), entry.title)
    yield from answer_passages(entry)
    for number, fee in enumerate(entry.fees):
        yield Passage(("fees", number, "label"), fee.label)
        if fee.note:
            yield Passage(("fees", number, "note"), fee.note)
    for section in ("documents", "deadline", "how"):
        yield from _section_passages(entry, section)


def _section_passages(entry: Entry, section: str) -> Iterator[Passage]:
    for number, line in enumerate(getattr(entry, section)):
        yield Passage((section, number, "text"), without_emphasis(line.text))
        if line.note:
            yield Passage((section, number, "note"), without_emphasis(line.note))
