from collections.abc import Iterator
from datetime import timedelta

import pytest

from chatbot.store.counselling import Counsel, Counselling, CounselOutcome, statistics_of
from chatbot.store.database import Database
from tests.store.desk import KIM, LEE, MORNING, Clock, with_counsellors

TODAY = MORNING.date()
ANSWERED = Counsel("passport", "passport-fee", CounselOutcome.ANSWERED)
TRANSFERRED = Counsel("waste", None, CounselOutcome.TRANSFERRED)
OTHER = Counsel(None, None, CounselOutcome.SMS)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def log(clock: Clock) -> Iterator[Counselling]:
    opened = with_counsellors(Database("sqlite://"))
    yield Counselling(opened, clock)
    opened.close()


def test_a_call_is_kept_with_who_and_when(log: Counselling) -> None:
    number = log.note(ANSWERED, KIM)
    line = log.lines(TODAY, TODAY)[0]
    assert (line.id, line.account_id, line.noted_at, line.counsel) == (number, KIM, MORNING, ANSWERED)


def test_days_are_those_of_seoul(log: Counselling, clock: Clock) -> None:
    clock.now = MORNING.replace(hour=0, minute=10)  # in UTC still the day before
    log.note(ANSWERED, KIM)
    clock.now = MORNING.replace(hour=23, minute=50)
    log.note(ANSWERED, KIM)
    clock.now = MORNING.replace(hour=0, minute=0) + timedelta(days=1)
    log.note(ANSWERED, KIM)
    assert len(log.lines(TODAY, TODAY)) == 2
    assert len(log.lines(TODAY, TODAY + timedelta(days=1))) == 3
    assert log.lines(TODAY - timedelta(days=1), TODAY - timedelta(days=1)) == []


def test_a_slip_can_be_taken_back_at_once_by_whoever_made_it(log: Counselling, clock: Clock) -> None:
    mine, old = log.note(ANSWERED, KIM), log.note(ANSWERED, KIM)
    assert not log.take_back(mine, LEE, timedelta(minutes=5))
    assert log.take_back(mine, KIM, timedelta(minutes=5))
    assert not log.take_back(mine, KIM, timedelta(minutes=5))
    clock.pass_by(minutes=6)
    assert not log.take_back(old, KIM, timedelta(minutes=5))
    assert [line.id for line in log.lines(TODAY, TODAY)] == [old]


def test_statistics_count_outcomes_days_topics_and_entries(log: Counselling, clock: Clock) -> None:
    for counsel in (ANSWERED, ANSWERED, TRANSFERRED):
        log.note(counsel, KIM)
    clock.pass_by(days=1)
    log.note(OTHER, LEE)
    found = statistics_of(log.lines(TODAY, TODAY + timedelta(days=1)))
    assert found.total == 4
    assert found.outcomes == {
        CounselOutcome.ANSWERED: 2,
        CounselOutcome.TRANSFERRED: 1,
        CounselOutcome.SMS: 1,
    }
    assert found.days == {TODAY: 3, TODAY + timedelta(days=1): 1}
    assert list(found.topics.items()) == [("passport", 2), ("waste", 1), (None, 1)]
    assert found.entries == {"passport-fee": 2}


def test_nothing_noted_counts_as_nothing() -> None:
    found = statistics_of([])
    assert (found.total, found.days) == (0, {})
    assert set(found.outcomes.values()) == {0}
