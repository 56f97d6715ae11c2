"""What stands at the end of a scenario: parts of entries, and what is counted by the words of entries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from chatbot.dialogue.scenario_run import ScenarioState
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.deadline import Deadline, last_day
from chatbot.knowledge.entry import Entry, Fee
from chatbot.knowledge.scenario import End, FeeTimes, Late, LateStep, Part, ScenarioDeadline


@dataclass(frozen=True)
class Shown:
    """An entry of which something is shown; without `fields`, all of it."""

    entry: Entry
    fields: tuple[Part, ...]


@dataclass(frozen=True)
class Due:
    """A deadline, counted.

    Attributes:
        rule: How it was counted, and the words that say so.
        entry: The entry that has these words.
        start: The day from which it was counted.
        day: The last day on which it is kept.
        days_left: Days from today until then; 0 on the day itself, below 0 when it has passed.
    """

    rule: ScenarioDeadline
    entry: Entry
    start: date
    day: date
    days_left: int


@dataclass(frozen=True)
class LateAmount:
    """What is due after the deadline, as of today."""

    step: LateStep
    entry: Entry


@dataclass(frozen=True)
class CountedFee:
    """A fee, so many times.

    Attributes:
        entry: The entry that has it.
        fee: The fee that holds today.
        count: How often it is paid.
    """

    entry: Entry
    fee: Fee
    count: int

    @property
    def amount(self) -> int:
        """Won in all."""
        return self.fee.amount * self.count


@dataclass(frozen=True)
class Outcome:
    """Everything that an end tells as of a day.

    Attributes:
        title: Of the end.
        shown: Entries and their parts; those that do not hold are left out.
        due: The deadline, where there is one.
        late: What is paid now, where the deadline has passed and an amount is set.
        fees: What is added up; nothing where one of the fees does not hold today.
    """

    title: str
    shown: tuple[Shown, ...]
    due: Due | None
    late: LateAmount | None
    fees: tuple[CountedFee, ...]

    @property
    def total(self) -> int:
        """Won of all fees together."""
        return sum(fee.amount for fee in self.fees)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry that it rests on, once, the shown ones first."""
        named = [
            *(shown.entry for shown in self.shown),
            *((self.due.entry,) if self.due else ()),
            *((self.late.entry,) if self.late else ()),
            *(fee.entry for fee in self.fees),
        ]
        return tuple({entry.id: entry for entry in named}.values())


def outcome(end: End, state: ScenarioState, catalog: Catalog, today: date) -> Outcome:
    """Return what an end tells.

    What rests on an entry whose time has passed is left out, so that `shown` may be empty.

    Args:
        end: The end that was reached.
        state: With the answers that led there.
        catalog: For the entries and the public holidays.
        today: The day in Asia/Seoul.
    """
    answers = {given.step_id: given.answer for given in state.given}
    due = _due(end.deadline, answers, catalog, today) if end.deadline else None
    return Outcome(
        title=end.title,
        shown=tuple(
            Shown(entry, show.fields) for show in end.shows if (entry := _holding(show.entry, catalog, today))
        ),
        due=due,
        late=_late(end.late, due, catalog, today) if end.late and due else None,
        fees=_fees(end.total, answers, catalog, today),
    )


def _holding(entry_id: str, catalog: Catalog, today: date) -> Entry | None:
    entry = catalog.entries[entry_id]
    return entry if entry.holds_on(today) else None


def _due(rule: ScenarioDeadline, answers: dict[str, str], catalog: Catalog, today: date) -> Due | None:
    entry = _holding(rule.entry, catalog, today)
    if entry is None:
        return None
    start = date.fromisoformat(answers[rule.from_step])
    day = last_day(rule, start, catalog.holidays)
    return Due(rule, entry, start, day, (day - today).days)


def _late(late: Late, due: Due, catalog: Catalog, today: date) -> LateAmount | None:
    entry = _holding(late.entry, catalog, today)
    if entry is None or due.days_left >= 0:
        return None
    # The last step has no end, so that one always holds.
    return LateAmount(next(step for step in late.steps if today <= _until(step, due)), entry)


def _until(step: LateStep, due: Due) -> date:
    """Return the last day on which a step holds."""
    if step.until_days is not None:
        return due.day + timedelta(days=step.until_days)
    if step.under_months is None:
        return date.max
    # So many months are full on the day on which a period that begins after the deadline ends.
    months = Deadline(entry=due.entry.id, says=step.says, months=step.under_months, rolls=False)
    return last_day(months, due.day, ()) - timedelta(days=1)


def _fees(
    items: Sequence[FeeTimes], answers: dict[str, str], catalog: Catalog, today: date
) -> tuple[CountedFee, ...]:
    counted = []
    for item in items:
        entry = _holding(item.entry, catalog, today)
        fees = [fee for fee in entry.fees if fee.label == item.fee and fee.holds_on(today)] if entry else []
        if not entry or not fees:
            # A sum without one of its parts would be a wrong sum.
            return ()
        counted.append(CountedFee(entry, fees[0], int(answers[item.step] if item.step else item.times)))
    return tuple(counted)
