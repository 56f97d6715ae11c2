"""What goes over the wire between the cockpit and the server."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from chatbot.dialogue.reply import ReplyStatus
from chatbot.store.counselling import CounselOutcome
from chatbot.store.marks import TEXT_LIMIT, MarkKind
from web.schemas import Answer, EntryLink, Model, Score

EntryName = Annotated[str, Field(max_length=80)]


class Standing(StrEnum):
    """What the citizens' bot makes of an entry."""

    ANSWER = "answer"
    CHOICE = "choice"
    NEAR_MISS = "near_miss"
    BELOW = "below"
    TYPED = "typed"


class Part(Model):
    """A piece of a text, and whether it is what was typed."""

    text: str
    marked: bool


class Term(Model):
    """One summand of a score."""

    name: str
    text: str = Field(description="The same in Korean")
    contribution: float


class StaffHit(EntryLink):
    """An entry found while typing."""

    topic: str
    department: str
    score: Score | None = Field(description="Null where it only begins as what was typed")
    standing: Standing
    standing_text: str = Field(description="The same in Korean")
    title_parts: list[Part]
    matched_parts: list[Part] = Field(description="Its question or variant that fits, in parts")
    terms: list[Term] = Field(description="The weightiest summands of its place in the order")


class Thresholds(Model):
    """Where the bot draws its lines."""

    accept_threshold: float
    ambiguity_margin: float
    near_miss_threshold: float
    signpost_threshold: float


class StaffSearchReply(Model):
    """What is found for something typed, and what the citizens' bot would do with it."""

    query: str = Field(description="As it was searched: numbers masked")
    hits: list[StaffHit]
    status: ReplyStatus | None = Field(description="Null where nothing was typed")
    decision: str = Field(description="What the bot would do, in Korean")
    reason: str = Field(description="The comparison that decided, in numbers")
    best: Score | None = Field(description="Score of the search's first entry; null where it found none")
    lead: float | None = Field(description="How far it lies before the second")
    thresholds: Thresholds
    elapsed_ms: float = Field(description="How long the server searched")
    html: str = Field(description="The list as an HTML fragment")


class Sum(Model):
    """A sum: the bias, its weightiest terms and all others make the log-odds."""

    title: str = Field(description="Of the entry, or what is summed")
    score: Score
    log_odds: float
    bias: float
    terms: list[Term]
    rest: float = Field(description="All terms that are not listed, together")


class Arithmetic(Model):
    """How a question was read, and the sums behind what the search puts first."""

    searched: str = Field(description="The question, repaired and in normal form")
    added: list[str] = Field(description="Official words that joined it")
    rule: str = Field(description="What made the best score, in Korean")
    sums: list[Sum]
    html: str = Field(description="The same as an HTML fragment")


class ReadyText(Model):
    """A form of the answer that is ready to be said or sent.

    `text` is null where the form cannot be made, and `problem` then tells why; beside a text it is a warning.
    """

    text: str | None
    size: int = Field(description="Syllables, bytes or characters")
    limit: int
    problem: str | None = None
    left_out: list[str] = Field(default_factory=list, description="What had no room, whole")


class ReadyForms(Model):
    """An answer in all ready forms."""

    script: ReadyText
    script_seconds: int
    sms_short: ReadyText
    sms_long: ReadyText
    sms: str | None = Field(description="The one to send: the short one where it holds every figure")
    chat: ReadyText


class StaffEntry(Model):
    """An entry as counsellors see it."""

    answer: Answer
    forms: ReadyForms
    staff_note: str | None
    pinned: bool
    html: str = Field(description="The same as an HTML fragment")


class ToldTurn(Model):
    """A turn of a citizen's talk with the bot, personal numbers hidden."""

    said_at: datetime
    said_at_text: str
    utterance: str
    understood: str | None
    decision: str
    entry: EntryLink | None
    offered: list[EntryLink]


class TalkReply(Model):
    """What a citizen asked the bot before; no turns where no such talk is known."""

    turns: list[ToldTurn]
    html: str


class PinRequest(Model):
    """Keeps an entry at hand, or no longer."""

    entry_id: EntryName
    pinned: bool


class MarkRequest(Model):
    """Tells the editors that an answer is missing or wrong."""

    kind: MarkKind
    query: str = Field(default="", max_length=4000)
    word: str = Field(default="", max_length=TEXT_LIMIT)
    entry_id: EntryName | None = None


class CounselRequest(Model):
    """Notes a call."""

    outcome: CounselOutcome
    entry_id: EntryName | None = None
    topic: str | None = Field(default=None, max_length=60)


class Done(Model):
    """What was done."""

    id: int | None = Field(default=None, description="Number of the line that was added")
    said: str = Field(description="A sentence about it, in Korean")


class ShelfReply(Done):
    """What a counsellor keeps at hand."""

    html: str
