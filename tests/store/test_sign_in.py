"""The door for people with an account: what it tells, and what it writes down."""

from datetime import timedelta

import pytest

from chatbot.store.accounts import Identity, Role
from chatbot.store.attempts import ADDRESS_RULE
from chatbot.store.audit import COMMAND_LINE, Action, AuditFilter
from chatbot.store.sign_in import SignInResult, Visit
from tests.store.door import PASSWORD, VISIT, Door

ISSUER = "https://login.hanbit.example"


def fail(door: Door, times: int, login: str = "kim", visit: Visit = VISIT) -> SignInResult:
    for _ in range(times - 1):
        door.sign_in.with_password(login, "wrong", visit)
    return door.sign_in.with_password(login, "wrong", visit)


class TestPassword:
    def test_a_right_password_opens_a_session_and_is_in_the_log(self, door: Door) -> None:
        account = door.account()
        result = door.sign_in.with_password("kim", PASSWORD, VISIT)
        assert result.account == account
        assert result.token is not None
        assert door.sessions.account(result.token) == account
        (line,) = door.audit.lines(AuditFilter(action="sign_in"), 10)
        assert (line.deed.action, line.deed.actor.login) == (Action.SIGNED_IN, "kim")
        assert line.deed.after == {"with": "password"}

    def test_a_wrong_login_and_a_wrong_password_look_the_same(self, door: Door) -> None:
        door.account()
        disabled = door.account("lee")
        door.accounts.set_disabled(disabled.id, COMMAND_LINE, disabled=True)
        answers = {
            door.sign_in.with_password("kim", "wrong", VISIT),
            door.sign_in.with_password("nobody", "wrong", VISIT),
            door.sign_in.with_password("lee", PASSWORD, VISIT),
        }
        assert answers == {SignInResult()}

    @pytest.mark.parametrize("login", ["kim", "nobody"])
    def test_after_five_failures_known_and_unknown_logins_wait_alike(self, door: Door, login: str) -> None:
        door.account()
        assert fail(door, 5, login) == SignInResult()
        until = door.clock.now + timedelta(minutes=1)
        assert fail(door, 1, login) == SignInResult(wait_until=until)

    def test_while_waiting_the_right_password_is_refused_too_and_then_taken(self, door: Door) -> None:
        account = door.account()
        fail(door, 5)
        assert door.sign_in.with_password("kim", PASSWORD, VISIT).token is None
        door.clock.advance(minutes=1)
        assert door.sign_in.with_password("kim", PASSWORD, VISIT).account == account

    def test_many_logins_from_one_address_wait_as_well(self, door: Door) -> None:
        account = door.account()
        for number in range(ADDRESS_RULE.free):
            fail(door, 1, f"login-{number}")
        assert door.sign_in.with_password("kim", PASSWORD, VISIT).wait_until is not None
        elsewhere = Visit("198.51.100.9", "크롬")
        assert door.sign_in.with_password("kim", PASSWORD, elsewhere).account == account

    def test_an_admin_can_end_the_waiting(self, door: Door) -> None:
        account = door.account()
        fail(door, 5)
        door.sign_in.unlock("KIM")
        assert door.sign_in.with_password("kim", PASSWORD, VISIT).account == account

    def test_the_log_knows_neither_address_nor_a_password_typed_as_login(self, door: Door) -> None:
        door.account()
        fail(door, 1, PASSWORD)
        fail(door, 6)
        lines = door.audit.lines(AuditFilter(action="sign_in"), 20)
        assert {line.deed.target for line in lines} == {"unknown login", "account:kim"}
        assert Action.SIGN_IN_LOCKED in {line.deed.action for line in lines}
        assert len({line.deed.actor.address_key for line in lines}) == 1
        assert PASSWORD not in str(lines)
        assert VISIT.address not in str(lines)

    def test_who_goes_on_while_waiting_cannot_fill_the_log(self, door: Door) -> None:
        door.account()
        fail(door, 25)
        assert door.actions().count(Action.SIGN_IN_FAILED) == 5
        assert door.actions().count(Action.SIGN_IN_LOCKED) == 1
        fail(door, 3, "unknown")
        door.clock.advance(minutes=2)
        fail(door, 3)
        assert door.actions().count(Action.SIGN_IN_LOCKED) == 2


class TestOwnPassword:
    def test_who_is_signed_in_cannot_try_passwords_without_end(self, door: Door) -> None:
        account = door.account()
        assert door.sign_in.is_password(account, PASSWORD, VISIT.address).account == account
        for _ in range(5):
            assert door.sign_in.is_password(account, "wrong", VISIT.address) == SignInResult()
        assert door.sign_in.is_password(account, PASSWORD, VISIT.address).wait_until is not None


class TestIdentity:
    def test_a_person_of_the_provider_is_signed_in(self, door: Door) -> None:
        result = door.sign_in.with_identity(Identity(ISSUER, "s-1", "kim", Role.EDITOR), VISIT)
        assert result.token is not None
        assert door.sessions.account(result.token) == result.account
        (line,) = door.audit.lines(AuditFilter(action="sign_in.done"), 10)
        assert line.deed.after == {"with": "openid"}

    def test_a_disabled_person_is_refused_and_the_log_says_so(self, door: Door) -> None:
        identity = Identity(ISSUER, "s-1", "kim", Role.EDITOR)
        account = door.sign_in.with_identity(identity, VISIT).account
        assert account is not None
        door.account("boss", Role.ADMIN)
        door.accounts.set_disabled(account.id, COMMAND_LINE, disabled=True)
        assert door.sign_in.with_identity(identity, VISIT) == SignInResult()
        assert door.actions()[-1] is Action.SIGN_IN_FAILED

    def test_the_provider_cannot_take_the_last_admin_away(self, door: Door) -> None:
        door.sign_in.with_identity(Identity(ISSUER, "s-1", "kim", Role.ADMIN), VISIT)
        refused = door.sign_in.with_identity(Identity(ISSUER, "s-1", "kim", Role.STAFF), VISIT)
        assert refused == SignInResult()
        (kim,) = door.accounts.all()
        assert kim.role is Role.ADMIN
