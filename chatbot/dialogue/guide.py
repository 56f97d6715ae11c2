"""Turns in which a citizen is guided through a scenario, and scenarios that are offered beside a reply."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from chatbot.dialogue.context import Context
from chatbot.dialogue.reply import Reply, ReplyStatus
from chatbot.dialogue.scenario_outcome import outcome
from chatbot.dialogue.scenario_run import (
    BadAnswerError,
    ScenarioState,
    answer_in,
    bounds_text,
    misses_bounds,
    run,
)
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.scenario import Scenario
from chatbot.text.normalization import comparison_key

_OFFERED = 2


@dataclass(frozen=True)
class ScenarioPlace:
    """Where a citizen is in a scenario.

    Attributes:
        scenario_id: Which one.
        answers: What was answered, as in `chatbot.dialogue.scenario_run.run`.
    """

    scenario_id: str
    answers: tuple[str, ...] = ()


class Guide:
    """Guides through the scenarios of one catalog. Immutable; one may serve many threads."""

    def __init__(self, catalog: Catalog) -> None:
        """Learn which phrases start which scenario."""
        self._catalog = catalog
        self._phrases = {
            comparison_key(phrase): scenario
            for scenario in catalog.scenarios.values()
            for phrase in scenario.phrases
        }

    @cached_property
    def _answered(self) -> frozenset[str]:
        # Looked up when first asked for: comparing every question takes longer than an edited entry may.
        texts = (text for entry in self._catalog.entries.values() for text in entry.texts)
        return frozenset(self._phrases.keys() & {comparison_key(text) for text in texts})

    def named_by(self, utterance: str) -> Scenario | None:
        """Return the scenario that a whole message is a phrase of."""
        return self._phrases.get(comparison_key(utterance))

    def is_answered(self, utterance: str) -> bool:
        """Tell whether a phrase is also a question of an entry, which then answers it."""
        return comparison_key(utterance) in self._answered

    def state(self, scenario: Scenario, answers: Sequence[str], today: date) -> tuple[ScenarioState, bool]:
        """Return where the answers lead, and whether they fit; where they do not, the first step.

        Answers may stop fitting between two turns, when the scenario was edited meanwhile.
        """
        try:
            return run(scenario, answers, today, self._catalog), True
        except BadAnswerError:
            return run(scenario, (), today, self._catalog), False

    def reply(
        self, scenario: Scenario, answers: Sequence[str], utterance: str, today: date, context: Context | None
    ) -> Reply:
        """Ask the step where the answers lead, or tell what their end tells."""
        state, fits = self.state(scenario, answers, today)
        notice = None if fits else self._catalog.wording.scenario.changed
        if state.end is None:
            return replace(self._asked(state, utterance), notice=notice, context=context)
        told = outcome(state.end, state, self._catalog, today)
        if not told.shown:
            return Reply(
                ReplyStatus.FALLBACK_EXPIRED,
                utterance,
                self._catalog.wording.fallback_expired,
                self._catalog.contact_of(self._catalog.entries[state.end.shows[0].entry]),
                reason=f"scenario {scenario.id}: nothing of the end {state.end_id} holds today",
            )
        first = told.shown[0].entry
        return Reply(
            ReplyStatus.SCENARIO_END,
            utterance,
            told.title,
            self._catalog.contact_of(first),
            score=1.0,
            reason=f"scenario {scenario.id}: {state.end_id}",
            context=Context((first.id,), first.question),
            state=state,
            outcome=told,
        )

    def answered(
        self, state: ScenarioState, utterance: str, today: date, context: Context | None
    ) -> Reply | None:
        """Go on with an answer that was typed; None where the message is none."""
        if state.step is None:
            return None
        answer = answer_in(state.step, utterance, today)
        if answer is not None:
            return self.reply(state.scenario, (*state.answers, answer), utterance, today, context)
        if not misses_bounds(state.step, utterance, today):
            return None
        notice = bounds_text(state.step, today, self._catalog.wording.scenario)
        return replace(self._asked(state, utterance), notice=notice, context=context)

    def stopped(self, utterance: str, context: Context | None) -> Reply:
        """Take leave of a scenario."""
        return Reply(
            ReplyStatus.SCENARIO_STOPPED,
            utterance,
            self._catalog.wording.scenario.stopped,
            self._catalog.call_centre,
            reason="the citizen left the scenario",
            context=context,
        )

    def with_offers(self, reply: Reply, first: Scenario | None = None) -> Reply:
        """Offer the scenarios that belong to what a reply shows beside it."""
        shown = {reply.entry.id} if reply.entry else {choice.entry.id for choice in reply.choices}
        fitting = [
            scenario for scenario in self._catalog.scenarios.values() if shown.intersection(scenario.entries)
        ]
        offers = {scenario.id: scenario for scenario in ([first] if first else []) + fitting}
        return replace(reply, scenarios=tuple(offers.values())[:_OFFERED])

    def _asked(self, state: ScenarioState, utterance: str) -> Reply:
        assert state.step  # noqa: S101 - only called where a step is asked
        return Reply(
            ReplyStatus.SCENARIO_STEP,
            utterance,
            state.step.question,
            self._catalog.call_centre,
            score=1.0,
            reason=f"scenario {state.scenario.id}: {state.step_id}",
            state=state,
        )
