"""The tables. Any change here comes with a migration in `migrations/versions`."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
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


class Moment(TypeDecorator[datetime]):
    """A moment with its zone. SQLite keeps none, so all are written in UTC and read as such."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return what is written."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return what was written, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


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


class AccountRow(Base):
    """Who may sign in. The display name is the owner's own choice and may be empty."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("issuer", "subject"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    login: Mapped[str] = mapped_column(String(40), unique=True)
    display_name: Mapped[str] = mapped_column(String(30), default="", server_default="")
    role: Mapped[str] = mapped_column(String(20))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    """As argon2 writes it; None where another system signs the owner in."""
    must_change: Mapped[bool] = mapped_column(Boolean)
    """Somebody else chose the password, so the owner must choose another one first."""
    issuer: Mapped[str | None] = mapped_column(String(255))
    """The OpenID Connect provider that knows the owner, and under which name it does."""
    subject: Mapped[str | None] = mapped_column(String(255))
    created_at: Mapped[datetime] = mapped_column(Moment)
    disabled_at: Mapped[datetime | None] = mapped_column(Moment)


class SessionRow(Base):
    """A browser that is signed in. It knows the token; here is only its hash."""

    __tablename__ = "sessions"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    opened_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment, index=True)
    browser: Mapped[str] = mapped_column(String(40))
    """Its kind in a word or two, so that the owner knows which one it is."""


class AttemptRow(Base):
    """Failed tries to sign in, counted for one login or one address."""

    __tablename__ = "sign_in_attempts"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    """Keyed hash of the login that was typed, or of the address."""
    failures: Mapped[int] = mapped_column(Integer)
    failed_at: Mapped[datetime] = mapped_column(Moment, index=True)
    locked_until: Mapped[datetime | None] = mapped_column(Moment)


class OpenIdFlowRow(Base):
    """A sign-in that has been sent to the OpenID Connect provider and has not come back yet."""

    __tablename__ = "openid_flows"

    state_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    visit_hash: Mapped[str] = mapped_column(String(64))
    """Hash of a secret that only the browser knows in which the sign-in began."""
    nonce: Mapped[str] = mapped_column(String(64))
    verifier: Mapped[str] = mapped_column(String(128))
    next_path: Mapped[str] = mapped_column(String(300))
    started_at: Mapped[datetime] = mapped_column(Moment, index=True)


class AuditRow(Base):
    """One thing that somebody did. Rows are only ever added; in SQLite triggers see to it."""

    __tablename__ = "audit_log"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"), index=True)
    login: Mapped[str] = mapped_column(String(40))
    """As it was then; empty where nobody was signed in."""
    action: Mapped[str] = mapped_column(String(40), index=True)
    target: Mapped[str] = mapped_column(String(120))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    address_key: Mapped[str | None] = mapped_column(String(64))
    """Keyed hash of the network address."""


class ShelfRow(Base):
    """An entry that a counsellor has pinned or opened lately."""

    __tablename__ = "shelf"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    entry_id: Mapped[str] = mapped_column(String(60), primary_key=True)
    pinned_at: Mapped[datetime | None] = mapped_column(Moment)
    opened_at: Mapped[datetime | None] = mapped_column(Moment)


class MarkRow(Base):
    """An answer that a counsellor finds missing or wrong, personal numbers hidden."""

    __tablename__ = "marks"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    marked_at: Mapped[datetime] = mapped_column(Moment, index=True)
    kind: Mapped[str] = mapped_column(String(20))
    query: Mapped[str] = mapped_column(Text)
    word: Mapped[str] = mapped_column(Text)
    entry_id: Mapped[str | None] = mapped_column(String(60))


class CounselRow(Base):
    """A call, in a line of the counselling log; nothing tells who called."""

    __tablename__ = "counsels"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    noted_at: Mapped[datetime] = mapped_column(Moment, index=True)
    topic: Mapped[str | None] = mapped_column(String(60))
    entry_id: Mapped[str | None] = mapped_column(String(60))
    outcome: Mapped[str] = mapped_column(String(20))
