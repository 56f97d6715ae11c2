"""Accounts from the command line, where nobody can sign in yet."""

import io
from pathlib import Path

import pytest

from chatbot.__main__ import main
from chatbot.store.accounts import Role
from chatbot.store.audit import Action, AuditFilter
from chatbot.store.database import Database
from chatbot.user_commands import password_from_user
from tests.store.door import PASSWORD, VISIT, Door


@pytest.fixture(autouse=True)
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database of its own, and a secret that is not written anywhere."""
    found = f"sqlite:///{tmp_path}/accounts.sqlite3"
    monkeypatch.setenv("MINWONTALK_DATABASE", found)
    monkeypatch.setenv("MINWONTALK_ACCESS_SECRET", "a secret for tests only")
    return found


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str, password: str = PASSWORD) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\nanother line\n"))
    return main(["user", *arguments])


def test_the_first_admin_is_made_with_a_password_from_stdin(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    assert run(monkeypatch, "add", "boss", "--role", "admin") == 0
    assert capsys.readouterr().out == "added boss  admin  password  in use\n"
    door = Door(Database(address))
    account = door.accounts.verified("boss", PASSWORD)
    assert account is not None
    assert (account.role, account.must_change) == (Role.ADMIN, False)
    (line,) = door.audit.lines(AuditFilter(), 5)
    assert (line.deed.action, line.deed.actor.login) == (Action.ACCOUNT_ADDED, "(명령줄)")
    door.database.close()


def test_accounts_are_listed_changed_stopped_and_used_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "list") == 0
    assert capsys.readouterr().out == "no accounts\n"
    for arguments in (("add", "kim"), ("role", "kim", "publisher"), ("disable", "kim"), ("enable", "kim")):
        assert run(monkeypatch, *arguments) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["added kim  staff  password  in use", "now kim  publisher  password  in use"]
    assert lines[2].startswith("now kim  publisher  password  disabled 20")
    assert lines[3] == "now kim  publisher  password  in use"


def test_a_new_password_ends_the_waiting_of_who_forgot_the_old_one(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    run(monkeypatch, "add", "kim")
    door = Door(Database(address))
    for _ in range(5):
        door.sign_in.with_password("kim", "wrong", VISIT)
    assert door.sign_in.with_password("kim", PASSWORD, VISIT).wait_until is not None
    assert run(monkeypatch, "password", "kim", password="blue heron 9 tides") == 0  # noqa: S106
    assert door.sign_in.with_password("kim", "blue heron 9 tides", VISIT).token is not None
    door.database.close()


@pytest.mark.parametrize(
    ("arguments", "password", "error"),
    [
        (("add", "boss"), "short", "error: 비밀번호는 12자 이상이어야 해요. 지금은 5자예요.\n"),
        (
            ("add", "Boss Kim"),
            PASSWORD,
            "error: 아이디는 영어 소문자, 숫자, 점(.), 줄(-, _)로 3~40자를 쓰세요.\n",
        ),
        (("disable", "nobody"), PASSWORD, 'error: "nobody" 계정이 없어요. user list로 목록을 보세요.\n'),
    ],
)
def test_what_cannot_be_done_is_said_and_exits_with_2(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    password: str,
    error: str,
) -> None:
    assert run(monkeypatch, *arguments, password=password) == 2
    output = capsys.readouterr()
    assert (output.out, output.err) == ("", error)


def test_the_last_admin_cannot_be_stopped_here_either(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "add", "boss", "--role", "admin")
    assert run(monkeypatch, "disable", "boss") == 2
    assert "관리자가 한 명은 있어야 해요" in capsys.readouterr().err


def test_a_password_is_never_an_argument(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(monkeypatch, "add", "boss", PASSWORD)
    assert "unrecognized arguments" in capsys.readouterr().err


def test_at_a_terminal_the_password_is_typed_twice_without_being_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    typed = iter([PASSWORD, PASSWORD, PASSWORD, "another one"])
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    assert password_from_user() == PASSWORD
    with pytest.raises(ValueError, match="두 번 적은 비밀번호가 서로 달라요"):
        password_from_user()


def test_an_address_that_is_no_database_exits_with_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MINWONTALK_DATABASE", "nosuch://host/talks")
    assert run(monkeypatch, "list") == 2
    assert "is no usable database address" in capsys.readouterr().err
