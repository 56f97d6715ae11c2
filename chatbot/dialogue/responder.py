"""Answers one turn: the stages as one visible list."""

from dataclasses import replace
from datetime import date

from chatbot.dialogue.decision import Thresholds, decide
from chatbot.dialogue.guards import GUARDS, Turn
from chatbot.dialogue.reply import Reply, ReplyStatus
from chatbot.dialogue.scope import names_other_place, speaks_of
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Entry
from chatbot.retrieval.retriever import Retriever
from chatbot.text.normalization import clean
from chatbot.text.personal_data import mask_personal_data


class Responder:
    """Answers turns from one catalog. Immutable; one may serve many threads."""

    def __init__(self, catalog: Catalog, retriever: Retriever, thresholds: Thresholds) -> None:
        """Join a catalog, its index and the thresholds."""
        self.catalog = catalog
        self.retriever = retriever
        self.thresholds = thresholds

    def respond(self, utterance: str, today: date) -> Reply:
        """Answer what a citizen said.

        Args:
            utterance: Untouched; personal numbers are hidden before anything else sees it.
            today: The day in Asia/Seoul, on which an answer must hold.
        """
        cleaned = clean(utterance)
        masked = mask_personal_data(cleaned)
        turn = Turn(masked, masked != cleaned, self.catalog)
        for guard in GUARDS:
            reply = guard(turn)
            if reply is not None:
                return reply
        reply = self._search(masked, today)
        return replace(
            reply, notice=self.catalog.wording.notice_personal_data if turn.had_personal_data else None
        )

    def choose(self, entry_id: str, today: date) -> Reply | None:
        """Answer with an entry that the citizen picked; None when there is no such entry."""
        entry = self.catalog.entries.get(entry_id)
        if entry is None:
            return None
        return self._answer(entry, entry.question, today, "chosen by the citizen")

    def none_of_these(self, utterance: str) -> Reply:
        """Answer a citizen who found none of the offered entries right."""
        return Reply(
            ReplyStatus.FALLBACK_NONE_OF_THESE,
            mask_personal_data(clean(utterance)),
            self.catalog.wording.fallback_none_of_these,
            self.catalog.call_centre,
            reason="the citizen refused the choices",
        )

    def _search(self, utterance: str, today: date) -> Reply:
        candidates = self.retriever.search(self.retriever.query(utterance))
        decision = decide(candidates, self.thresholds)
        score = candidates[0].score if candidates else 0.0
        place = names_other_place(utterance, self.catalog)
        if place and not any(speaks_of(candidate.entry, place) for candidate in candidates[:1]):
            return Reply(
                ReplyStatus.FALLBACK_OTHER_PLACE,
                utterance,
                self.catalog.wording.fallback_other_place,
                self.catalog.call_centre,
                score=score,
                candidates=candidates,
                reason=f"asks about another place: {place}",
            )
        if decision.answer is not None:
            answer = self._answer(decision.answer.entry, utterance, today, decision.reason)
            return replace(answer, score=score, candidates=candidates)
        choices = [choice for choice in decision.choices if choice.entry.holds_on(today)]
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
