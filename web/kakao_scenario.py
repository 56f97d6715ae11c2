"""A guided scenario as cards: a question with its answers as quick replies, and what stands at the end."""

from collections.abc import Sequence
from urllib.parse import urlencode

from chatbot.knowledge.wording import KakaoWords
from web.kakao_parts import HEADING, CardParts, bubble, fill_sections, one_line, plain_lines, skill
from web.kakao_schemas import (
    OUTPUTS,
    QUICK_REPLIES,
    SIMPLE_TEXT,
    URL,
    Button,
    Extra,
    MessageButton,
    SkillReply,
    WebLinkButton,
)
from web.kakao_text import length
from web.schemas import Answer, Basis, ChatReply, ScenarioOutcome, ScenarioQuestion, ScenarioTurn

_DIVIDING = 200
"""Room that may stay empty where texts are divided between bubbles."""


class ScenarioCards:
    """Makes the cards of one city's scenarios."""

    def __init__(self, words: KakaoWords, public_url: str) -> None:
        """Keep what every card needs; `public_url` as in `web.kakao_cards.KakaoCards`."""
        self._words = words
        self._public_url = public_url
        self._parts = CardParts(words)

    def reply(self, reply: ChatReply, at: ScenarioTurn) -> SkillReply:
        """Return a step or an end.

        Raises:
            pydantic.ValidationError: It cannot be delivered.
        """
        before = [reply.notice] if reply.notice else []
        if at.outcome:
            return self._end(reply, at, at.outcome, before)
        assert at.question  # noqa: S101 - only a scenario that waits has neither
        return self._step(at, at.question, before)

    def _step(self, at: ScenarioTurn, asked: ScenarioQuestion, before: Sequence[str]) -> SkillReply:
        words = self._words
        progress = words.step.replace("{total}", str(at.total)).replace("{done}", str(at.done))
        lines = [*before, progress, "", asked.question, *([asked.help] if asked.help else [])]
        if asked.options:
            # They also stand in the text: quick replies are gone after the next message, typing still works.
            lines += ["", *(f"- {option.label}{_beside(option.hint)}" for option in asked.options)]
        else:
            lines += ["", words.day_hint if asked.date else words.number_hint]
        outputs, left = self._parts.card(at.title, plain_lines(lines), [], [], [])
        while left and len(outputs) < OUTPUTS:
            text, left = fill_sections(left, SIMPLE_TEXT)
            outputs.append(bubble(text))
        buttons = [self._parts.place(option.label, at, [*at.answers, option.id]) for option in asked.options]
        return skill(outputs, [*buttons, *self._ways_out(at, QUICK_REPLIES - len(buttons))])

    def _ways_out(self, at: ScenarioTurn, room: int) -> list[MessageButton]:
        """Return as many ways out of a step as there is room for; typed, their words do the same."""
        words = self._words
        here = {"scenario": at.scenario_id, "answers": at.answers}
        stop = MessageButton(label=words.stop, message_text=words.stop, extra=Extra(**here, stop=True))
        none = MessageButton(label=words.none, message_text=words.none, extra=Extra(**here, none=True))
        back = [self._parts.place(words.back, at, at.answers[:-1])] if at.answers else []
        return [*back, stop, none][:room]

    def _end(
        self, reply: ChatReply, at: ScenarioTurn, told: ScenarioOutcome, before: Sequence[str]
    ) -> SkillReply:
        buttons: list[Button] = [self._parts.call(reply.contact.phone)]
        if self._public_url:
            url = f"{self._public_url}{at.path}?{urlencode([('a', answer) for answer in at.answers])}"
            if length(url) <= URL:
                buttons.append(WebLinkButton(label=self._words.more, web_link_url=url))
        counted = plain_lines([*before, *self._counted(told)])
        outputs, left = self._parts.card(
            told.title, counted or [told.title], [self._parts.contact_line(reply.contact)], [], buttons
        )
        lines = [*left, *([""] if left else []), *self._told(told.parts, length("\n".join(left)))]
        while lines and len(outputs) < OUTPUTS:
            text, lines = fill_sections(lines, SIMPLE_TEXT)
            outputs.append(bubble(text))
        back = [self._parts.place(self._words.back, at, at.answers[:-1])] if at.answers else []
        return skill(outputs, [*back, *self._parts.ends(reply)])

    def _counted(self, told: ScenarioOutcome) -> list[str]:
        """Return days and amounts, each with the words that it rests on."""
        words = self._words
        lines: list[str] = []
        if told.deadline:
            due = told.deadline
            lines += [
                f"{words.due} {due.last_day_text} ({due.days_left_text})",
                f"{due.label} {due.start_text}",
                *self._basis(due.basis, told),
            ]
        if told.late:
            lines += [f"{words.late} {told.late.amount_text}", *self._basis(told.late.basis, told)]
        if told.total:
            lines += [
                f"{fee.label} {fee.amount_text} × {fee.count} = {fee.sum_text}" for fee in told.total.fees
            ]
            lines += [f"{words.total} {told.total.total_text}"]
            for basis in told.total.bases:
                lines += self._basis(basis, told)
        return lines

    def _basis(self, basis: Basis, told: ScenarioOutcome) -> list[str]:
        """Return the rule and who states it; the sources follow where the entry itself is shown."""
        proof = f"{basis.answer.title}, {basis.answer.as_of_text}"
        if basis.answer.entry_id not in {answer.entry_id for answer in told.parts}:
            proof += f", {self._words.sources} {', '.join(source.name for source in basis.answer.sources)}"
        return [*([basis.says] if basis.says else []), f"({proof})"]

    def _told(self, answers: Sequence[Answer], taken: int) -> list[str]:
        """Return what is shown of the entries, as lines; `taken` characters of their bubbles are used."""
        leads, sections = [], []
        for answer in answers:
            said = [f"{HEADING}{answer.title}", *answer.lead, *self._parts.proof(answer)]
            leads.append([*(one_line(line) for line in said), ""])
            listed = self._parts.sections(answer)
            sections.append([*listed, ""] if listed else [])
        whole = [line for pair in zip(leads, sections, strict=True) for part in pair for line in part]
        if taken + length("\n".join(whole)) <= (OUTPUTS - 1) * SIMPLE_TEXT - _DIVIDING:
            return whole
        # What the answers say comes before what they list: the end of a long text is only on the page.
        named = [
            [f"{HEADING}{answer.title}", *listed] if listed else []
            for answer, listed in zip(answers, sections, strict=True)
        ]
        return [line for part in (*leads, *named) for line in part]


def _beside(hint: str | None) -> str:
    return f" ({hint})" if hint else ""
