"""Keeps talks. Personal numbers are hidden once more before anything is written."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from chatbot.dialogue.context import Context
from chatbot.dialogue.guide import ScenarioPlace
from chatbot.dialogue.reply import Reply
from chatbot.store.database import Database
from chatbot.store.tables import ConversationRow, TurnRow
from chatbot.text.personal_data import mask_personal_data

_KEPT_CANDIDATES = 5


@dataclass(frozen=True)
class KeptTurn:
    """How a turn that was kept is named outside; nobody can guess either.

    Attributes:
        conversation_id: The talk.
        key: The turn itself.
    """

    conversation_id: str
    key: str


@dataclass(frozen=True)
class Visitor:
    """Where a talk is held, and with whom. A talk on the web is opened by its first turn.

    Attributes:
        channel: `web`, `web-en` for the pages in English and so on, or `kakao` for KakaoTalk.
        user_key: Keyed hash of the messenger's id; None where the channel itself remembers its talk.
    """

    channel: str = "web"
    user_key: str | None = None


ON_THE_WEB = Visitor()


@dataclass(frozen=True)
class Offer:
    """What a turn asked back: the words it could not settle, and the entries it offered instead."""

    utterance: str
    entry_ids: Sequence[str]


class Conversations:
    """The talks of a database."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def record_turn(  # noqa: PLR0913 - each is said by its name
        self,
        conversation_id: str | None,
        reply: Reply,
        *,
        elapsed_ms: float,
        catalog_digest: str,
        refused: Offer | None = None,
        visitor: Visitor = ON_THE_WEB,
    ) -> KeptTurn:
        """Keep one turn.

        Args:
            conversation_id: The talk it belongs to. A talk that is not known is not continued but opened
                anew, under an id of our own making.
            reply: What came back.
            elapsed_ms: Milliseconds that the answer took.
            catalog_digest: Which catalog answered.
            refused: What the citizen found no use in; it is what the turn was about, and is kept with it.
            visitor: Where a talk is held that the turn opens.
        """
        now = datetime.now(UTC)
        utterance = refused.utterance if refused else reply.utterance
        offered = refused.entry_ids if refused else [choice.entry.id for choice in reply.choices]
        with self._database.transaction() as session:
            conversation = session.get(ConversationRow, conversation_id) if conversation_id else None
            if conversation is None:
                conversation = _opened(session, visitor, now)
            turn = TurnRow(
                key=uuid.uuid4().hex,
                conversation_id=conversation.id,
                said_at=now,
                utterance=mask_personal_data(utterance),
                status=reply.status.value,
                entry_id=reply.entry.id if reply.entry else None,
                score=reply.score,
                candidates=[
                    {"entry_id": candidate.entry.id, "score": round(candidate.score, 4)}
                    for candidate in reply.candidates[:_KEPT_CANDIDATES]
                ],
                choices=list(offered),
                understood=_masked(reply.understood),
                context=_as_json(reply.context),
                elapsed_ms=elapsed_ms,
                catalog_digest=catalog_digest,
            )
            session.add(turn)
            return KeptTurn(conversation.id, turn.key)

    def open_talk(self, visitor: Visitor) -> str:
        """Open a talk without a turn, so that the next turn is understood by itself; return its id."""
        with self._database.transaction() as session:
            return _opened(session, visitor, datetime.now(UTC)).id

    def talk_of(self, visitor: Visitor, lasting: timedelta) -> str | None:
        """Return the newest talk of a visitor that has not ended; None where there is none.

        Talks that have ended forget whose they were and where they stood, those of other visitors too:
        both serve nothing but to go on with a talk.

        Args:
            visitor: Whose talk; without a key nobody's.
            lasting: A talk without a turn for so long has ended.
        """
        since = datetime.now(UTC) - lasting
        alive = select(TurnRow.conversation_id).where(TurnRow.said_at >= since)
        with self._database.transaction() as session:
            session.execute(
                update(ConversationRow)
                .where(
                    ConversationRow.user_key.is_not(None),
                    ConversationRow.started_at < since,
                    ConversationRow.id.not_in(alive),
                )
                .values(user_key=None, place=None)
            )
            if visitor.user_key is None:
                return None
            last = func.coalesce(func.max(TurnRow.said_at), ConversationRow.started_at)
            return session.scalar(
                select(ConversationRow.id)
                .outerjoin(TurnRow)
                .where(
                    ConversationRow.user_key == visitor.user_key,
                    ConversationRow.channel == visitor.channel,
                )
                .group_by(ConversationRow.id, ConversationRow.started_at)
                .order_by(last.desc())
                .limit(1)
            )

    def place(self, conversation_id: str | None) -> ScenarioPlace | None:
        """Return where a messenger's talk is in a scenario."""
        if conversation_id is None:
            return None
        with self._database.transaction() as session:
            talk = session.get(ConversationRow, conversation_id)
            if talk is None or talk.place is None:
                return None
            return ScenarioPlace(talk.place["scenario_id"], tuple(talk.place["answers"]))

    def keep_place(self, conversation_id: str, place: ScenarioPlace | None) -> None:
        """Keep where a messenger's talk is in a scenario; None where it is in none."""
        kept = {"scenario_id": place.scenario_id, "answers": list(place.answers)} if place else None
        with self._database.transaction() as session:
            talk = session.get(ConversationRow, conversation_id)
            if talk is not None:
                talk.place = kept

    def context(self, conversation_id: str | None) -> Context | None:
        """Return what the next turn of a talk may be understood from."""
        if conversation_id is None:
            return None
        newest = (
            select(TurnRow.context)
            .where(TurnRow.conversation_id == conversation_id)
            .order_by(TurnRow.id.desc())
            .limit(1)
        )
        with self._database.transaction() as session:
            kept = session.scalar(newest)
        return Context(tuple(kept["entry_ids"]), kept["utterance"], kept["subject"]) if kept else None

    def offer(self, conversation_id: str | None, turn_key: str | None = None) -> Offer | None:
        """Return what a turn of a talk offered; without a key, the newest one that offered anything."""
        if conversation_id is None:
            return None
        with self._database.transaction() as session:
            return next(
                (
                    Offer(turn.utterance, tuple(turn.choices))
                    for turn in _newest_turns(session, conversation_id)
                    if turn.choices and turn_key in (None, turn.key)
                ),
                None,
            )


def _opened(session: Session, visitor: Visitor, now: datetime) -> ConversationRow:
    conversation = ConversationRow(
        id=new_conversation_id(), started_at=now, channel=visitor.channel, user_key=visitor.user_key
    )
    session.add(conversation)
    session.flush()
    return conversation


def _newest_turns(session: Session, conversation_id: str) -> Sequence[TurnRow]:
    query = select(TurnRow).where(TurnRow.conversation_id == conversation_id).order_by(TurnRow.id.desc())
    return session.scalars(query).all()


def _as_json(context: Context | None) -> dict[str, Any] | None:
    if context is None:
        return None
    return {
        "entry_ids": list(context.entry_ids),
        "utterance": _masked(context.utterance),
        "subject": _masked(context.subject),
    }


def _masked(text: str | None) -> str | None:
    return None if text is None else mask_personal_data(text)


def new_conversation_id() -> str:
    """Return an id that nobody can guess."""
    return uuid.uuid4().hex
