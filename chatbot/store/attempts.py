"""Counts failed tries to sign in, and makes whoever goes on wait, longer each time.

A try is counted before the password is looked at and taken back when it was right, so that many tries at
once are counted as what they are.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import case, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from chatbot.store.database import Database
from chatbot.store.tables import AttemptRow

_FORGOTTEN = timedelta(hours=24)


@dataclass(frozen=True)
class LockRule:
    """When a login or an address has to wait.

    Attributes:
        free: Failures before the first wait.
        first: How long that one is; every further failure doubles it.
        longest: No wait is longer.
    """

    free: int
    first: timedelta = timedelta(minutes=1)
    longest: timedelta = timedelta(minutes=30)

    def wait(self, failures: int) -> timedelta | None:
        """Return how long to wait after so many failures; None where nobody has to yet."""
        if failures < self.free:
            return None
        # Beyond 2^20 the wait is the longest one anyway, and the number would only grow.
        doublings = min(failures - self.free, 20)
        return min(self.longest, self.first * (1 << doublings))


LOGIN_RULE = LockRule(free=5)
ADDRESS_RULE = LockRule(free=30)
"""Many people share an address of an office."""


@dataclass(frozen=True)
class Counted:
    """What is counted, under a keyed hash, and by which rule."""

    key: str
    rule: LockRule


class Attempts:
    """The failed tries of a database."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Use an open database, and a clock that tells the time with its zone."""
        self._database = database
        self._clock = clock

    def begin(self, counted: Iterable[Counted]) -> datetime | None:
        """Count a try under each key; return until when to wait, in which case no password may be tried."""
        now = self._clock()
        until = [self._begin(each, now) for each in counted]
        return max((moment for moment in until if moment), default=None)

    def succeed(self, login_key: str, address: Counted) -> None:
        """Take a try back that was right: the login starts anew, the address has one failure less.

        The address does not start anew: else an own account would be a licence to try others.
        """
        with self._database.transaction() as session:
            session.execute(delete(AttemptRow).where(AttemptRow.key == login_key))
            row = session.get(AttemptRow, address.key, with_for_update=True)
            if row is not None:
                row.failures = max(0, row.failures - 1)
                if address.rule.wait(row.failures) is None:
                    row.locked_until = None

    def forget(self, key: str) -> None:
        """Let somebody try again at once."""
        with self._database.transaction() as session:
            session.execute(delete(AttemptRow).where(AttemptRow.key == key))

    def _begin(self, counted: Counted, now: datetime) -> datetime | None:
        try:
            with self._database.transaction() as session:
                return _count(session, counted, now)
        except IntegrityError:
            # The first failure, twice at once: the other one has made the row.
            with self._database.transaction() as session:
                return _count(session, counted, now)


def _count(session: Session, counted: Counted, now: datetime) -> datetime | None:
    # Written first and read afterwards, so that whoever comes second sees what the first one has counted.
    is_old = AttemptRow.failed_at <= now - _FORGOTTEN
    is_free = AttemptRow.locked_until.is_(None) | (AttemptRow.locked_until <= now)
    failures = session.scalar(
        update(AttemptRow)
        .where(AttemptRow.key == counted.key, is_free)
        .values(failures=case((is_old, 1), else_=AttemptRow.failures + 1), failed_at=now, locked_until=None)
        .returning(AttemptRow.failures)
    )
    if failures is None:
        locked = session.scalar(select(AttemptRow.locked_until).where(AttemptRow.key == counted.key))
        if locked is not None:
            return locked
        session.execute(delete(AttemptRow).where(is_old))
        session.add(AttemptRow(key=counted.key, failures=1, failed_at=now))
        session.flush()
        failures = 1
    wait = counted.rule.wait(failures)
    if wait is not None:
        session.execute(
            update(AttemptRow).where(AttemptRow.key == counted.key).values(locked_until=now + wait)
        )
    return None
