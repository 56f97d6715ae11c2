"""What cards are made of: a text card that surely names the contact, sections, lists, buttons."""

from collections.abc import Sequence

from chatbot.knowledge.rules.kakao_limits import LIST_CARD_ITEMS, TEXT_CARD_LENGTH
from chatbot.knowledge.wording import KakaoWords
from web.kakao_schemas import (
    LABEL,
    LIST_ITEM_DESCRIPTION,
    LIST_ITEM_TITLE,
    MESSAGE,
    QUICK_REPLIES,
    SIMPLE_TEXT,
    TITLE,
    Button,
    Extra,
    ListCard,
    ListCardOutput,
    ListHeader,
    ListItem,
    MessageButton,
    Output,
    PhoneButton,
    SimpleText,
    SimpleTextOutput,
    SkillReply,
    Template,
    TextCard,
    TextCardOutput,
    WebLinkButton,
)
from web.kakao_text import fill, length, shorten
from web.schemas import Answer, ChatReply, Contact, EntryLink, How, Line, ScenarioTurn

HEADING = "■ "
_CONTACT_LENGTH = 120
"""Room for whom to call; hours and names that need more are left out, the number never is."""


class CardParts:
    """Makes the parts of one city's cards."""

    def __init__(self, words: KakaoWords) -> None:
        """Keep the words on buttons and headings."""
        self._words = words

    def card(
        self,
        title: str | None,
        body: Sequence[str],
        contact: Sequence[str],
        after: Sequence[str],
        buttons: Sequence[Button],
    ) -> tuple[list[Output], list[str]]:
        """Return a card that surely names the contact, and the lines that it had no room for."""
        if title is not None and length(title) > TITLE:
            body, title = [*text_lines(title), *body], None
        room = TEXT_CARD_LENGTH - length(title or "")
        reserved = length("\n".join(contact)) + 2 if contact else 0
        text, left = fill(body, room - reserved)
        lines = [text, *(["", *contact] if contact else [])]
        if left:
            left = [*left, *([""] if after else []), *after]
        else:
            more, left = fill(after, max(room - length("\n".join(lines)) - 1, 2)) if after else ("", [])
            if length("\n".join([*lines, more])) <= room:
                lines.append(more)
            else:
                left = list(after)
        description = "\n".join(lines).strip()
        card = TextCard(title=title, description=description, buttons=list(buttons) or None)
        return [TextCardOutput(text_card=card)], left

    def contact_line(self, contact: Contact) -> str:
        """Return whom to call; hours and name are left out before the line gets too long."""
        name, hours = one_line(contact.name), f" ({one_line(contact.hours)})" if contact.hours else ""
        for line in (
            f"{self._words.contact} {name} {contact.phone}{hours}",
            f"{self._words.contact} {name} {contact.phone}",
        ):
            if length(line) <= _CONTACT_LENGTH:
                return line
        return f"{self._words.contact} {contact.phone}"

    def sections(self, answer: Answer) -> list[str]:
        """Return what stands below the sentences of an answer, as lines under headings."""
        words = self._words
        fees = [f"{fee.label} {fee.amount_text}{f' ({fee.note})' if fee.note else ''}" for fee in answer.fees]
        sections = (
            (words.documents, [_item(line) for line in answer.documents]),
            (words.fees, fees),
            (words.deadline, [_item(line) for line in answer.deadline]),
            (words.how, [_item(way) for way in answer.how]),
            (words.details, [_item(line) for line in answer.details]),
        )
        lines: list[str] = []
        for heading, items in sections:
            if items:
                lines += [*([""] if lines else []), f"{HEADING}{heading}"]
                lines += [f"- {item}" for item in plain_lines(items)]
        return lines

    def questions(self, heading: str, links: Sequence[EntryLink]) -> list[Output]:
        """Return a list of questions to choose from, or nothing where there is none."""
        items = []
        for link in links[:LIST_CARD_ITEMS]:
            question, title = one_line(link.question), one_line(link.title)
            shown = shorten(title, LIST_ITEM_TITLE) or shorten(question, LIST_ITEM_TITLE)
            message = shorten(question, MESSAGE) or shown
            if shown and message:
                items.append(
                    ListItem(
                        title=shown,
                        description=shorten(question, LIST_ITEM_DESCRIPTION),
                        message_text=message,
                        extra=Extra(entry_id=link.entry_id),
                    )
                )
        return (
            [ListCardOutput(list_card=ListCard(header=ListHeader(title=heading), items=items))]
            if items
            else []
        )

    def quick(self, links: Sequence[EntryLink], room: int = QUICK_REPLIES) -> list[MessageButton]:
        """Return the same questions as so many quick replies at most, each question once."""
        links = list({link.entry_id: link for link in links}.values())[: max(room, 0)]
        labels = [shorten(one_line(link.title), LABEL) for link in links]
        return [
            MessageButton(
                # Two buttons with the same words would be a riddle.
                label=label if label and labels.count(label) == 1 else f"{place}{self._words.place}",
                message_text=shorten(one_line(link.question), MESSAGE) or f"{place}{self._words.place}",
                extra=Extra(entry_id=link.entry_id),
            )
            for place, (link, label) in enumerate(zip(links, labels, strict=True), start=1)
        ]

    def ends(self, reply: ChatReply) -> list[MessageButton]:
        """Return what every reply ends with: guides that belong to it or wait, and the way back."""
        found = []
        for link in reply.scenarios:
            label = shorten(one_line(link.title), LABEL)
            if label:
                extra = Extra(scenario=link.scenario_id, answers=[])
                message = shorten(one_line(link.title), MESSAGE) or label
                found.append(MessageButton(label=label, message_text=message, extra=extra))
        at = reply.scenario
        if at and at.waits:
            found.append(self.place(self._words.go_on, at, at.answers))
        return [*found, self.home()]

    def place(self, label: str, at: ScenarioTurn, answers: Sequence[str]) -> MessageButton:
        """Return the quick reply that goes to a place in a scenario."""
        extra = Extra(scenario=at.scenario_id, answers=list(answers))
        return MessageButton(label=label, message_text=label, extra=extra)

    def life_event(self, reply: ChatReply, public_url: str) -> list[Button]:
        """Return the button that leads to the life event of a reply, where one can be shown."""
        for event in reply.life_events if public_url else ():
            label = shorten(one_line(event.title), LABEL)
            if label:
                return [WebLinkButton(label=label, web_link_url=f"{public_url}{event.path}")]
        return []

    def proof(self, answer: Answer) -> list[str]:
        """Return who answers for an entry, for which month it speaks, and its sources."""
        return plain_lines(
            [
                f"{self._words.department} {answer.department}",
                answer.as_of_text,
                f"{self._words.sources} {', '.join(source.name for source in answer.sources)}",
            ]
        )

    def home(self) -> MessageButton:
        """Return the quick reply that begins anew."""
        return MessageButton(label=self._words.home, message_text=self._words.home, extra=Extra(home=True))

    def call(self, phone: str) -> PhoneButton:
        """Return the button that calls a number."""
        return PhoneButton(label=self._words.call, phone_number=phone)


