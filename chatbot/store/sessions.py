"""Browsers that are signed in. A browser knows a random token; the database knows only its hash."""

import hashlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from chatbot.store.accounts import Account, account_of
from chatbot.store.database import Database
from chatbot.store.tables import AccountRow, SessionRow

_TOKEN_BYTES = 32
_BROWSER_LIMIT = 40
# Seen is written no more often, so that a search on every keystroke does not write on every keystroke.
_SEEN_STEP = timedelta(minutes=1)


@dataclass(frozen=True)
class SessionLimits:
    """How long a session lasts.

    Attributes:
        idle: Without a request.
        whole: At most, however busy.
    """

    idle: timedelta = timedelta(minutes=30)
    whole: timedelta = timedelta(hours=10)


@dataclass(frozen=True)
class OpenSession:
    """A browser that is signed in, as its owner sees it.

    Attributes:
        id: Its number.
        opened_at: When it signed in.
        seen_at: When it was last used, to the minute.
        browser: Its kind.
        is_this: It is the one that asks.
    """

    id: int
    opened_at: datetime
    seen_at: datetime
    browser: str
    is_this: bool


class Sessions:
    """The sessions of a database."""

    def __init__(self, database: Database, limits: SessionLimits, clock: Callable[[], datetime]) -> None:
        """Use an open database, and a clock that tells the time with its zone."""
        self._database = database
        self._limits = limits
        self._clock = clock

    def open(self, account_id: int, browser: str) -> str:
        """Sign a browser in; return the token that it has to keep. Sessions that are over are deleted."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        now = self._clock()
        over = (SessionRow.seen_at <= now - self._limits.idle) | (
            SessionRow.opened_at <= now - self._limits.whole
        )
        with self._database.transaction() as session:
            session.execute(delete(SessionRow).where(over))
            session.add(
                SessionRow(
                    token_hash=_hash(token),
                    account_id=account_id,
                    opened_at=now,
                    seen_at=now,
                    browser=browser[:_BROWSER_LIMIT],
                )
            )
        return token

    def account(self, token: str) -> Account | None:
        """Return who is signed in with a token; None where the session is over or the account disabled."""
        now = self._clock()
        query = select(SessionRow, AccountRow).join(AccountRow).where(SessionRow.token_hash == _hash(token))
        with self._database.transaction() as session:
            found = session.execute(query).first()
            if found is None:
                return None
            row, owner = found
            if owner.disabled_at is not None or self._is_over(row, now):
                return None
            if now - row.seen_at >= _SEEN_STEP:
                row.seen_at = now
            return account_of(owner)

    def of_account(self, account_id: int, token: str) -> Sequence[OpenSession]:
        """Return where an account is signed in, the newest first; `token` is that of the one who asks."""
        now, this = self._clock(), _hash(token)
        query = (
            select(SessionRow)
            .where(SessionRow.account_id == account_id)
            .order_by(SessionRow.opened_at.desc(), SessionRow.id.desc())
        )
        with self._database.transaction() as session:
            return [
                OpenSession(row.id, row.opened_at, row.seen_at, row.browser, row.token_hash == this)
                for row in session.scalars(query)
                if not self._is_over(row, now)
            ]

    def close(self, token: str) -> None:
        """Sign a browser out."""
        with self._database.transaction() as session:
            session.execute(delete(SessionRow).where(SessionRow.token_hash == _hash(token)))

    def close_one(self, account_id: int, session_id: int) -> bool:
        """Sign one browser of an account out; return whether there was one."""
        own = (SessionRow.account_id == account_id) & (SessionRow.id == session_id)
        with self._database.transaction() as session:
            return session.scalar(delete(SessionRow).where(own).returning(SessionRow.id)) is not None

    def close_all(self, account_id: int) -> int:
        """Sign an account out everywhere; return how many browsers that were."""
        own = delete(SessionRow).where(SessionRow.account_id == account_id).returning(SessionRow.id)
        with self._database.transaction() as session:
            return len(session.scalars(own).all())

    def _is_over(self, row: SessionRow, now: datetime) -> bool:
        return now - row.seen_at >= self._limits.idle or now - row.opened_at >= self._limits.whole


def _hash(token: str) -> str:
    # The token is random and as long as the hash: nobody can try tokens out, with a key or without.
    return hashlib.sha256(token.encode()).hexdigest()
