"""A simulated year over the city's own knowledge base: on no day is an expired text served."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from chatbot.dialogue.decision import Thresholds
from chatbot.dialogue.reply import ReplyStatus
from chatbot.dialogue.responder import Responder
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Effective
from chatbot.knowledge.reader import read_catalog
from chatbot.retrieval.retriever import Retriever

START = date(2026, 3, 1)
DAYS = 366


@pytest.fixture(scope="module")
def city() -> Catalog:
    catalog = read_catalog(Path(__file__).parents[2] / "knowledge").catalog
    assert catalog is not None
    return catalog


def changing(catalog: Catalog) -> list[tuple[str, Effective]]:
    """Return everything in the catalog that holds for a time only, with its entry's id."""
    return [
        (entry.id, part)
        for entry in catalog.entries.values()
        for part in (entry, *entry.documents, *entry.fees, *entry.deadline, *entry.how, *entry.details)
        if part.effective_from or part.effective_until
    ]


def test_the_city_has_texts_that_change_with_the_day(city: Catalog) -> None:
    assert len(changing(city)) > 20


def test_every_part_holds_from_its_first_day_to_its_last_and_on_no_other(city: Catalog) -> None:
    for entry_id, part in changing(city):
        for number in range(DAYS):
            day = START + timedelta(days=number)
            inside = not (
                (part.effective_from and day < part.effective_from)
                or (part.effective_until and day > part.effective_until)
            )
            assert part.holds_on(day) == inside, (entry_id, day)


def test_an_entry_falls_back_on_the_day_after_its_last(catalog: Catalog, retriever: Retriever) -> None:
    """The fixture's waste-old ends within the year: served up to that day, the department named after it."""
    responder = Responder(catalog, retriever, Thresholds())
    entry = catalog.entries["waste-old"]
    assert entry.effective_until is not None
    for number in range(-DAYS, DAYS):
        day = entry.effective_until + timedelta(days=number)
        reply = responder.choose(entry.id, day)
        assert reply is not None
        expected = ReplyStatus.ANSWERED if entry.holds_on(day) else ReplyStatus.FALLBACK_EXPIRED
        assert reply.status is expected, day
        assert (reply.entry is None) == (expected is ReplyStatus.FALLBACK_EXPIRED)