def skill(outputs: Sequence[Output], quick_replies: Sequence[MessageButton]) -> SkillReply:
    """Return the whole reply."""
    return SkillReply(template=Template(outputs=list(outputs), quick_replies=list(quick_replies) or None))


def bubble(text: str) -> Output:
    """Return a bubble of text."""
    return SimpleTextOutput(simple_text=SimpleText(text=text))


def bubbles(lines: Sequence[str], most: int) -> list[Output]:
    """Return so many bubbles of text at most."""
    bubbles: list[Output] = []
    left = list(lines)
    while any(left) and len(bubbles) < most:
        text, left = fill(left, SIMPLE_TEXT)
        bubbles.append(bubble(text))
    return bubbles


def fill_sections(lines: Sequence[str], limit: int) -> tuple[str, list[str]]:
    """Fill a bubble without leaving a heading alone at its end."""
    text, left = fill(lines, limit)
    head, _, last = text.rpartition("\n")
    if left and head and last.startswith(HEADING):
        return head.strip(), [last, *left]
    return text, left


def text_lines(text: str) -> list[str]:
    """Return the lines of a text without marks of emphasis."""
    return [one_line(line) for line in text.replace("**", "").splitlines() if line.strip()]


def plain_lines(lines: Sequence[str]) -> list[str]:
    """Return texts as lines without marks of emphasis."""
    return [one_line(line) for line in lines]


def one_line(text: str) -> str:
    """Return a text as one line without marks of emphasis."""
    return " ".join(text.replace("**", "").split())


def _item(line: Line) -> str:
    parts = [f"{line.channel_text}: {line.text}" if isinstance(line, How) else line.text]
    if isinstance(line, How) and line.phone:
        parts.append(line.phone)
    if line.note:
        parts.append(f"({line.note})")
    if line.url:
        parts.append(line.url)
    return " ".join(parts)
