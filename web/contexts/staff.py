"""What the pages of sign-in, accounts and audit are filled from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chatbot.store.accounts import Account, Role
from chatbot.store.audit import Action, KeptDeed
from chatbot.store.sessions import OpenSession


@dataclass(frozen=True)
class MenuItem:
    """Where the menu of people with an account leads."""

    path: str
    label: str


@dataclass(frozen=True)
class StaffFrame:
    """What every page for people with an account knows; the frame is `staff.html`.

    Attributes:
        service: Name of the bot.
        who: Name of who is signed in.
        csrf_token: What forms must carry: `{{ token_field(staff.csrf_token) }}`.
        menu: Where the role may go.
        here: Path of the menu item that the page belongs to.
    """

    service: str
    who: str
    csrf_token: str
    menu: list[MenuItem]
    here: str


class SignInProblem(StrEnum):
    """Why the sign-in page is shown again, or at all."""

    WRONG = "wrong"
    WAIT = "wait"
    ENDED = "ended"
    OPENID = "openid"
    OPENID_AWAY = "openid_away"


@dataclass(frozen=True)
class SignInPage:
    """`accounts/sign_in.html`: where people with an account come in.

    Attributes:
        service: Name of the bot.
        csrf_token: What the form must carry.
        next_path: Where to go afterwards; may be empty.
        has_openid: The city's own login signs people in as well.
        problem: What is said above the form.
        minutes: How long to wait, for `SignInProblem.WAIT`.
        login_limit: Most characters of a login.
    """

    service: str
    csrf_token: str
    next_path: str
    has_openid: bool
    problem: SignInProblem | None
    minutes: int
    login_limit: int


@dataclass(frozen=True)
class OwnAccountPage:
    """`accounts/own.html`: one's own account.

    Attributes:
        staff: The frame.
        account: Who is signed in.
        sessions: Where.
        problem: Why the password was not changed.
        done: What was changed just now: `name`, `password` or `session`.
        name_limit: Most characters of a display name.
        shortest: Fewest characters of a password.
    """

    staff: StaffFrame
    account: Account
    sessions: list[OpenSession]
    problem: str | None
    done: str
    name_limit: int
    shortest: int


@dataclass(frozen=True)
class NewPassword:
    """A password for the first sign-in, shown once."""

    login: str
    password: str


@dataclass(frozen=True)
class AccountsPage:
    """`accounts/all.html`: all accounts, and a form for another one.

    Attributes:
        staff: The frame.
        accounts: By login.
        roles: All that can be given.
        problem: Why no account was made.
        typed: The login that was typed then.
        new: Of the account that was made just now.
        login_limit: Most characters of a login.
    """

    staff: StaffFrame
    accounts: list[Account]
    roles: list[Role]
    problem: str | None
    typed: str
    new: NewPassword | None
    login_limit: int


@dataclass(frozen=True)
class AccountPage:
    """`accounts/one.html`: one account with all that an admin can change; the rest as in `AccountsPage`."""

    staff: StaffFrame
    account: Account
    is_own: bool
    roles: list[Role]
    problem: str | None
    new: NewPassword | None


@dataclass(frozen=True)
class AuditFields:
    """What is typed above the log; days are those of the city, both included."""

    action: str
    login: str
    target: str
    since: date | None
    until: date | None


@dataclass(frozen=True)
class AuditPage:
    """`accounts/audit.html`: the log of what was done.

    Attributes:
        staff: The frame.
        fields: What is looked for.
        families: First words of actions, with their names.
        actions: All actions.
        lines: Newest first.
        older: Address of the next page, where there is one.
        csv: Address of the same as a table for spreadsheets.
    """

    staff: StaffFrame
    fields: AuditFields
    families: Mapping[str, str]
    actions: list[Action]
    lines: list[KeptDeed]
    older: str | None
    csv: str
