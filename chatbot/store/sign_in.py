"""Signs people in: counts the try, looks at the password, opens a session and says so in the log."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from chatbot.store.accounts import Account, AccountError, Accounts, Identity
from chatbot.store.attempts import ADDRESS_RULE, LOGIN_RULE, Attempts, Counted
from chatbot.store.audit import Action, Actor, Audit, Deed
from chatbot.store.keyed_hash import KeyedHash
from chatbot.store.sessions import Sessions

_WAITING_NOTED = timedelta(minutes=1)


@dataclass(frozen=True)
class Visit:
    """From where somebody signs in.

    Attributes:
        address: Network address; only its keyed hash is kept.
        browser: Kind of the browser, in a word or two.
    """

    address: str
    browser: str


@dataclass(frozen=True)
class SignInResult:
    """What came of a try. Whichever part was wrong, it looks the same.

    Attributes:
        token: What the browser has to keep; None where nobody was signed in.
        account: Who was signed in.
        wait_until: When another try may be made; None where it may be made at once.
    """

    token: str | None = None
    account: Account | None = None
    wait_until: datetime | None = None


class SignIn:
    """The door for people with an account."""

    def __init__(
        self, accounts: Accounts, sessions: Sessions, attempts: Attempts, audit: Audit, keys: KeyedHash
    ) -> None:
        """Stand before the accounts and sessions of a database."""
        self._accounts = accounts
        self._sessions = sessions
        self._attempts = attempts
        self._audit = audit
        self._keys = keys

    def actor(self, account: Account | None, address: str) -> Actor:
        """Return who does something from an address."""
        key = self._keys.address(address)
        return Actor(account.id, account.login, key) if account else Actor(address_key=key)

    def with_password(self, login: str, password: str, visit: Visit) -> SignInResult:
        """Sign somebody in who typed a login and a password."""
        account, wait_until = self._checked(login, password, visit.address)
        if account is None:
            return SignInResult(wait_until=wait_until)
        return SignInResult(self._open(account, visit, "password"), account)

    def is_password(self, account: Account, password: str, address: str) -> SignInResult:
        """Return whether a password is that of somebody who is signed in already; tries are counted too."""
        found, wait_until = self._checked(account.login, password, address)
        return SignInResult(account=found, wait_until=wait_until)

    def with_identity(self, identity: Identity, visit: Visit) -> SignInResult:
        """Sign somebody in whom an OpenID Connect provider vouches for."""
        nobody = self.actor(None, visit.address)
        try:
            account = self._accounts.of_identity(identity, nobody)
        except AccountError:
            account = None
        if account is None:
            self._audit.record(Deed(nobody, Action.SIGN_IN_FAILED, "openid"))
            return SignInResult()
        return SignInResult(self._open(account, visit, "openid"), account)

    def unlock(self, login: str) -> None:
        """Let a login try again at once."""
        self._attempts.forget(self._keys.login(login))

    def _open(self, account: Account, visit: Visit, way: str) -> str:
        token = self._sessions.open(account.id, visit.browser)
        actor = self.actor(account, visit.address)
        self._audit.record(Deed(actor, Action.SIGNED_IN, f"account:{account.login}", after={"with": way}))
        return token

    def _checked(self, login: str, password: str, address: str) -> tuple[Account | None, datetime | None]:
        by_login = Counted(self._keys.login(login), LOGIN_RULE)
        by_address = Counted(self._keys.address(address), ADDRESS_RULE)
        wait_until = self._attempts.begin((by_login, by_address))
        account = None if wait_until else self._accounts.verified(login, password)
        if account is None:
            self._note_failure(login, address, is_waiting=wait_until is not None)
            return None, wait_until
        self._attempts.succeed(by_login.key, by_address)
        return account, None

    def _note_failure(self, login: str, address: str, *, is_waiting: bool) -> None:
        action = Action.SIGN_IN_LOCKED if is_waiting else Action.SIGN_IN_FAILED
        target = self._tried(login)
        # Who has to wait can go on trying as fast as a program can; the log says so once a minute.
        if is_waiting and self._audit.has_just_said(action, target, _WAITING_NOTED):
            return
        self._audit.record(Deed(self.actor(None, address), action, target))

    def _tried(self, login: str) -> str:
        # What is no login may be a password typed into the wrong field, so it is not written down.
        known = self._accounts.of_login(login)
        return f"account:{known.login}" if known else "unknown login"
