"""What has to be done after a life event, as of a day: in order of urgency, and which visits it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.deadline import last_day
from chatbot.knowledge.entry import Channel, Entry, How, Line
from chatbot.knowledge.life_event import LifeEvent, LifeStep


@dataclass(frozen=True)
class Task:
    """A step with what its entries say on that day.

    Attributes:
        step: As the editor wrote it.
        entry: That the step is about.
        rests_on: Every entry that something shown comes from, its own first.
        papers: What to bring.
        ways: How to get it done; none where the step quotes where to go.
        last_day: Until when; None where it cannot be counted or no day was given.
    """

    step: LifeStep
    entry: Entry
    rests_on: tuple[Entry, ...]
    papers: tuple[Line, ...]
    ways: tuple[How, ...]
    last_day: date | None

    @property
    def needs_a_visit(self) -> bool:
        """Whether somebody has to go somewhere, as far as the entry tells."""
        channels = {way.channel for way in self.ways}
        return bool(self.step.where) or (Channel.VISIT in channels and Channel.ONLINE not in channels)


@dataclass(frozen=True)
class Visit:
    """Tasks that are done in one visit.

    Attributes:
        place: As a citizen reads it.
        tasks: Two or more, in the order of the list.
        papers: Of all of them, each once.
    """

    place: str
    tasks: tuple[Task, ...]
    papers: tuple[Line, ...]


@dataclass(frozen=True)
class Checklist:
    """All tasks of a life event that hold on a day.

    Attributes:
        tasks: With a day given the earliest deadline first; a task without a deadline of its own stays
            behind the task that the editor put before it.
        visits: Where several tasks are done at once.
        trips: How many visits are needed at least; 0 where none is known to be.
    """

    tasks: tuple[Task, ...]
    visits: tuple[Visit, ...]
    trips: int

    @property
    def first_deadline(self) -> date | None:
        """The earliest last day; None where none is known."""
        return min((task.last_day for task in self.tasks if task.last_day), default=None)


def make_checklist(event: LifeEvent, catalog: Catalog, today: date, start: date | None = None) -> Checklist:
    """Return what has to be done.

    Args:
        event: From the same catalog.
        catalog: With the entries and the public holidays.
        today: A step whose entries do not hold on this day is left out: nothing may be said about it.
        start: The day that the citizen gave.

    Raises:
        OverflowError: A deadline is later than the calendar reaches.
    """
    tasks = tuple(_in_order([task for step in event.steps if (task := _task(step, catalog, today, start))]))
    return Checklist(tasks, tuple(_visits(event, tasks)), _trips(tasks))


def _task(step: LifeStep, catalog: Catalog, today: date, start: date | None) -> Task | None:
    ids = dict.fromkeys(entry_id for _, entry_id in step.entry_ids)
    entries = tuple(catalog.entries[entry_id] for entry_id in ids)
    if not all(entry.holds_on(today) for entry in entries):
        return None
    entry = catalog.entries[step.entry]
    papers = catalog.entries[step.papers].documents if step.papers else entry.documents
    ways = () if step.where else entry.how
    last = last_day(step.deadline, start, catalog.holidays) if step.deadline and start else None
    return Task(
        step,
        entry,
        entries,
        papers=tuple(line for line in papers if line.holds_on(today) and _is_about(line, step.about)),
        ways=tuple(way for way in ways if way.holds_on(today) and _is_about(way, step.about)),
        last_day=last,
    )


def _is_about(line: Line, word: str | None) -> bool:
    return word is None or word in line.text or word in (line.note or "")


def _in_order(tasks: Sequence[Task]) -> list[Task]:
    urgency = date.min
    keys = []
    for task in tasks:
        urgency = task.last_day or urgency
        keys.append(urgency)
    order = sorted(range(len(tasks)), key=keys.__getitem__)
    return [tasks[place] for place in order]


def _visits(event: LifeEvent, tasks: Sequence[Task]) -> Iterator[Visit]:
    for name, place in event.visits.items():
        shared = tuple(task for task in tasks if task.step.together == name)
        if len(shared) > 1:
            papers: dict[str, Line] = {}
            for paper in (paper for task in shared for paper in task.papers):
                papers.setdefault(paper.text, paper)
            yield Visit(place, shared, tuple(papers.values()))


def _trips(tasks: Sequence[Task]) -> int:
    shared = {task.step.together for task in tasks if task.step.together}
    alone = [task for task in tasks if not task.step.together and task.needs_a_visit]
    return len(shared) + len(alone)
