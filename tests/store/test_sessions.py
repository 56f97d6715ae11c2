"""Browsers that are signed in: for how long, and who can end it."""

import pytest
from sqlalchemy import select

from chatbot.store.accounts import Role
from chatbot.store.audit import COMMAND_LINE
from chatbot.store.tables import SessionRow
from tests.store.door import Door


def test_a_token_names_its_account_and_only_its_hash_is_kept(door: Door) -> None:
    account = door.account()
    token = door.sessions.open(account.id, "크롬, 윈도우")
    assert door.sessions.account(token) == account
    assert door.sessions.account(token[:-1]) is None
    with door.database.transaction() as session:
        kept = session.scalars(select(SessionRow.token_hash)).one()
    assert len(token) >= 43
    assert token not in kept
    assert len(kept) == 64


def test_each_sign_in_has_a_token_of_its_own(door: Door) -> None:
    account = door.account()
    assert len({door.sessions.open(account.id, "크롬") for _ in range(5)}) == 5


def test_a_session_ends_when_it_is_not_used(door: Door) -> None:
    token = door.sessions.open(door.account().id, "크롬")
    for _ in range(3):
        door.clock.advance(minutes=29)
        assert door.sessions.account(token) is not None
    door.clock.advance(minutes=30)
    assert door.sessions.account(token) is None


def test_a_session_ends_in_the_evening_however_busy_it_is(door: Door) -> None:
    token = door.sessions.open(door.account().id, "크롬")
    for _ in range(59):
        door.clock.advance(minutes=10)
        assert door.sessions.account(token) is not None
    door.clock.advance(minutes=10)
    assert door.sessions.account(token) is None


def test_a_search_on_every_keystroke_does_not_write_on_every_keystroke(door: Door) -> None:
    account = door.account()
    token = door.sessions.open(account.id, "크롬")
    opened = door.clock.now
    door.clock.advance(seconds=59)
    door.sessions.account(token)
    assert door.sessions.of_account(account.id, token)[0].seen_at == opened
    door.clock.advance(seconds=1)
    door.sessions.account(token)
    assert door.sessions.of_account(account.id, token)[0].seen_at == door.clock.now


def test_the_owner_sees_where_the_account_is_signed_in(door: Door) -> None:
    account, other = door.account(), door.account("lee")
    first = door.sessions.open(account.id, "크롬, 윈도우")
    door.sessions.open(other.id, "엣지, 윈도우")
    door.clock.advance(minutes=5)
    door.sessions.open(account.id, "사파리, 아이폰")
    shown = [(each.browser, each.is_this) for each in door.sessions.of_account(account.id, first)]
    assert shown == [("사파리, 아이폰", False), ("크롬, 윈도우", True)]


def test_nobody_ends_a_session_of_somebody_else(door: Door) -> None:
    account, other = door.account(), door.account("lee")
    token = door.sessions.open(account.id, "크롬")
    (kept,) = door.sessions.of_account(account.id, token)
    assert not door.sessions.close_one(other.id, kept.id)
    assert door.sessions.account(token) is not None
    assert door.sessions.close_one(account.id, kept.id)
    assert door.sessions.account(token) is None


def test_one_browser_or_all_of_them_are_signed_out(door: Door) -> None:
    account = door.account()
    tokens = [door.sessions.open(account.id, "크롬") for _ in range(3)]
    door.sessions.close(tokens[0])
    assert [door.sessions.account(token) is not None for token in tokens] == [False, True, True]
    assert door.sessions.close_all(account.id) == 2
    assert [door.sessions.account(token) for token in tokens] == [None] * 3


def test_what_the_role_is_now_counts_in_an_open_session(door: Door) -> None:
    account = door.account()
    token = door.sessions.open(account.id, "크롬")
    door.accounts.set_role(account.id, Role.PUBLISHER, COMMAND_LINE)
    signed = door.sessions.account(token)
    assert signed is not None
    assert signed.role is Role.PUBLISHER


def test_sessions_that_are_over_do_not_pile_up(door: Door) -> None:
    account = door.account()
    door.sessions.open(account.id, "크롬")
    door.clock.advance(hours=11)
    door.sessions.open(account.id, "크롬")
    with door.database.transaction() as session:
        assert len(session.scalars(select(SessionRow)).all()) == 1


@pytest.mark.parametrize("token", ["", "가", "x" * 10_000])
def test_a_token_that_is_none_opens_nothing(door: Door, token: str) -> None:
    assert door.sessions.account(token) is None
