"""The texts of an entry, each with its place in the file: what rules read sentence by sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from chatbot.knowledge.entry import Entry, without_emphasis
from chatbot.knowledge.life_event import LifeEvent
from chatbot.knowledge.scenario import Scenario
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


def says(entry: Entry, words: str) -> bool:
    """Tell whether a citizen reads these very words in the entry; marks of emphasis do not count."""
    quoted = without_emphasis(words)
    return any(quoted in passage.text for passage in citizen_passages(entry))


def scenario_passages(scenario: Scenario) -> Iterator[Passage]:
    """Yield what a scenario says itself: all but what it shows of entries, and what is only understood."""
    yield Passage(("title",), scenario.title)
    yield Passage(("summary",), scenario.summary)
    for step_id, step in scenario.steps.items():
        for field in ("question", "label", "help"):
            if text := getattr(step, field):
                yield Passage(("steps", step_id, field), text)
        for place, option in enumerate(step.options):
            yield Passage(("steps", step_id, "options", place, "label"), option.label)
            if option.hint:
                yield Passage(("steps", step_id, "options", place, "hint"), option.hint)
    for end_id, end in scenario.ends.items():
        yield Passage(("ends", end_id, "title"), end.title)


def life_event_passages(event: LifeEvent) -> Iterator[Passage]:
    """Yield what a life event says itself: all but what it quotes of entries, and what is only understood."""
    yield Passage(("title",), event.title)
    yield Passage(("summary",), event.summary)
    if event.date:
        yield Passage(("date", "label"), event.date.label)
    for place, step in enumerate(event.steps):
        yield Passage(("steps", place, "title"), step.title)
    for name, visited in event.visits.items():
        yield Passage(("visits", name), visited)


def _section_passages(entry: Entry, section: str) -> Iterator[Passage]:
    for number, line in enumerate(getattr(entry, section)):
        yield Passage((section, number, "text"), without_emphasis(line.text))
        if line.note:
            yield Passage((section, number, "note"), without_emphasis(line.note))
