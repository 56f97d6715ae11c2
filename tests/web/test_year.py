"""Fees and lines switch on the right day in what goes over the wire."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from chatbot.knowledge.calendar import SEOUL
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Fee, Line
from web.presentation import Presenter


def test_a_fee_changes_at_midnight_in_seoul(catalog: Catalog) -> None:
    switch = date(2026, 3, 1)
    old = Fee(label="58면", amount=50000, effective_until=switch - timedelta(days=1))
    new = Fee(label="58면", amount=52000, effective_from=switch)
    entry = catalog.entries["passport-fee"].model_copy(update={"fees": (old, new)})
    changed = replace(catalog, entries={**catalog.entries, entry.id: entry})
    before = datetime(2026, 2, 28, 23, 59, 59, tzinfo=SEOUL)
    for moment, amount in ((before, "50,000원"), (before + timedelta(seconds=1), "52,000원")):
        shown = Presenter(changed, moment).answer(entry)
        assert [fee.amount_text for fee in shown.fees] == [amount]


def test_lines_are_shown_on_their_days_alone(catalog: Catalog) -> None:
    line = Line(
        text="연말까지만이에요.", effective_from=date(2026, 12, 1), effective_until=date(2026, 12, 31)
    )
    entry = catalog.entries["passport-fee"].model_copy(update={"details": (line,), "deadline": (line,)})
    for number in range(366):
        noon = datetime(2026, 6, 1, 12, tzinfo=SEOUL) + timedelta(days=number)
        shown = Presenter(catalog, noon).answer(entry)
        expected = 1 if line.holds_on(noon.date()) else 0
        assert (len(shown.details), len(shown.deadline)) == (expected, expected), noon
