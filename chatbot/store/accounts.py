"""Who may sign in, and what each may do. Accounts are disabled, never deleted: the log speaks of them."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from chatbot.store.audit import Action, Actor, Audit, Deed
from chatbot.store.database import Database
from chatbot.store.password_rules import password_problem
from chatbot.store.passwords import Passwords
from chatbot.store.tables import AccountRow, SessionRow
from chatbot.text.normalization import clean
from chatbot.text.personal_data import mask_personal_data

NAME_LIMIT = 30
"""Most characters of a display name."""
LOGIN_LIMIT = 40
"""Most characters of a login."""

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}")


class Role(StrEnum):
    """What an account may do; each role may do all that the ones before it may."""

    STAFF = "staff"
    EDITOR = "editor"
    PUBLISHER = "publisher"
    ADMIN = "admin"

    def covers(self, other: "Role") -> bool:
        """Return whether whoever has this role may do what the other one may."""
        order = list(Role)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True)
class Account:
    """Who may sign in.

    Attributes:
        id: Its number.
        login: What is typed to sign in.
        display_name: What colleagues see; the owner may leave it empty.
        role: What it may do.
        has_password: It signs in here; else at the OpenID Connect provider.
        must_change: The owner must choose a new password before anything else.
        created_at: When it was made.
        disabled_at: Since when nobody can sign in with it; None where one can.
    """

    id: int
    login: str
    display_name: str
    role: Role
    has_password: bool
    must_change: bool
    created_at: datetime
    disabled_at: datetime | None

    @property
    def shown_name(self) -> str:
        """The display name, or the login where there is none."""
        return self.display_name or self.login


class AccountError(ValueError):
    """An account cannot be made or changed like that; the message says why and what to do, in Korean."""


@dataclass(frozen=True)
class Identity:
    """Whom an OpenID Connect provider has signed in.

    Attributes:
        issuer: The provider.
        subject: Its own name for the person, which never changes.
        login: What the person is called there; a new account is called something like it.
        role: What the provider says that the person may do here.
    """

    issuer: str
    subject: str
    login: str
    role: Role


class Accounts:
    """The accounts of a database. Every change is in the log, in the same transaction."""

    def __init__(
        self, database: Database, passwords: Passwords, audit: Audit, clock: Callable[[], datetime]
    ) -> None:
        """Use an open database, and a clock that tells the time with its zone."""
        self._database = database
        self._passwords = passwords
        self._audit = audit
        self._clock = clock

    def all(self) -> Sequence[Account]:
        """Return every account, by login."""
        with self._database.transaction() as session:
            return [account_of(row) for row in session.scalars(select(AccountRow).order_by(AccountRow.login))]

    def of_id(self, account_id: int) -> Account | None:
        """Return the account with this number."""
        with self._database.transaction() as session:
            row = session.get(AccountRow, account_id)
            return account_of(row) if row else None

    def of_login(self, login: str) -> Account | None:
        """Return the account with this login."""
        with self._database.transaction() as session:
            row = _row_of_login(session, login)
            return account_of(row) if row else None

    def add(self, login: str, role: Role, password: str, by: Actor, *, must_change: bool) -> Account:
        """Make an account that signs in with a password.

        Args:
            login: 3 to 40 small Latin letters, digits, dots, hyphens and underscores.
            role: What it may do.
            password: See `chatbot.store.password_rules`.
            by: Who makes it.
            must_change: The owner must choose another password at the first sign-in.

        Raises:
            AccountError: The login or the password cannot be used, or the login is taken.
        """
        login = login.strip().lower()
        if not _LOGIN.fullmatch(login):
            raise AccountError("아이디는 영어 소문자, 숫자, 점(.), 줄(-, _)로 3~40자를 쓰세요.")
        kept = self._new_hash(password, login)
        row = AccountRow(
            login=login,
            role=role.value,
            password_hash=kept,
            must_change=must_change,
            created_at=self._clock(),
        )
        return self._insert(row, by)

    def set_role(self, account_id: int, role: Role, by: Actor) -> Account:
        """Change what an account may do, at once.

        Raises:
            AccountError: There is no such account, or nobody could manage accounts any more.
        """
        with self._database.transaction() as session:
            row = _row(session, account_id)
            with _keeping_an_admin(session, row):
                before, row.role = row.role, role.value
            if before != row.role:
                self._record(
                    session, by, Action.ACCOUNT_ROLE, row, before={"role": before}, after={"role": row.role}
                )
            return account_of(row)

    def set_disabled(self, account_id: int, by: Actor, *, disabled: bool) -> Account:
        """Keep an account from being used, its open sessions included, or let it be used again.

        Raises:
            AccountError: There is no such account, or nobody could manage accounts any more.
        """
        with self._database.transaction() as session:
            row = _row(session, account_id)
            if (row.disabled_at is not None) == disabled:
                return account_of(row)
            with _keeping_an_admin(session, row):
                row.disabled_at = self._clock() if disabled else None
            session.execute(delete(SessionRow).where(SessionRow.account_id == account_id))
            action = Action.ACCOUNT_DISABLED if disabled else Action.ACCOUNT_ENABLED
            self._record(session, by, action, row)
            return account_of(row)

    def set_password(self, account_id: int, password: str, by: Actor, *, must_change: bool) -> Account:
        """Give an account another password and end all of its sessions.

        Raises:
            AccountError: There is no such account, or the password cannot be used.
        """
        with self._database.transaction() as session:
            login = _row(session, account_id).login
        kept = self._new_hash(password, login)
        with self._database.transaction() as session:
            row = _row(session, account_id)
            row.password_hash, row.must_change = kept, must_change
            session.execute(delete(SessionRow).where(SessionRow.account_id == account_id))
            self._record(session, by, Action.ACCOUNT_PASSWORD, row, after={"must_change": must_change})
            return account_of(row)

    def set_display_name(self, account_id: int, name: str, by: Actor) -> Account:
        """Change what colleagues see; personal numbers are hidden, an empty name is fine.

        Raises:
            AccountError: There is no such account.
        """
        with self._database.transaction() as session:
            row = _row(session, account_id)
            row.display_name = mask_personal_data(clean(name))[:NAME_LIMIT].strip()
            # Names of people do not go into the log, which is kept for long.
            self._record(session, by, Action.ACCOUNT_NAME, row)
            return account_of(row)

    def verified(self, login: str, password: str) -> Account | None:
        """Return the account whose login and password these are, unless it is disabled.

        It takes as long for a login that nobody has. A hash made with older costs is renewed.
        """
        with self._database.transaction() as session:
            row = _row_of_login(session, login)
            kept = row.password_hash if row else None
            account = account_of(row) if row else None
        fits = self._passwords.fits(password, kept)
        if account is None or kept is None or not fits or account.disabled_at:
            return None
        if self._passwords.is_outdated(kept):
            with self._database.transaction() as session:
                _row(session, account.id).password_hash = self._passwords.hash(password)
        return account

    def of_identity(self, identity: Identity, by: Actor) -> Account | None:
        """Return the account of whom a provider has signed in; None where it is disabled.

        It is known by the provider's own name for the person, never by its login: else whoever may choose
        a login at the provider could take over an account here. A new one is made where none is known. The
        role is what the provider says today.

        Raises:
            AccountError: Nobody could manage accounts any more.
        """
        try:
            return self._of_identity(identity, by)
        except IntegrityError:
            # Two sign-ins of a new person at once: the other one has made the account.
            return self._of_identity(identity, by)

    def _of_identity(self, identity: Identity, by: Actor) -> Account | None:
        known = (AccountRow.issuer == identity.issuer) & (AccountRow.subject == identity.subject)
        with self._database.transaction() as session:
            row = session.scalar(select(AccountRow).where(known))
            if row is None:
                row = AccountRow(
                    login=_free_login(session, identity.login),
                    role=identity.role.value,
                    must_change=False,
                    issuer=identity.issuer,
                    subject=identity.subject,
                    created_at=self._clock(),
                )
                session.add(row)
                session.flush()
                after = {"role": row.role, "openid": True}
                self._record(session, by, Action.ACCOUNT_ADDED, row, after=after)
            elif row.disabled_at is not None:
                return None
            elif row.role != identity.role.value:
                with _keeping_an_admin(session, row):
                    before, row.role = row.role, identity.role.value
                self._record(
                    session, by, Action.ACCOUNT_ROLE, row, before={"role": before}, after={"role": row.role}
                )
            return account_of(row)

    def _insert(self, row: AccountRow, by: Actor) -> Account:
        try:
            with self._database.transaction() as session:
                session.add(row)
                session.flush()
                self._record(session, by, Action.ACCOUNT_ADDED, row, after={"role": row.role})
                return account_of(row)
        except IntegrityError as error:
            raise AccountError("이미 있는 아이디예요. 다른 아이디를 쓰세요.") from error

    def _new_hash(self, password: str, login: str) -> str:
        problem = password_problem(password, login)
        if problem:
            raise AccountError(problem)
        return self._passwords.hash(password)

    def _record(  # noqa: PLR0913 - each is said by its type
        self,
        session: Session,
        by: Actor,
        action: Action,
        row: AccountRow,
        *,
        before: dict[str, object] | None = None,
        after: dict[str, object] | None = None,
    ) -> None:
        self._audit.record(Deed(by, action, f"account:{row.login}", before, after), session)


@contextmanager
def _keeping_an_admin(session: Session, row: AccountRow) -> Iterator[None]:
    """Refuse a change of an account after which nobody could manage accounts any more."""
    was_admin = _is_admin(row)
    yield
    if not was_admin or _is_admin(row):
        return
    # Counted after the change is written, so that two at once cannot each leave the other one over.
    session.flush()
    admins = select(func.count()).where(AccountRow.role == Role.ADMIN.value, AccountRow.disabled_at.is_(None))
    if not session.scalar(admins):
        raise AccountError("관리자가 한 명은 있어야 해요. 먼저 다른 사람을 관리자로 정하세요.")


def _is_admin(row: AccountRow) -> bool:
    return row.role == Role.ADMIN.value and row.disabled_at is None


def account_of(row: AccountRow) -> Account:
    """Return what stands in a row."""
    return Account(
        id=row.id,
        login=row.login,
        display_name=row.display_name or "",
        role=Role(row.role),
        has_password=row.password_hash is not None,
        must_change=row.must_change,
        created_at=row.created_at,
        disabled_at=row.disabled_at,
    )


def _row(session: Session, account_id: int) -> AccountRow:
    row = session.get(AccountRow, account_id)
    if row is None:
        raise AccountError("없는 계정이에요. 목록을 다시 열어 보세요.")
    return row


def _row_of_login(session: Session, login: str) -> AccountRow | None:
    login = login.strip().lower()
    # What cannot be a login is not looked for: some databases fail on a text with a NUL in it.
    if not _LOGIN.fullmatch(login):
        return None
    return session.scalar(select(AccountRow).where(AccountRow.login == login))


def _free_login(session: Session, wanted: str) -> str:
    plain = re.sub(r"[^a-z0-9._-]+", "-", wanted.lower().partition("@")[0]).strip("._-")
    base = plain[: LOGIN_LIMIT - 5] if len(plain) >= 3 else "openid"
    taken = set(session.scalars(select(AccountRow.login).where(AccountRow.login.startswith(base))))
    number, login = 2, base
    while login in taken:
        number, login = number + 1, f"{base}-{number}"
    return login
