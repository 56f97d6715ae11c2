"""Everything that signs people in, on a database in memory, with a clock that tests set."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST

from chatbot.store.accounts import Account, Accounts, Role
from chatbot.store.attempts import Attempts
from chatbot.store.audit import COMMAND_LINE, Action, Audit, AuditFilter
from chatbot.store.database import Database
from chatbot.store.keyed_hash import KeyedHash
from chatbot.store.openid_flows import OpenIdFlows
from chatbot.store.passwords import Passwords
from chatbot.store.sessions import SessionLimits, Sessions
from chatbot.store.sign_in import SignIn, Visit

PASSWORD = "gray otter 7 winters"  # noqa: S105 - of accounts that only tests have
VISIT = Visit("203.0.113.7", "크롬, 윈도우")


class Clock:
    """Tells the time that it is set to."""

    def __init__(self, now: datetime = datetime(2026, 3, 10, 1, 0, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **time: float) -> None:
        self.now += timedelta(**time)


class Door:
    """The parts, wired as the application wires them, with hashes that cost nothing."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = Clock()
        self.passwords = Passwords(PasswordHasher.from_parameters(CHEAPEST))
        self.audit = Audit(database, self.clock)
        self.accounts = Accounts(database, self.passwords, self.audit, self.clock)
        self.sessions = Sessions(database, SessionLimits(), self.clock)
        self.attempts = Attempts(database, self.clock)
        self.flows = OpenIdFlows(database, self.clock)
        self.keys = KeyedHash("a secret for tests only", Path("never written"))
        self.sign_in = SignIn(self.accounts, self.sessions, self.attempts, self.audit, self.keys)

    def account(self, login: str = "kim", role: Role = Role.STAFF) -> Account:
        return self.accounts.add(login, role, PASSWORD, COMMAND_LINE, must_change=False)

    def actions(self) -> list[Action]:
        """What the log says, oldest first."""
        return [line.deed.action for line in reversed(self.audit.lines(AuditFilter(), 100))]
