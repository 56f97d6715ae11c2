"""What an entry says, line by line, as every ready form takes it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from chatbot.knowledge.catalog import Catalog, Contact
from chatbot.knowledge.entry import Entry, Line, without_emphasis

# Figures, and the words that stand for one: leaving any of them out changes what a citizen pays or misses.
_FACT = re.compile(r"\d|무료|전액|면제|절반|당일|하루|이틀|한 달|두 달|반년")


def holds_fact(sentence: str) -> bool:
    """Tell whether a sentence says an amount, a deadline, a date or a number."""
    return bool(_FACT.search(sentence))


@dataclass(frozen=True)
class Sections:
    """An entry on a day, its marks of emphasis taken away, in the order in which citizens read it.

    Attributes:
        title: Of the answer card.
        lead: The sentences of the answer.
        documents: What to bring.
        fees: "성인 10년 58면 52,000원".
        deadline: Until when, how long.
        how: "온라인: 정부24에서 신청하세요.".
        details: What else to know.
        contact: Whom to call.
        as_of: "2026년 3월 기준".
        city: Name of the city.
    """

    title: str
    lead: Sequence[str]
    documents: Sequence[str]
    fees: Sequence[str]
    deadline: Sequence[str]
    how: Sequence[str]
    details: Sequence[str]
    contact: Contact
    as_of: str
    city: str

    def titled(self) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield the sections behind the lead that have lines, each with its heading."""
        headings = (
            ("준비물", self.documents),
            ("수수료", self.fees),
            ("언제까지", self.deadline),
            ("신청 방법", self.how),
        )
        yield from ((heading, lines) for heading, lines in headings if lines)


def sections_of(entry: Entry, catalog: Catalog, today: date) -> Sections:
    """Return what an entry says on a day.

    Args:
        entry: Of the catalog.
        catalog: For the words of amounts and channels, and whom to call.
        today: The day in Asia/Seoul; lines that do not hold on it are left out.
    """
    wording = catalog.wording

    def shown(lines: Sequence[Line]) -> list[str]:
        return [_line(line) for line in lines if line.holds_on(today)]

    return Sections(
        title=entry.title,
        lead=[without_emphasis(sentence) for sentence in entry.lead],
        documents=shown(entry.documents),
        fees=[
            _noted(f"{fee.label} {wording.amount_text(fee.amount)}", fee.note)
            for fee in entry.fees
            if fee.holds_on(today)
        ],
        deadline=shown(entry.deadline),
        how=[
            f"{wording.channels[way.channel]}: {_line(way, way.phone)}"
            for way in entry.how
            if way.holds_on(today)
        ],
        details=shown(entry.details),
        contact=catalog.contact_of(entry),
        as_of=wording.as_of_text(entry.as_of),
        city=catalog.city.name,
    )


def _line(line: Line, phone: str | None = None) -> str:
    text = without_emphasis(line.text)
    behind = [part for part in (phone, line.url) if part and part not in text]
    return " ".join([_noted(text, line.note), *behind])


def _noted(text: str, note: str | None) -> str:
    return f"{text} ({note})" if note else text
