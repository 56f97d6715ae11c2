"""What the checklists are filled from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from web.contexts.start import Start
from web.schemas import Answer, LifeEventLink, Line


@dataclass(frozen=True)
class LifeIndexPage:
    """`life_index.html`: the life events."""

    start: Start
    events: list[LifeEventLink]


class DateProblem(StrEnum):
    """Why no deadline can be counted from what was given."""

    UNREADABLE = "unreadable"
    FUTURE = "future"


@dataclass(frozen=True)
class DateField:
    """The field for the day from which deadlines are counted.

    Attributes:
        label: Its name.
        day: What was given, where it is a day.
        latest: The last day that makes sense, where there is one.
        problem: What is wrong with what was given.
    """

    label: str
    day: date | None
    latest: date | None
    problem: DateProblem | None


@dataclass(frozen=True)
class ShownDay:
    """A last day, seen from today."""

    day: date
    weekday: str
    names_year: bool
    has_passed: bool


@dataclass(frozen=True)
class ShownTask:
    """One thing to do.

    Attributes:
        title: Its name.
        lead: The sentence of the entry that says what it is.
        only_if: Whom it concerns, where it does not concern everybody.
        answer: The entry, with the papers and ways of this step alone.
        where: Where to go, in quoted words that stand in for the ways.
        when: When, in words, where there is no deadline.
        rule: The words that set the deadline.
        last_day: Until when; None where no day was given.
        late: What holds once the deadline has passed.
        rests_on: All entries that something comes from.
    """

    title: str
    lead: str
    only_if: str | None
    answer: Answer
    where: list[str]
    when: str | None
    rule: str | None
    last_day: ShownDay | None
    late: str | None
    rests_on: list[Answer]


@dataclass(frozen=True)
class ShownVisit:
    """What is done in one visit, and what to bring."""

    place: str
    titles: list[str]
    papers: list[Line]


@dataclass(frozen=True)
class ShownChecklist:
    """The list of a life event, most urgent first; `trips` is 0 where no visit is known to be needed."""

    tasks: list[ShownTask]
    visits: list[ShownVisit]
    trips: int
    first_deadline: ShownDay | None


@dataclass(frozen=True)
class LifePage:
    """`life.html`: what has to be done after a life event; `field` is None where nothing is counted."""

    start: Start
    event: LifeEventLink
    field: DateField | None
    list: ShownChecklist
