"""What counsellors find missing or wrong, for the editors."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from chatbot.store.database import Database
from chatbot.store.tables import MarkRow
from chatbot.text.normalization import clean
from chatbot.text.personal_data import mask_personal_data

TEXT_LIMIT = 300
"""Most characters of what was looked for, and of the word beside it."""


class MarkKind(StrEnum):
    """What is the matter."""

    MISSING = "missing"
    WRONG = "wrong"


@dataclass(frozen=True)
class Mark:
    """A counsellor's word to the editors.

    Attributes:
        kind: Whether an answer is missing or wrong.
        query: What was looked for; personal numbers are hidden before it is kept.
        word: What the counsellor says to it; likewise.
        entry_id: The answer that is wrong.
    """

    kind: MarkKind
    query: str = ""
    word: str = ""
    entry_id: str | None = None


@dataclass(frozen=True)
class KeptMark:
    """A mark with its number, its moment and the account that made it."""

    id: int
    marked_at: datetime
    account_id: int
    mark: Mark


class Marks:
    """The marks of a database."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Use an open database, and a clock that tells the time with its zone."""
        self._database = database
        self._clock = clock

    def add(self, mark: Mark, account_id: int) -> int:
        """Keep a mark; return its number."""
        row = MarkRow(
            account_id=account_id,
            marked_at=self._clock(),
            kind=mark.kind.value,
            query=_scrubbed(mark.query),
            word=_scrubbed(mark.word),
            entry_id=mark.entry_id,
        )
        with self._database.transaction() as session:
            session.add(row)
            session.flush()
            return row.id

    def newest(self, limit: int) -> Sequence[KeptMark]:
        """Return at most so many marks, newest first."""
        query = select(MarkRow).order_by(MarkRow.id.desc()).limit(limit)
        with self._database.transaction() as session:
            return [
                KeptMark(
                    row.id,
                    row.marked_at,
                    row.account_id,
                    Mark(MarkKind(row.kind), row.query, row.word, row.entry_id),
                )
                for row in session.scalars(query)
            ]


def _scrubbed(text: str) -> str:
    return mask_personal_data(clean(text))[:TEXT_LIMIT].strip()
