"""The answer as a text for a messenger, such as a bubble of KakaoTalk."""

from collections.abc import Sequence
from dataclasses import dataclass

from chatbot.forms.sections import Sections

MOST_CHARACTERS = 1000
"""What a bubble of KakaoTalk holds, in UTF-16 units, which is the most that it can count."""


@dataclass(frozen=True)
class ChatText:
    """A text to paste into a chat.

    Attributes:
        text: At most `MOST_CHARACTERS`.
        left_out: Headings of sections that had no room, whole.
    """

    text: str
    left_out: Sequence[str] = ()


def chat_text(sections: Sections, address: str = "") -> ChatText:
    """Return the answer with as many whole sections as fit; the last of them are left out first.

    Title, answer, number, month and address always stand in it.

    Args:
        sections: Of the entry.
        address: Of the entry's page; empty where citizens cannot reach it.
    """
    first = [sections.title, *sections.lead]
    last = [f"문의: {sections.contact.department.short_name} {sections.contact.phone}", sections.as_of]
    last += [address] if address else []
    kept = [[heading, *(f"- {line}" for line in lines)] for heading, lines in sections.titled()]
    left_out: list[str] = []
    while kept and _length(first, kept, last) > MOST_CHARACTERS:
        left_out.insert(0, kept.pop()[0])
    return ChatText(_joined(first, kept, last), left_out)


def _joined(first: Sequence[str], blocks: Sequence[Sequence[str]], last: Sequence[str]) -> str:
    return "\n\n".join("\n".join(block) for block in (first, *blocks, last))


def _length(first: Sequence[str], blocks: Sequence[Sequence[str]], last: Sequence[str]) -> int:
    return len(_joined(first, blocks, last).encode("utf-16-le")) // 2
