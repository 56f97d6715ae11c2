from collections.abc import Iterator

import pytest

from chatbot.store.database import Database
from chatbot.store.shelf import MOST_RECENT, Shelf
from tests.store.desk import KIM, LEE, Clock, with_counsellors


@pytest.fixture
def database() -> Iterator[Database]:
    opened = with_counsellors(Database("sqlite://"))
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shelf(database: Database, clock: Clock) -> Shelf:
    return Shelf(database, KIM, clock)


def open_all(shelf: Shelf, clock: Clock, *entries: str) -> None:
    for entry in entries:
        shelf.note_opened(entry)
        clock.pass_by(minutes=1)


def test_what_was_opened_last_stands_first(shelf: Shelf, clock: Clock) -> None:
    open_all(shelf, clock, "a", "b", "a")
    assert shelf.recent() == ["a", "b"]


def test_what_was_opened_long_before_is_forgotten(shelf: Shelf, clock: Clock) -> None:
    names = [f"entry-{number}" for number in range(MOST_RECENT + 5)]
    open_all(shelf, clock, *names)
    assert shelf.recent() == names[: -MOST_RECENT - 1 : -1]


def test_pins_stay_in_the_order_in_which_they_were_set(shelf: Shelf, clock: Clock) -> None:
    for entry in ("b", "a", "b"):
        shelf.pin(entry, pinned=True)
        clock.pass_by(minutes=1)
    assert shelf.pinned() == ["b", "a"]


def test_a_pin_that_is_taken_away_leaves_the_entry_among_the_opened(shelf: Shelf, clock: Clock) -> None:
    open_all(shelf, clock, "a")
    shelf.pin("a", pinned=True)
    shelf.pin("a", pinned=False)
    assert (shelf.pinned(), shelf.recent()) == ([], ["a"])


def test_a_pinned_entry_is_not_forgotten_with_the_others(shelf: Shelf, clock: Clock) -> None:
    shelf.pin("old", pinned=True)
    open_all(shelf, clock, *(f"entry-{number}" for number in range(MOST_RECENT + 3)))
    assert shelf.pinned() == ["old"]


def test_every_account_has_a_shelf_of_its_own(database: Database, clock: Clock) -> None:
    Shelf(database, KIM, clock).pin("a", pinned=True)
    assert Shelf(database, LEE, clock).pinned() == []
