"""Whoever goes on failing waits longer each time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.store.attempts import ADDRESS_RULE, LOGIN_RULE, Attempts, Counted, LockRule
from chatbot.store.database import Database
from tests.store.door import Clock, Door

LOGIN = Counted("login", LOGIN_RULE)
ADDRESS = Counted("address", ADDRESS_RULE)


class TestLockRule:
    def test_waits_double_up_to_the_longest(self) -> None:
        minutes = [wait and wait.total_seconds() / 60 for wait in map(LOGIN_RULE.wait, range(3, 12))]
        assert minutes == [None, None, 1, 2, 4, 8, 16, 30, 30]

    @given(st.integers(0, 10**9), st.integers(0, 10**9))
    def test_more_failures_never_wait_less(self, one: int, other: int) -> None:
        few, many = sorted((one, other))
        shorter = LOGIN_RULE.wait(few) or timedelta()
        assert shorter <= (LOGIN_RULE.wait(many) or timedelta()) <= LOGIN_RULE.longest

    def test_an_office_behind_one_address_may_fail_more_often(self) -> None:
        assert ADDRESS_RULE.free > LOGIN_RULE.free
        assert LockRule(free=1).wait(1) == timedelta(minutes=1)


class TestAttempts:
    def fail(self, door: Door, times: int) -> None:
        for _ in range(times):
            assert door.attempts.begin((LOGIN, ADDRESS)) is None

    def test_the_sixth_try_waits_a_minute_and_waiting_is_not_prolonged_by_trying(self, door: Door) -> None:
        self.fail(door, 5)
        until = door.clock.now + timedelta(minutes=1)
        assert door.attempts.begin((LOGIN, ADDRESS)) == until
        door.clock.advance(seconds=59)
        assert door.attempts.begin((LOGIN,)) == until
        door.clock.advance(seconds=1)
        assert door.attempts.begin((LOGIN,)) is None
        assert door.attempts.begin((LOGIN,)) == door.clock.now + timedelta(minutes=2)

    def test_a_right_password_starts_the_login_anew_and_the_address_has_one_failure_less(
        self, door: Door
    ) -> None:
        self.fail(door, 4)
        door.attempts.succeed(LOGIN.key, ADDRESS)
        self.fail(door, 5)
        assert door.attempts.begin((LOGIN,)) is not None
        for _ in range(ADDRESS_RULE.free - 8):
            assert door.attempts.begin((ADDRESS,)) is None
        assert door.attempts.begin((ADDRESS,)) is not None

    def test_the_right_password_at_the_last_free_try_leaves_nobody_locked(self, door: Door) -> None:
        for _ in range(ADDRESS_RULE.free):
            door.attempts.begin((ADDRESS,))
        door.attempts.succeed("another login", ADDRESS)
        assert door.attempts.begin((ADDRESS,)) is None

    def test_another_login_from_another_address_is_not_kept_waiting(self, door: Door) -> None:
        self.fail(door, 5)
        other = (Counted("another login", LOGIN_RULE), Counted("another address", ADDRESS_RULE))
        assert door.attempts.begin(other) is None

    @pytest.mark.parametrize(("hours", "waits"), [(23.9, True), (24.1, False)])
    def test_failures_are_forgotten_after_a_day(self, door: Door, hours: float, waits: bool) -> None:
        self.fail(door, 5)
        door.clock.advance(hours=hours)
        assert door.attempts.begin((LOGIN,)) is None
        assert (door.attempts.begin((LOGIN,)) is not None) == waits

    def test_who_is_let_off_tries_again_at_once(self, door: Door) -> None:
        self.fail(door, 5)
        door.attempts.forget(LOGIN.key)
        assert door.attempts.begin((LOGIN,)) is None

    def test_many_tries_at_once_are_counted_as_many(self, tmp_path: Path) -> None:
        database = Database(f"sqlite:///{tmp_path}/talks.sqlite3")
        attempts = Attempts(database, Clock())
        with ThreadPoolExecutor(8) as pool:
            waits = list(pool.map(lambda _: attempts.begin((LOGIN,)), range(24)))
        database.close()
        assert waits.count(None) == LOGIN_RULE.free
