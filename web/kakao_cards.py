"""A reply as cards of KakaoTalk: what is essential first, the rest behind a link to the page of the entry.

Essential are the approved sentences, the telephone, the department, the month and the sources: they are never
cut. Sections follow in a bubble of their own as far as it shows them.
"""

from collections.abc import Sequence

from chatbot.dialogue.reply import ReplyStatus
from chatbot.knowledge.wording import KakaoWords
from web.contexts.start import Start
from web.kakao_parts import CardParts, bubble, bubbles, fill_sections, skill, text_lines
from web.kakao_scenario import ScenarioCards
from web.kakao_schemas import (
    BUTTONS,
    LIST_HEADER,
    OUTPUTS,
    QUICK_REPLIES,
    SIMPLE_TEXT,
    SIMPLE_TEXT_UNFOLDED,
    Button,
    Extra,
    MessageButton,
    PhoneButton,
    SkillReply,
    WebLinkButton,
)
from web.kakao_text import length
from web.schemas import Answer, ChatReply, Contact, EntryLink

_EMERGENCY = ("109", "112", "119")
_OTHER_PLACES = "110"

_NAMES_THE_NUMBER = {ReplyStatus.HANDOFF_URGENT, ReplyStatus.FALLBACK_OTHER_PLACE}
"""Their text tells whom to call, and it is somebody else."""
_NEEDS_A_PERSON = {ReplyStatus.REFUSED_PERSONAL_LOOKUP, ReplyStatus.SMALL_TALK_ANGER}


class KakaoCards:
    """Makes the cards of one city."""

    def __init__(self, words: KakaoWords, public_url: str) -> None:
        """Keep what every card needs.

        Args:
            words: On buttons and headings.
            public_url: Where the pages of the entries are; empty: cards have no links.
        """
        self._words = words
        self._public_url = public_url.rstrip("/")
        self._parts = CardParts(words)
        self._scenarios = ScenarioCards(words, self._public_url)

    def reply(self, reply: ChatReply) -> SkillReply:
        """Return a turn.

        Raises:
            pydantic.ValidationError: It cannot be delivered.
        """
        before = [reply.understood_text] if reply.understood_text else []
        if reply.scenario and not reply.scenario.waits:
            return self._scenarios.reply(reply, reply.scenario)
        if reply.notice or reply.status == ReplyStatus.REFUSED_PERSONAL_DATA:
            before = [self._words.notice_personal_data, *before]
        if reply.answer:
            return self._answer(reply, reply.answer, before)
        if reply.status == ReplyStatus.CLARIFICATION and reply.choices:
            return self._choices(reply, before)
        return self._said(reply, before)

    def start(self, start: Start) -> SkillReply:
        """Return the first screen: how to ask, and what is asked most."""
        buttons: list[Button] = [self._parts.call(start.contact.phone)]
        if self._public_url:
            buttons.append(WebLinkButton(label=self._words.all, web_link_url=f"{self._public_url}/faq"))
        outputs, _ = self._parts.card(
            None, [self._words.start], [self._parts.contact_line(start.contact)], [], buttons
        )
        return skill([*outputs, *self._parts.questions(self._words.popular, start.popular)], [])

    def failure(self, text: str, contact: Contact) -> SkillReply:
        """Return a word of regret with whom to call."""
        buttons: list[Button] = [self._parts.call(contact.phone)]
        outputs, _ = self._parts.card(
            None, text_lines(text), [self._parts.contact_line(contact)], [], buttons
        )
        return skill(outputs, [self._parts.home()])

    def _answer(self, reply: ChatReply, answer: Answer, before: Sequence[str]) -> SkillReply:
        words = self._words
        buttons: list[Button] = [self._parts.call(answer.contact.phone)]
        if self._public_url:
            url = f"{self._public_url}{answer.path}"
            buttons.append(WebLinkButton(label=words.more, web_link_url=url))
        buttons += self._parts.life_event(reply, self._public_url)
        body = [*before, *([""] if before else []), *text_lines("\n".join(answer.lead))]
        outputs, left = self._parts.card(
            answer.title, body, [self._parts.contact_line(answer.contact)], self._parts.proof(answer), buttons
        )
        # What the card had no room for is essential and is shown in full; a page has the sections as well.
        essential = length("\n".join(left))
        sections = self._parts.sections(answer)
        limit = (
            SIMPLE_TEXT_UNFOLDED if self._public_url and essential <= SIMPLE_TEXT_UNFOLDED else SIMPLE_TEXT
        )
        text, rest = fill_sections([*left, *([""] if left else []), *sections], limit)
        if text:
            outputs.append(bubble(text))
        # Without a page to lead to, the rest comes before the list; the quick replies still offer the same.
        cut = length("\n".join(rest)) > length("\n".join(sections))
        if rest and (cut or not self._public_url):
            outputs.append(bubble(fill_sections(rest, SIMPLE_TEXT)[0]))
        heading = words.also if reply.choices else words.related
        offered: Sequence[EntryLink] = reply.choices or answer.related
        outputs += self._parts.questions(heading, offered)[: OUTPUTS - len(outputs)]
        return skill(outputs, self._quick(reply, [*reply.choices, *answer.related]))

    def _choices(self, reply: ChatReply, before: Sequence[str]) -> SkillReply:
        asked = text_lines(reply.text)
        heading = asked[0] if len(asked) == 1 and length(asked[0]) <= LIST_HEADER else self._words.choices
        said = [*before, *(asked if heading == self._words.choices else [])]
        outputs = bubbles(said, OUTPUTS - 1)
        none = MessageButton(
            label=self._words.none,
            message_text=self._words.none,
            extra=Extra(none=True, turn_id=reply.turn_id),
        )
        outputs += self._parts.questions(heading, reply.choices)
        return skill(outputs, self._quick(reply, reply.choices, [none]))

    def _said(self, reply: ChatReply, before: Sequence[str]) -> SkillReply:
        body = [*before, *([""] if before else []), *text_lines(reply.text)]
        contact, buttons = self._whom_to_call(reply)
        buttons = [*buttons, *self._parts.life_event(reply, self._public_url)][:BUTTONS]
        outputs, left = self._parts.card(None, body, contact, [], buttons)
        offered = self._parts.questions(self._words.choices, reply.choices)
        outputs += bubbles(left, OUTPUTS - len(outputs) - len(offered))
        return skill([*outputs, *offered], self._quick(reply, reply.choices))

    def _quick(
        self, reply: ChatReply, links: Sequence[EntryLink], before_the_end: Sequence[MessageButton] = ()
    ) -> list[MessageButton]:
        ends = [*before_the_end, *self._parts.ends(reply)]
        return [*self._parts.quick(links, QUICK_REPLIES - len(ends)), *ends]

    def _whom_to_call(self, reply: ChatReply) -> tuple[list[str], list[Button]]:
        if reply.status in _NAMES_THE_NUMBER:
            numbers = _EMERGENCY if reply.status == ReplyStatus.HANDOFF_URGENT else (_OTHER_PLACES,)
            return [], [
                PhoneButton(label=f"{number} {self._words.call}", phone_number=number)
                for number in numbers
                if number in reply.text
            ]
        family = reply.status.value.partition("_")[0]
        if family not in ("fallback", "handoff", "error") and reply.status not in _NEEDS_A_PERSON:
            return [], []
        buttons: list[Button] = [self._parts.call(reply.contact.phone)]
        if reply.contact.url:
            buttons.append(WebLinkButton(label=self._words.site, web_link_url=reply.contact.url))
        return [self._parts.contact_line(reply.contact)], buttons
