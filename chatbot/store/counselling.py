"""The counselling log: what was talked about and how it ended. It holds nothing about who called."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import delete, select

from chatbot.knowledge.calendar import SEOUL
from chatbot.store.database import Database
from chatbot.store.tables import CounselRow


class CounselOutcome(StrEnum):
    """How a call ended."""

    ANSWERED = "answered"
    TRANSFERRED = "transferred"
    SMS = "sms"


@dataclass(frozen=True)
class Counsel:
    """One call.

    Attributes:
        topic: What field it was about; None where it was about none of them.
        entry_id: The answer that was given, if one was.
        outcome: How it ended.
    """

    topic: str | None
    entry_id: str | None
    outcome: CounselOutcome


@dataclass(frozen=True)
class KeptCounsel:
    """A line of the log: a call with its number, its moment and the account that noted it."""

    id: int
    noted_at: datetime
    account_id: int
    counsel: Counsel


@dataclass(frozen=True)
class CounselStatistics:
    """Counts over a time.

    Attributes:
        total: Calls.
        outcomes: Calls by how they ended.
        days: Calls by day in Seoul, every day on which there was one.
        topics: Calls by topic, most first; None stands for no topic.
        entries: Calls by entry, most first.
    """

    total: int
    outcomes: Mapping[CounselOutcome, int]
    days: Mapping[date, int]
    topics: Mapping[str | None, int]
    entries: Mapping[str, int]


class Counselling:
    """The log of a database."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Use an open database, and a clock that tells the time with its zone."""
        self._database = database
        self._clock = clock

    def note(self, counsel: Counsel, account_id: int) -> int:
        """Add a line; return its number."""
        row = CounselRow(
            account_id=account_id,
            noted_at=self._clock(),
            topic=counsel.topic,
            entry_id=counsel.entry_id,
            outcome=counsel.outcome.value,
        )
        with self._database.transaction() as session:
            session.add(row)
            session.flush()
            return row.id

    def take_back(self, line_id: int, account_id: int, within: timedelta) -> bool:
        """Delete a line that the account itself has noted just before; tell whether there was one."""
        wanted = (
            (CounselRow.id == line_id)
            & (CounselRow.account_id == account_id)
            & (CounselRow.noted_at >= self._clock() - within)
        )
        with self._database.transaction() as session:
            found = session.scalar(select(CounselRow.id).where(wanted)) is not None
            session.execute(delete(CounselRow).where(wanted))
            return found

    def lines(self, first: date, last: date) -> Sequence[KeptCounsel]:
        """Return the lines of the days from one to another in Seoul, both included, oldest first."""
        begin = datetime.combine(first, datetime.min.time(), SEOUL)
        end = datetime.combine(last + timedelta(days=1), datetime.min.time(), SEOUL)
        query = (
            select(CounselRow)
            .where(CounselRow.noted_at >= begin, CounselRow.noted_at < end)
            .order_by(CounselRow.id)
        )
        with self._database.transaction() as session:
            return [
                KeptCounsel(
                    row.id,
                    row.noted_at,
                    row.account_id,
                    Counsel(row.topic, row.entry_id, CounselOutcome(row.outcome)),
                )
                for row in session.scalars(query)
            ]


def statistics_of(lines: Sequence[KeptCounsel]) -> CounselStatistics:
    """Return the counts over lines of the log."""
    outcomes = Counter(line.counsel.outcome for line in lines)
    days = Counter(line.noted_at.astimezone(SEOUL).date() for line in lines)
    topics = Counter(line.counsel.topic for line in lines)
    entries = Counter(line.counsel.entry_id for line in lines if line.counsel.entry_id)
    return CounselStatistics(
        total=len(lines),
        outcomes={outcome: outcomes[outcome] for outcome in CounselOutcome},
        days=dict(sorted(days.items())),
        topics=dict(topics.most_common()),
        entries=dict(entries.most_common()),
    )
