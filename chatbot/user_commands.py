"""`python -m chatbot user`: makes and changes accounts where nobody can sign in yet, or any more."""

import argparse
import getpass
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from chatbot.settings import Settings
from chatbot.store.accounts import Account, AccountError, Accounts, Role
from chatbot.store.attempts import Attempts
from chatbot.store.audit import COMMAND_LINE, Audit
from chatbot.store.database import Database
from chatbot.store.keyed_hash import KeyedHash
from chatbot.store.password_rules import SHORTEST
from chatbot.store.passwords import Passwords

PasswordReader = Callable[[], str]


def add_user_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `user` and its own commands to those of the program."""
    user = commands.add_parser("user", help="make and change the accounts of people who sign in")
    doings = user.add_subparsers(dest="doing", required=True)
    add = doings.add_parser("add", help="make an account; the password is asked for, or read from stdin")
    add.add_argument("login", help="3 to 40 small Latin letters, digits, dots, hyphens or underscores")
    add.add_argument("--role", choices=list(Role), default=Role.STAFF, type=Role, help="what it may do")
    doings.add_parser("list", help="print all accounts: login, role, state")
    for name, text in (("disable", "keep an account from being used"), ("enable", "let it be used again")):
        doings.add_parser(name, help=text).add_argument("login")
    role = doings.add_parser("role", help="change what an account may do")
    role.add_argument("login")
    role.add_argument("role", choices=list(Role), type=Role)
    password = doings.add_parser(
        "password", help="give an account another password, asked for or read from stdin; ends its waiting"
    )
    password.add_argument("login")


def run_user_command(
    options: argparse.Namespace, settings: Settings, read_password: PasswordReader | None = None
) -> str:
    """Run one of the commands; return what is printed.

    Args:
        options: As parsed.
        settings: Where the database is.
        read_password: Where a password comes from; the terminal or stdin unless given.

    Raises:
        AccountError: It cannot be done; the message says why.
        chatbot.store.database.DatabaseAddressError: The database address cannot be used.
    """
    database = Database(settings.database)
    try:
        accounts = Accounts(database, Passwords(), Audit(database, _now), _now)
        if options.doing == "list":
            return "\n".join(_line(account) for account in accounts.all()) or "no accounts"
        if options.doing == "add":
            password = (read_password or password_from_user)()
            account = accounts.add(options.login, options.role, password, COMMAND_LINE, must_change=False)
            return f"added {_line(account)}"
        return _change(options, settings, database, accounts, read_password or password_from_user)
    finally:
        database.close()


def _change(
    options: argparse.Namespace,
    settings: Settings,
    database: Database,
    accounts: Accounts,
    read_password: PasswordReader,
) -> str:
    account = accounts.of_login(options.login)
    if account is None:
        raise AccountError(f'"{options.login}" 계정이 없어요. user list로 목록을 보세요.')
    if options.doing == "role":
        changed = accounts.set_role(account.id, options.role, COMMAND_LINE)
    elif options.doing == "password":
        changed = accounts.set_password(account.id, read_password(), COMMAND_LINE, must_change=False)
        keys = KeyedHash(settings.access_secret, settings.access_secret_file)
        Attempts(database, _now).forget(keys.login(account.login))
    else:
        changed = accounts.set_disabled(account.id, COMMAND_LINE, disabled=options.doing == "disable")
    return f"now {_line(changed)}"


def password_from_user() -> str:
    """Return a password: typed twice without being shown, or the first line of stdin where nobody types.

    Raises:
        AccountError: What was typed twice differs.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass(f"Password, at least {SHORTEST} characters: ")
    if getpass.getpass("Once more: ") != password:
        raise AccountError("두 번 적은 비밀번호가 서로 달라요. 똑같이 두 번 적어 주세요.")
    return password


def _line(account: Account) -> str:
    way = "password" if account.has_password else "OpenID Connect"
    state = f"disabled {account.disabled_at:%Y-%m-%d}" if account.disabled_at else "in use"
    return f"{account.login}  {account.role.value}  {way}  {state}"


def _now() -> datetime:
    return datetime.now(UTC)
