"""What each counsellor keeps at hand: entries that were pinned, and the ones opened last."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import delete, select

from chatbot.store.database import Database
from chatbot.store.tables import ShelfRow

MOST_RECENT = 10
"""Opened entries that are remembered."""


class Shelf:
    """The shelf of one account."""

    def __init__(self, database: Database, account_id: int, clock: Callable[[], datetime]) -> None:
        """Use an open database, and a clock that tells the time with its zone."""
        self._database = database
        self._account_id = account_id
        self._clock = clock

    def pinned(self) -> Sequence[str]:
        """Return the ids of pinned entries, the first pinned first."""
        query = (
            select(ShelfRow.entry_id)
            .where(ShelfRow.account_id == self._account_id, ShelfRow.pinned_at.is_not(None))
            .order_by(ShelfRow.pinned_at, ShelfRow.entry_id)
        )
        with self._database.transaction() as session:
            return list(session.scalars(query))

    def recent(self) -> Sequence[str]:
        """Return the ids of the entries that were opened last, the newest first."""
        query = (
            select(ShelfRow.entry_id)
            .where(ShelfRow.account_id == self._account_id, ShelfRow.opened_at.is_not(None))
            .order_by(ShelfRow.opened_at.desc(), ShelfRow.entry_id)
            .limit(MOST_RECENT)
        )
        with self._database.transaction() as session:
            return list(session.scalars(query))

    def note_opened(self, entry_id: str) -> None:
        """Remember that an entry was opened; what was opened long before is forgotten."""
        self._put(entry_id, opened_at=self._clock())
        kept = self.recent()
        with self._database.transaction() as session:
            session.execute(
                delete(ShelfRow).where(
                    ShelfRow.account_id == self._account_id,
                    ShelfRow.pinned_at.is_(None),
                    ShelfRow.entry_id.not_in(kept),
                )
            )

    def pin(self, entry_id: str, *, pinned: bool) -> None:
        """Pin an entry or take the pin away; one that is pinned already keeps its place."""
        if pinned and entry_id in self.pinned():
            return
        self._put(entry_id, pinned_at=self._clock() if pinned else None)

    def _put(self, entry_id: str, **values: datetime | None) -> None:
        with self._database.transaction() as session:
            row = session.get(ShelfRow, (self._account_id, entry_id))
            if row is None:
                row = ShelfRow(account_id=self._account_id, entry_id=entry_id)
            for name, value in values.items():
                setattr(row, name, value)
            session.merge(row)
