"""Turns a guided scenario into what goes over the wire, as of a day."""

from collections.abc import Callable
from datetime import date

from chatbot.dialogue.scenario_outcome import Due, LateAmount, Outcome, Shown
from chatbot.dialogue.scenario_run import ScenarioState, day_bounds
from chatbot.knowledge.calendar import weekday
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Entry, without_emphasis
from chatbot.knowledge.scenario import Part, Scenario, Step
from web.schemas import (
    Answer,
    Basis,
    GivenAnswer,
    OutcomeAmount,
    OutcomeDeadline,
    OutcomeFee,
    OutcomeTotal,
    ScenarioDate,
    ScenarioLink,
    ScenarioNumber,
    ScenarioOption,
    ScenarioOutcome,
    ScenarioQuestion,
    ScenarioTurn,
)

PresentEntry = Callable[[Entry], Answer]
PresentAmount = Callable[[int], str]


class ScenarioPresenter:
    """Presents the scenarios of one catalog on one day."""

    def __init__(self, catalog: Catalog, today: date, answer: PresentEntry, amount: PresentAmount) -> None:
        """Keep the catalog, the day, and how entries and amounts are presented."""
        self._words = catalog.wording.scenario
        self._today = today
        self._answer = answer
        self._amount = amount

    def link(self, scenario: Scenario) -> ScenarioLink:
        """Present a scenario by its title."""
        return ScenarioLink(
            scenario_id=scenario.id,
            title=scenario.title,
            summary=scenario.summary,
            path=f"/guide/{scenario.id}",
        )

    def turn(self, state: ScenarioState, told: Outcome | None, *, waits: bool = False) -> ScenarioTurn:
        """Present where a scenario stands; while it waits, neither its question nor its end."""
        return ScenarioTurn(
            **self.link(state.scenario).model_dump(),
            answers=list(state.answers),
            done=state.done,
            total=state.total,
            given=[
                GivenAnswer(
                    label=given.label, answer=given.answer, text=given.text, before=list(given.before)
                )
                for given in state.given
            ],
            question=self._question(state.step) if state.step and not waits else None,
            outcome=self._outcome(told, state) if told else None,
            waits=waits,
        )

    def _question(self, step: Step) -> ScenarioQuestion:
        bounds = day_bounds(step.date, self._today) if step.date else None
        return ScenarioQuestion(
            question=step.question,
            help=step.help,
            options=[
                ScenarioOption(id=option.id, label=option.label, hint=option.hint) for option in step.options
            ],
            date=ScenarioDate(earliest=bounds[0], latest=bounds[1]) if bounds else None,
            number=ScenarioNumber(least=step.number.least, most=step.number.most, unit=step.number.unit)
            if step.number
            else None,
        )

    def _outcome(self, told: Outcome, state: ScenarioState) -> ScenarioOutcome:
        parts = [self._part(shown) for shown in told.shown]
        deadline = self._deadline(told.due, state) if told.due else None
        late = self._late(told.late) if told.late else None
        total = self._total(told) if told.fees else None
        lines = [
            told.title,
            *([f"{deadline.last_day_text}, {deadline.days_left_text}"] if deadline else ()),
            *([f"{late.amount_text}: {late.basis.says}"] if late else ()),
            *([total.total_text] if total else ()),
            *(without_emphasis(line) for part in parts for line in (part.title, *part.lead)),
        ]
        return ScenarioOutcome(
            title=told.title, deadline=deadline, late=late, total=total, parts=parts, text="\n".join(lines)
        )

    def _part(self, shown: Shown) -> Answer:
        answer = self._answer(shown.entry)
        kept = shown.fields or tuple(Part)
        return answer.model_copy(update={part.value: [] for part in Part if part not in kept})

    def _deadline(self, due: Due, state: ScenarioState) -> OutcomeDeadline:
        start = next(given for given in state.given if given.step_id == due.rule.from_step)
        if due.days_left > 0:
            left = self._words.days_left.format(days=due.days_left)
        elif due.days_left == 0:
            left = self._words.last_day
        else:
            left = self._words.days_late.format(days=-due.days_left)
        return OutcomeDeadline(
            last_day=due.day,
            last_day_text=self._words.full_day.format(
                year=due.day.year, month=due.day.month, day=due.day.day, weekday=weekday(due.day).value
            ),
            days_left=due.days_left,
            days_left_text=left,
            label=start.label,
            start_text=start.text,
            basis=self._basis(due.entry, due.rule.says),
        )

    def _late(self, late: LateAmount) -> OutcomeAmount:
        return OutcomeAmount(
            amount=late.step.amount,
            amount_text=self._amount(late.step.amount),
            basis=self._basis(late.entry, late.step.says),
        )

    def _total(self, told: Outcome) -> OutcomeTotal:
        entries = {fee.entry.id: fee.entry for fee in told.fees}
        return OutcomeTotal(
            fees=[
                OutcomeFee(
                    label=fee.fee.label,
                    amount_text=self._amount(fee.fee.amount),
                    count=fee.count,
                    sum_text=self._amount(fee.amount),
                )
                for fee in told.fees
            ],
            total=told.total,
            total_text=self._amount(told.total),
            bases=[self._basis(entry, None) for entry in entries.values()],
        )

    def _basis(self, entry: Entry, says: str | None) -> Basis:
        return Basis(says=without_emphasis(says) if says else None, answer=self._answer(entry))
