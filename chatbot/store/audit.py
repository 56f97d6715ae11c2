"""The log of what people with an account did. It is only ever added to, and holds no personal numbers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from chatbot.store.database import Database
from chatbot.store.tables import AuditRow
from chatbot.text.normalization import clean
from chatbot.text.personal_data import mask_personal_data

_LONGEST_TEXT = 300
_LONGEST_TARGET = 120
_MOST_ITEMS = 50


class Action(StrEnum):
    """What can be done. Families by their first word, so that a filter can take a whole one."""

    SIGNED_IN = "sign_in.done"
    SIGN_IN_FAILED = "sign_in.failed"
    SIGN_IN_LOCKED = "sign_in.locked"
    SIGNED_OUT = "sign_in.ended"
    SIGNED_OUT_EVERYWHERE = "sign_in.ended_everywhere"
    REFUSED_ROLE = "access.wrong_role"
    REFUSED_FORM = "access.wrong_form"
    ACCOUNT_ADDED = "account.added"
    ACCOUNT_ROLE = "account.role"
    ACCOUNT_NAME = "account.name"
    ACCOUNT_PASSWORD = "account.password"  # noqa: S105 - what was done, not a password
    ACCOUNT_DISABLED = "account.disabled"
    ACCOUNT_ENABLED = "account.enabled"
    AUDIT_EXPORTED = "audit.exported"


@dataclass(frozen=True)
class Actor:
    """Who does something.

    Attributes:
        account_id: The account; None for the command line, and where nobody is signed in.
        login: Its login; empty where nobody is signed in.
        address_key: Keyed hash of the network address; None where there is none.
    """

    account_id: int | None = None
    login: str = ""
    address_key: str | None = None


COMMAND_LINE = Actor(login="(명령줄)")
"""Whoever can run commands on the server itself; people read the name in the log."""


@dataclass(frozen=True)
class Deed:
    """Something that was done.

    Attributes:
        actor: Who did it.
        action: What.
        target: On what: `account:kim`, `entry:passport-fee`.
        before: What held before, in a few names and values.
        after: What holds now.
    """

    actor: Actor
    action: Action
    target: str = ""
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class KeptDeed:
    """A line of the log: a deed with its number and its moment."""

    id: int
    at: datetime
    deed: Deed


@dataclass(frozen=True)
class AuditFilter:
    """Which lines of the log are looked for; what is empty does not matter.

    Attributes:
        action: An action, or a family of them: `account`.
        login: Who did it.
        target: A part of on what.
        since: From this moment on.
        until: Before this moment.
        before_id: Only lines older than that one, to turn pages.
    """

    action: str = ""
    login: str = ""
    target: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before_id: int | None = None


class Audit:
    """The log of a database."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Use an open database, and a clock that tells the time with its zone."""
        self._database = database
        self._clock = clock

    def record(self, deed: Deed, session: Session | None = None) -> None:
        """Add a line.

        Args:
            deed: What was done; personal numbers in it are hidden, long texts cut.
            session: The transaction that does it, so that both are kept or neither is.
        """
        if session is not None:
            session.add(self._row(deed))
            return
        with self._database.transaction() as own:
            own.add(self._row(deed))

    def lines(self, wanted: AuditFilter, limit: int) -> Sequence[KeptDeed]:
        """Return at most so many lines, newest first."""
        query = _filtered(wanted).order_by(AuditRow.id.desc()).limit(limit)
        with self._database.transaction() as session:
            return [_kept(row) for row in session.scalars(query)]

    def has_just_said(self, action: Action, target: str, within: timedelta) -> bool:
        """Return whether a line of this action on this target is no older than that."""
        wanted = _filtered(AuditFilter(action=action.value, since=self._clock() - within))
        with self._database.transaction() as session:
            return session.scalars(wanted.where(AuditRow.target == target).limit(1)).first() is not None

    def _row(self, deed: Deed) -> AuditRow:
        return AuditRow(
            at=self._clock(),
            account_id=deed.actor.account_id,
            login=deed.actor.login,
            action=deed.action.value,
            target=_scrubbed(deed.target)[:_LONGEST_TARGET],
            before=_short(deed.before),
            after=_short(deed.after),
            address_key=deed.actor.address_key,
        )


def _filtered(wanted: AuditFilter) -> Select[AuditRow]:
    query = select(AuditRow)
    if wanted.action:
        family = AuditRow.action.startswith(f"{wanted.action}.", autoescape=True)
        query = query.where((AuditRow.action == wanted.action) | family)
    if wanted.login:
        query = query.where(AuditRow.login == wanted.login)
    if wanted.target:
        query = query.where(AuditRow.target.contains(wanted.target, autoescape=True))
    if wanted.since:
        query = query.where(AuditRow.at >= wanted.since)
    if wanted.until:
        query = query.where(AuditRow.at < wanted.until)
    if wanted.before_id:
        query = query.where(AuditRow.id < wanted.before_id)
    return query


def _kept(row: AuditRow) -> KeptDeed:
    actor = Actor(row.account_id, row.login, row.address_key)
    return KeptDeed(row.id, row.at, Deed(actor, Action(row.action), row.target, row.before, row.after))


def _short(values: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if values is None else {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {_scrubbed(str(name)): _plain(part) for name, part in list(value.items())[:_MOST_ITEMS]}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value[:_MOST_ITEMS]]
    if value is None or isinstance(value, bool | int | float):
        return value
    return _scrubbed(str(value))


def _scrubbed(text: str) -> str:
    text = mask_personal_data(clean(text))
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1]}…"
