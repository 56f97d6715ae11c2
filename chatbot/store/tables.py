"""The tables. Any change here comes with a migration in `migrations/versions`."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Boolean, DateTime, Float, ForeignKey, Integer, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Base of all tables; constraints get names, so that migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class ConversationRow(Base):
    """A talk. It has no name, address or device: only the time at which it began, and where it is held."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    started_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    channel: Mapped[str] = mapped_column(String(20), default="web", server_default="web")
    """Where it is held: `web`, or `kakao` for KakaoTalk."""
    user_key: Mapped[str | None] = mapped_column(String(64), index=True)
    """Keyed hash of a messenger's id, while the talk lasts: whose next message goes on with it."""
    place: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """Where a messenger's talk is in a scenario, while it lasts: `chatbot.dialogue.guide.ScenarioPlace`."""


class TurnRow(Base):
    """One turn of a talk: what was said, personal numbers hidden, and what came back."""

    __tablename__ = "turns"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    key: Mapped[str] = mapped_column(String(32), unique=True)
    """Names the turn outside; nobody can guess it, so nobody can rate another's turn."""
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    said_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)
    utterance: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(40))
    entry_id: Mapped[str | None] = mapped_column(String(60))
    score: Mapped[float] = mapped_column(Float)
    candidates: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    choices: Mapped[list[str]] = mapped_column(JSON)
    understood: Mapped[str | None] = mapped_column(Text)
    context: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """What the next turn may be understood from: `chatbot.dialogue.context.Context`."""
    elapsed_ms: Mapped[float] = mapped_column(Float)
    catalog_digest: Mapped[str] = mapped_column(String(16))


class FeedbackRow(Base):
    """What a citizen thinks of an answer: of a turn, or of the page of an entry."""

    __tablename__ = "feedback"

    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    """The key of the turn; on the page of an entry one of its own."""
    turn_id: Mapped[int | None] = mapped_column(ForeignKey("turns.id"), index=True)
    entry_id: Mapped[str | None] = mapped_column(String(60), index=True)
    helpful: Mapped[bool] = mapped_column(Boolean)
    comment: Mapped[str | None] = mapped_column(Text)
    said_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)
