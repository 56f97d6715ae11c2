"""What the staff cockpit is filled from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from web.cockpit.schemas import Arithmetic, StaffEntry, StaffSearchReply, TalkReply
from web.contexts.staff import StaffFrame
from web.schemas import EntryLink


@dataclass(frozen=True)
class FilterChoice:
    """A topic or a department to narrow a search to."""

    id: str
    name: str


@dataclass(frozen=True)
class ShownShelf:
    """What a counsellor keeps at hand."""

    pinned: list[EntryLink]
    recent: list[EntryLink]


class DoneWord(StrEnum):
    """What was done by a plain form of the cockpit, to be confirmed on the page after it."""

    PINNED = "pinned"
    UNPINNED = "unpinned"
    MARKED = "marked"
    NOTED = "noted"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True)
class CockpitPage:
    """`cockpit/page.html`: the counsellors' search.

    Attributes:
        staff: What every page for people with an account knows.
        query: What was typed, personal numbers hidden.
        topic: The topic it is narrowed to; empty: to none.
        department: Likewise.
        topics: Topics to narrow it to.
        departments: Departments to narrow it to.
        found: What was found; None where nothing was typed.
        entry: The entry that is open.
        shelf: What the counsellor keeps at hand.
        code: Code of a citizen's talk, as it was typed.
        talk: What was said in it.
        arithmetic: Why the search puts first what it does.
        done: What was done by the form before.
        line: Number of the line that was added to the log, which can be taken back.
        version: Changes whenever a static file changes.
    """

    staff: StaffFrame
    query: str
    topic: str
    department: str
    topics: list[FilterChoice]
    departments: list[FilterChoice]
    found: StaffSearchReply | None
    entry: StaffEntry | None
    shelf: ShownShelf
    code: str
    talk: TalkReply | None
    arithmetic: Arithmetic | None
    done: DoneWord | None
    line: int | None
    version: str


@dataclass(frozen=True)
class CockpitHits:
    """`cockpit/_hits.html`: what was found; the filters go on in its links."""

    found: StaffSearchReply
    topic: str
    department: str


@dataclass(frozen=True)
class CockpitEntry:
    """`cockpit/_entry.html`: the entry that is open; its forms carry the token."""

    entry: StaffEntry
    csrf_token: str


@dataclass(frozen=True)
class CockpitTalk:
    """`cockpit/_talk.html`: what a citizen asked the bot before."""

    talk: TalkReply


@dataclass(frozen=True)
class CockpitShelf:
    """`cockpit/_shelf.html`: what a counsellor keeps at hand."""

    shelf: ShownShelf


@dataclass(frozen=True)
class CockpitArithmetic:
    """`cockpit/_arithmetic.html`: the sums behind a search."""

    arithmetic: Arithmetic


@dataclass(frozen=True)
class CountedRow:
    """A name and how many calls it has."""

    name: str
    count: int


@dataclass(frozen=True)
class ShownCounts:
    """Counts of calls over a time."""

    total: int
    outcomes: list[CountedRow]
    days: list[CountedRow]
    topics: list[CountedRow]
    entries: list[CountedRow]


@dataclass(frozen=True)
class CounselLogPage:
    """`cockpit/log.html`: counts of a day and of its month."""

    staff: StaffFrame
    day: date
    of_day: ShownCounts
    of_month: ShownCounts
    version: str
