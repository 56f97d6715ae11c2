"""Answers one turn: the stages as one visible list."""

from dataclasses import replace
from datetime import date

from chatbot.dialogue.context import Context
from chatbot.dialogue.decision import CHOICES, Decision, Thresholds, decide
from chatbot.dialogue.guards import GUARDS, MESSAGE_LIMIT, Turn
from chatbot.dialogue.guide import Guide, ScenarioPlace
from chatbot.dialogue.life_offer import with_named_event
from chatbot.dialogue.reading import Reading, read_turn
from chatbot.dialogue.reply import Reply, ReplyStatus
from chatbot.dialogue.scope import names_other_place, speaks_of
from chatbot.dialogue.several import questions_in
from chatbot.knowledge.catalog import Catalog, Contact
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.signpost import Signpost
from chatbot.retrieval.candidate import Candidate
from chatbot.retrieval.retriever import Findings, Retriever
from chatbot.text.normalization import clean
from chatbot.text.personal_data import mask_personal_data
from chatbot.text.talk import picked_place

# A signpost may be mistaken, and who cannot be told his own record may be told how to look it up: what comes
# near is offered beside. Idle talk and abuse are offered nothing.
_OFFERING = frozenset(
    {
        ReplyStatus.FALLBACK_NOT_COVERED,
        ReplyStatus.FALLBACK_OTHER_AGENCY,
        ReplyStatus.FALLBACK_PROFESSIONAL,
        ReplyStatus.REFUSED_PERSONAL_LOOKUP,
    }
)


