"""Text messages: a short one of 90 bytes and a long one of 2,000, as Korean carriers count (EUC-KR)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chatbot.forms.sections import Sections, holds_fact

SHORT_BYTES = 90
LONG_BYTES = 2000

# What carriers cannot show, and what says the same.
_REPLACED = str.maketrans({"−": "-", "–": "-", "—": "-", "\xa0": " ", "•": "·", "∙": "·", "㎡": "제곱미터"})


class UnsendableError(ValueError):
    """A text cannot be sent as a message; the words of the error tell staff why."""


@dataclass(frozen=True)
class Message:
    """A text message.

    Attributes:
        text: Only of characters that EUC-KR has.
        size: Bytes in EUC-KR.
        left_out: Sentences and lines of the entry that had no room.
    """

    text: str
    size: int
    left_out: Sequence[str] = ()

    @property
    def lacks_fact(self) -> bool:
        """Whether an amount, a deadline or a number of the answer is left out: then the long one is due."""
        return any(map(holds_fact, self.left_out))


def short_message(sections: Sections) -> Message:
    """Return as many sentences of the answer as fit with the number, within `SHORT_BYTES`.

    Sentences are kept or left out whole, from the end: first those that hold no figure, then the others. The
    first one, which answers, always stays.

    Raises:
        UnsendableError: Not even the first sentence fits, or a character cannot be sent.
    """
    lead = [sendable(sentence) for sentence in sections.lead]
    expendable = sorted(lead[1:], key=lambda sentence: (holds_fact(sentence), -lead.index(sentence)))
    for count in range(len(lead)):
        left_out = expendable[:count]
        kept = [sentence for sentence in lead if sentence not in left_out]
        # The sender's number tells the city too, but its name gives way to nothing less than a figure.
        is_needed = not any(map(holds_fact, expendable[count : count + 1])) and count < len(expendable)
        for text in _framed(" ".join(kept), sections, is_needed):
            if message_size(text) <= SHORT_BYTES:
                return Message(text, message_size(text), [said for said in lead if said in left_out])
    raise UnsendableError(f"첫 문장이 {SHORT_BYTES}바이트에 들어가지 않아요. 긴 문자를 보내 주세요.")


def _framed(body: str, sections: Sections, names_city: bool) -> Iterator[str]:
    """Yield sentences with city and number, the fullest form first; our number never gives way."""
    head, phone = f"[{sendable(sections.city)}]", sections.contact.phone
    tails = [""] if phone in body else [f" 문의 {phone}", f" {phone}"]
    yield from (f"{head} {body}{tail}" for tail in tails)
    if not names_city:
        yield f"{body}{tails[-1]}"


def long_message(sections: Sections, address: str = "") -> Message:
    """Return the answer with what to bring, fees, deadline, ways, number, month and address.

    Whole lines are left out from the end where it grows beyond `LONG_BYTES`: ways first, then what to bring;
    never an amount or a deadline.

    Args:
        sections: Of the entry.
        address: Of the entry's page; empty where citizens cannot reach it.

    Raises:
        UnsendableError: It does not fit even so, or a character cannot be sent.
    """
    first = [f"[{sections.city}] {sections.title}", *sections.lead]
    blocks = {heading: list(lines) for heading, lines in sections.titled()}
    last = [f"문의: {sections.contact.department.short_name} {sections.contact.phone}", sections.as_of]
    last += [address] if address else []
    left_out: list[str] = []
    while True:
        text = sendable("\n".join([*first, *_laid_out(blocks), "", *last]))
        size = message_size(text)
        if size <= LONG_BYTES:
            return Message(text, size, left_out)
        cut = next((lines for name in ("신청 방법", "준비물") if (lines := blocks.get(name))), None)
        if cut is None:
            raise UnsendableError(f"{LONG_BYTES:,}바이트에 들어가지 않아요. 누리집 주소를 알려 주세요.")
        left_out.append(cut.pop())


def sendable(text: str) -> str:
    """Return the text with what EUC-KR lacks replaced by what says the same.

    Raises:
        UnsendableError: A character has no such stand-in; says which.
    """
    replaced = text.translate(_REPLACED)
    bad = sorted({character for character in replaced if not _has_code(character)})
    if bad:
        raise UnsendableError(f"문자로 보낼 수 없는 글자가 있어요: {' '.join(bad)}")
    return replaced


def message_size(text: str) -> int:
    """Return the bytes of a sendable text."""
    return len(text.encode("euc_kr"))


def _has_code(character: str) -> bool:
    try:
        # Python writes syllables that the standard lacks in eight bytes, which no telephone can read.
        return len(character.encode("euc_kr")) <= 2
    except UnicodeEncodeError:
        return False


def _laid_out(blocks: dict[str, list[str]]) -> Iterator[str]:
    for heading, lines in blocks.items():
        if lines:
            yield ""
            yield heading
            yield from (f"- {line}" for line in lines)
