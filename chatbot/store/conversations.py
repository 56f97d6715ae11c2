"""Keeps talks. Personal numbers are hidden once more before anything is written."""

import uuid
from datetime import UTC, datetime

from chatbot.dialogue.reply import Reply
from chatbot.store.database import Database
from chatbot.store.tables import ConversationRow, TurnRow
from chatbot.text.personal_data import mask_personal_data

_KEPT_CANDIDATES = 5


class Conversations:
    """The talks of a database."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def record_turn(
        self, conversation_id: str | None, reply: Reply, *, elapsed_ms: float, catalog_digest: str
    ) -> str:
        """Keep one turn.

        Args:
            conversation_id: The talk it belongs to. A talk that is not known is not continued but opened
                anew, under an id of our own making.
            reply: What came back.
            elapsed_ms: Milliseconds that the answer took.
            catalog_digest: Which catalog answered.

        Returns:
            The id of the talk.
        """
        now = datetime.now(UTC)
        with self._database.transaction() as session:
            conversation = session.get(ConversationRow, conversation_id) if conversation_id else None
            if conversation is None:
                conversation = ConversationRow(id=new_conversation_id(), started_at=now)
                session.add(conversation)
                session.flush()
            session.add(
                TurnRow(
                    conversation_id=conversation.id,
                    said_at=now,
                    utterance=mask_personal_data(reply.utterance),
                    status=reply.status.value,
                    entry_id=reply.entry.id if reply.entry else None,
                    score=reply.score,
                    candidates=[
                        {"entry_id": candidate.entry.id, "score": round(candidate.score, 4)}
                        for candidate in reply.candidates[:_KEPT_CANDIDATES]
                    ],
                    choices=[choice.entry.id for choice in reply.choices],
                    elapsed_ms=elapsed_ms,
                    catalog_digest=catalog_digest,
                )
            )
            return conversation.id


def new_conversation_id() -> str:
    """Return an id that nobody can guess."""
    return uuid.uuid4().hex