class Responder:
    """Answers turns from one catalog. Immutable; one may serve many threads."""

    def __init__(self, catalog: Catalog, retriever: Retriever, thresholds: Thresholds) -> None:
        """Join a catalog, its index and the thresholds."""
        self.catalog = catalog
        self.retriever = retriever
        self.thresholds = thresholds
        self._guide = Guide(catalog)

    def respond(self, utterance: str, today: date, context: Context | None = None) -> Reply:
        """Answer what a citizen said.

        Args:
            utterance: Untouched; personal numbers are hidden before anything else sees it.
            today: The day in Asia/Seoul, on which an answer must hold.
            context: What the talk was about; without it the utterance is taken by itself.
        """
        cleaned = clean(utterance)
        masked = mask_personal_data(cleaned)
        turn = Turn(masked, masked != cleaned, self.catalog)
        for guard in GUARDS:
            reply = guard(turn)
            if reply is not None:
                return replace(reply, context=context)
        reply = self._pick(masked, today, context) or self._start_or_search(masked, today, context)
        reply = with_named_event(reply, self.catalog)
        return replace(
            reply, notice=self.catalog.wording.notice_personal_data if turn.had_personal_data else None
        )

    def walk(
        self, at: ScenarioPlace, utterance: str, today: date, context: Context | None = None
    ) -> Reply | None:
        """Go to a place in a scenario, for a pressed button; None when there is no such scenario.

        Args:
            at: The scenario and all answers, the newest included.
            utterance: What the button said; where it is empty, the newest answer stands for it.
            today: The day in Asia/Seoul.
            context: What the talk was about before.
        """
        scenario = self.catalog.scenarios.get(at.scenario_id)
        if scenario is None:
            return None
        reply = self._guide.reply(scenario, at.answers, mask_personal_data(clean(utterance)), today, context)
        if not reply.utterance:
            said = reply.state.given[-1].text if reply.state and reply.state.given else scenario.title
            reply = replace(reply, utterance=said)
        return reply

    def respond_within(
        self, at: ScenarioPlace, utterance: str, today: date, context: Context | None = None
    ) -> Reply | None:
        """Answer what a citizen typed while a scenario asks; None when there is no such scenario.

        What is no answer to its question gets the reply that it would get anywhere, and the scenario waits.
        """
        scenario = self.catalog.scenarios.get(at.scenario_id)
        if scenario is None:
            return None
        state, _ = self._guide.state(scenario, at.answers, today)
        cleaned = clean(utterance)
        if cleaned == mask_personal_data(cleaned) and len(cleaned) <= MESSAGE_LIMIT:
            reply = self._guide.answered(state, cleaned, today, context)
            if reply is not None:
                return reply
        reply = self.respond(utterance, today, context)
        return reply if reply.state else replace(reply, state=state)

    def leave(self, utterance: str, context: Context | None = None) -> Reply:
        """End a scenario that the citizen wants no more of."""
        return self._guide.stopped(mask_personal_data(clean(utterance)), context)

    def refuse_step(self, at: ScenarioPlace, utterance: str, today: date) -> Reply | None:
        """Answer a citizen who found none of a step's options right; None when there is no such scenario."""
        scenario = self.catalog.scenarios.get(at.scenario_id)
        if scenario is None:
            return None
        state, _ = self._guide.state(scenario, at.answers, today)
        return replace(self.none_of_these(utterance), state=state)

    def choose(self, entry_id: str, today: date) -> Reply | None:
        """Answer with an entry that the citizen picked; None when there is no such entry."""
        entry = self.catalog.entries.get(entry_id)
        if entry is None:
            return None
        reply = self._answer(entry, entry.question, today, "chosen by the citizen")
        return self._guide.with_offers(replace(reply, context=Context((entry.id,), entry.question)))

    def none_of_these(self, utterance: str) -> Reply:
        """Answer a citizen who found none of the offered entries right."""
        return Reply(
            ReplyStatus.FALLBACK_NONE_OF_THESE,
            mask_personal_data(clean(utterance)),
            self.catalog.wording.fallback_none_of_these,
            self.catalog.call_centre,
            reason="the citizen refused the choices",
        )

    def _pick(self, utterance: str, today: date, context: Context | None) -> Reply | None:
        """Answer with the choice that was picked by its place ("두 번째요")."""
        offered = context.entry_ids if context else ()
        place = picked_place(utterance, len(offered)) if len(offered) > 1 else None
        entry = self.catalog.entries.get(offered[place]) if place is not None else None
        if entry is None:
            return None
        reply = self._answer(entry, utterance, today, "picked by its place")
        return self._guide.with_offers(replace(reply, context=Context((entry.id,), entry.question)))

    def _start_or_search(self, utterance: str, today: date, context: Context | None) -> Reply:
        """Start the scenario that a whole message asks for, unless an entry has the very same question."""
        scenario = self._guide.named_by(utterance)
        if scenario and not self._guide.is_answered(utterance):
            return self._guide.reply(scenario, (), utterance, today, context)
        return self._guide.with_offers(self._search(utterance, today, context), scenario)

    def _search(self, utterance: str, today: date, context: Context | None) -> Reply:
        accept = self.thresholds.accept_threshold
        reading = read_turn(utterance, context, self.retriever, self.catalog, accept)
        reply = self._reply_to(reading, utterance, today)
        if reply.entry or reply.choices:
            reply = replace(reply, understood=reading.understood)
        return replace(reply, context=_context_after(reply, reading, context))

    def _reply_to(self, reading: Reading, utterance: str, today: date) -> Reply:
        findings = reading.findings
        candidates = findings.candidates
        margin = max(self.thresholds.ambiguity_margin, reading.margin)
        decision = decide(candidates, replace(self.thresholds, ambiguity_margin=margin))
        score = candidates[0].score if candidates else 0.0
        place = names_other_place(utterance, self.catalog)
        if place and not any(speaks_of(candidate.entry, place, utterance) for candidate in candidates[:1]):
            return Reply(
                ReplyStatus.FALLBACK_OTHER_PLACE,
                utterance,
                self.catalog.wording.fallback_other_place,
                self.catalog.call_centre,
                score=score,
                candidates=candidates,
                reason=f"asks about another place: {place}",
            )
        signpost = findings.signpost
        if signpost is not None and findings.signpost_score >= self.thresholds.signpost_threshold:
            return self._point(signpost, utterance, findings, today)
        decision = self._with_both_questions(decision, utterance, reading)
        choices = [choice for choice in decision.choices if choice.entry.holds_on(today)]
        if decision.answer is not None:
            answer = self._answer(decision.answer.entry, utterance, today, decision.reason)
            return replace(answer, score=score, choices=choices, candidates=candidates)
        if decision.choices and not choices:
            expired = self._answer(decision.choices[0].entry, utterance, today, decision.reason)
            return replace(expired, score=score, candidates=candidates)
        wording = self.catalog.wording
        texts = {
            ReplyStatus.CLARIFICATION: wording.clarification,
            ReplyStatus.FALLBACK_NO_CANDIDATE: wording.fallback_no_candidate,
            ReplyStatus.FALLBACK_LOW_SCORE: wording.fallback_low_score,
        }
        return Reply(
            decision.status,
            utterance,
            texts[decision.status],
            self.catalog.call_centre,
            score=score,
            choices=choices,
            candidates=candidates,
            reason=decision.reason,
        )

    def _with_both_questions(self, decision: Decision, utterance: str, reading: Reading) -> Decision:
        """Offer what else was asked in the same message: beside the answer, or first among the choices."""
        text = f"{reading.subject} {utterance}" if reading.understood and reading.subject else utterance
        asked = questions_in(text, self.retriever, self.thresholds.accept_threshold)
        entries = {candidate.entry.id for candidate in asked}
        if decision.answer is not None:
            if decision.answer.entry.id not in entries:
                return decision
            others = tuple(other for other in asked if other.entry != decision.answer.entry)
            return replace(decision, choices=others)
        if not asked:
            return decision
        rest = [choice for choice in decision.choices if choice.entry.id not in entries]
        choices: tuple[Candidate, ...] = (*asked, *rest)[:CHOICES]
        return replace(
            decision,
            status=ReplyStatus.CLARIFICATION,
            choices=choices,
            reason=f"{decision.reason}; two questions",
        )

    def _point(self, signpost: Signpost, utterance: str, findings: Findings, today: date) -> Reply:
        agency = signpost.agency
        near = findings.candidates[:CHOICES] if signpost.status in _OFFERING else ()
        return Reply(
            ReplyStatus(signpost.status),
            utterance,
            signpost.text,
            Contact(agency.department, agency.phone, agency.url) if agency else self.catalog.call_centre,
            score=findings.signpost_score,
            choices=[
                candidate
                for candidate in near
                if candidate.score >= self.thresholds.near_miss_threshold and candidate.entry.holds_on(today)
            ],
            candidates=findings.candidates,
            reason=f"signpost {signpost.id} {findings.signpost_score:.3f}",
        )

    def _answer(self, entry: Entry, utterance: str, today: date, reason: str) -> Reply:
        contact = self.catalog.contact_of(entry)
        if not entry.holds_on(today):
            expired = self.catalog.wording.fallback_expired
            return Reply(
                ReplyStatus.FALLBACK_EXPIRED, utterance, expired, contact, reason=f"expired; {reason}"
            )
        return Reply(
            ReplyStatus.ANSWERED,
            utterance,
            entry.plain_answer,
            contact,
            entry=entry,
            score=1.0,
            reason=reason,
        )


def _context_after(reply: Reply, reading: Reading, before: Context | None) -> Context | None:
    """Return what the next turn may be understood from: what was found, else what the talk was about."""
    if reply.entry:
        return Context((reply.entry.id,), reply.utterance, reading.subject)
    if reply.choices and not reading.is_guess:
        return Context(tuple(choice.entry.id for choice in reply.choices), reply.utterance, reading.subject)
    return None if reading.leaves_topic else before
