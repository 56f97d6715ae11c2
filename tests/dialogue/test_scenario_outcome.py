from dataclasses import replace
from datetime import date, timedelta

import pytest

from chatbot.dialogue.scenario_outcome import Outcome, outcome
from chatbot.dialogue.scenario_run import run
from chatbot.knowledge.catalog import Catalog
from tests.conftest import TODAY


def told(catalog: Catalog, answers: list[str], today: date = TODAY) -> Outcome:
    state = run(catalog.scenarios["passport-steps"], answers, today, catalog)
    assert state.end is not None
    return outcome(state.end, state, catalog, today)


def test_entries_are_shown_in_the_order_of_the_end_each_with_its_parts(catalog: Catalog) -> None:
    shown = told(catalog, ["first", "2", "thick"]).shown
    assert [(part.entry.id, [field.value for field in part.fields]) for part in shown] == [
        ("passport-fee", ["lead"]),
        ("passport-new", []),
    ]


def test_fees_are_taken_so_many_times_and_added_up(catalog: Catalog) -> None:
    result = told(catalog, ["first", "3", "thick"])
    assert [(fee.fee.label, fee.count, fee.amount) for fee in result.fees] == [
        ("10년 여권, 58면", 3, 156000),
        ("여권 정보 확인", 1, 0),
    ]
    assert result.total == 156000


def test_nothing_is_added_up_where_a_fee_does_not_hold_yet(catalog: Catalog) -> None:
    assert told(catalog, ["first", "3", "thick"], date(2026, 2, 28)).fees == ()


@pytest.mark.parametrize(
    ("lost_on", "last", "left"),
    [
        ("2026-03-10", date(2026, 3, 17), 7),
        ("2026-03-03", date(2026, 3, 10), 0),
        # The seventh day is a Saturday, so that the Monday after it counts.
        ("2026-02-21", date(2026, 3, 3), -7),
    ],
)
def test_a_deadline_is_counted_from_the_day_that_was_given(
    catalog: Catalog, lost_on: str, last: date, left: int
) -> None:
    due = told(catalog, ["lost", lost_on]).due
    assert due is not None
    assert (due.start.isoformat(), due.day, due.days_left) == (lost_on, last, left)


def test_an_amount_is_due_only_when_the_deadline_has_passed(catalog: Catalog) -> None:
    first, last = date(2026, 3, 3), date(2026, 3, 10)
    assert told(catalog, ["lost", first.isoformat()], last).late is None
    by_day = {}
    for days in range(1, 60):
        late = told(catalog, ["lost", first.isoformat()], last + timedelta(days=days)).late
        assert late is not None
        by_day[days] = late.step.says
    assert {days for days, says in by_day.items() if says == "26면 49,000원"} == set(range(1, 7))
    # A month after 10 March is full on 10 April, which is 31 days later.
    assert {days for days, says in by_day.items() if says == "58면 52,000원"} == set(range(7, 31))
    assert by_day[31] == "10년 여권은 58면 52,000원"


def test_what_rests_on_an_entry_that_does_not_hold_is_left_out(catalog: Catalog) -> None:
    over = {
        name: catalog.entries[name].model_copy(update={"effective_until": TODAY - timedelta(days=1)})
        for name in ("passport-lost", "passport-new")
    }
    later = replace(catalog, entries={**catalog.entries, **over})
    lost = told(later, ["lost", "2026-01-05"])
    assert (lost.shown, lost.due, lost.late) == ((), None, None)
    thick = told(later, ["first", "1", "thick"])
    assert [part.entry.id for part in thick.shown] == ["passport-fee"]


def test_every_entry_that_an_end_rests_on_is_named_once(catalog: Catalog) -> None:
    late = told(catalog, ["lost", "2026-01-05"])
    assert [entry.id for entry in late.entries] == ["passport-lost", "passport-fee"]
