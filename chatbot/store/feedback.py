"""Keeps what citizens think of answers. The newest rating replaces the one before, with its comment."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from chatbot.store.database import Database
from chatbot.store.tables import FeedbackRow, TurnRow
from chatbot.text.normalization import clean
from chatbot.text.personal_data import mask_personal_data

COMMENT_LIMIT = 300
"""Longest comment, in characters."""


@dataclass(frozen=True)
class Rating:
    """Whether an answer helped, and what the citizen says to it, personal numbers hidden."""

    helpful: bool
    comment: str | None = None


@dataclass(frozen=True)
class RatedTurn:
    """A turn that was rated.

    Attributes:
        conversation_id: Its talk.
        utterance: What the citizen had said.
        entry_id: The entry that answered, if one did.
        rating: What is kept now.
    """

    conversation_id: str
    utterance: str
    entry_id: str | None
    rating: Rating


class Feedback:
    """The ratings of a database."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def rate_turn(self, key: str, rating: Rating) -> RatedTurn | None:
        """Keep what a citizen thinks of a turn; None where no turn has this key."""
        rating = _scrubbed(rating)
        try:
            return self._rate_turn(key, rating)
        except IntegrityError:
            # Two presses at once: the other came first, and is replaced.
            return self._rate_turn(key, rating)

    def _rate_turn(self, key: str, rating: Rating) -> RatedTurn | None:
        with self._database.transaction() as session:
            turn = session.scalar(select(TurnRow).where(TurnRow.key == key))
            if turn is None:
                return None
            _keep(session, key, rating, turn_id=turn.id, entry_id=turn.entry_id)
            return RatedTurn(turn.conversation_id, turn.utterance, turn.entry_id, rating)

    def rate_entry(self, entry_id: str, rating: Rating, key: str | None = None) -> str:
        """Keep what a reader of an entry's page thinks; return the key under which it can be changed.

        Args:
            entry_id: Whose page it is.
            rating: What the reader thinks.
            key: Of a rating of the same page that is replaced. One that is not known is not used.
        """
        rating = _scrubbed(rating)
        with self._database.transaction() as session:
            if key is None or not _is_of_page(session.get(FeedbackRow, key), entry_id):
                key = uuid.uuid4().hex
            _keep(session, key, rating, turn_id=None, entry_id=entry_id)
            return key

    def of_entry(self, entry_id: str, key: str) -> Rating | None:
        """Return the rating of an entry's page that has this key."""
        with self._database.transaction() as session:
            row = session.get(FeedbackRow, key)
            if row is None or not _is_of_page(row, entry_id):
                return None
            return Rating(row.helpful, row.comment)


def _keep(session: Session, key: str, rating: Rating, *, turn_id: int | None, entry_id: str | None) -> None:
    row = FeedbackRow(
        key=key,
        turn_id=turn_id,
        entry_id=entry_id,
        helpful=rating.helpful,
        comment=rating.comment,
        said_at=datetime.now(UTC),
    )
    session.merge(row)


def _is_of_page(row: FeedbackRow | None, entry_id: str) -> bool:
    return row is not None and row.turn_id is None and row.entry_id == entry_id


def _scrubbed(rating: Rating) -> Rating:
    comment = mask_personal_data(clean(rating.comment or ""))[:COMMENT_LIMIT].strip()
    return Rating(rating.helpful, comment or None)
