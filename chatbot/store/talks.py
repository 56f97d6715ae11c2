"""What a citizen asked the bot before, for the counsellor to whom the code of the talk was read out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from chatbot.store.database import Database
from chatbot.store.tables import TurnRow
from chatbot.store.talk_code import id_prefix


@dataclass(frozen=True)
class ToldTurn:
    """A turn as it was kept, personal numbers hidden.

    Attributes:
        said_at: When.
        utterance: What the citizen said.
        understood: The question that was searched instead, where the talk before was needed.
        status: How the turn ended.
        entry_id: The entry that answered, if one did.
        offered: The entries that were offered instead.
    """

    said_at: datetime
    utterance: str
    understood: str | None
    status: str
    entry_id: str | None
    offered: Sequence[str]


class Talks:
    """The talks of a database, as they may be told to staff."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def told(self, code: str, since: datetime) -> Sequence[ToldTurn]:
        """Return the turns of the newest talk with this code, oldest first; none where there is no such talk.

        Args:
            code: As it was typed.
            since: Turns before this moment are not told.
        """
        prefix = id_prefix(code)
        if prefix is None:
            return []
        newest = (
            select(TurnRow.conversation_id)
            .where(
                TurnRow.conversation_id >= prefix,
                TurnRow.conversation_id < f"{prefix}g",  # behind every hexadecimal digit
                TurnRow.said_at >= since,
            )
            .order_by(TurnRow.said_at.desc())
            .limit(1)
        )
        with self._database.transaction() as session:
            turns = session.scalars(
                select(TurnRow)
                .where(TurnRow.conversation_id == session.scalar(newest), TurnRow.said_at >= since)
                .order_by(TurnRow.id)
            )
            return [
                ToldTurn(
                    turn.said_at,
                    turn.utterance,
                    turn.understood,
                    turn.status,
                    turn.entry_id,
                    tuple(turn.choices),
                )
                for turn in turns
            ]
