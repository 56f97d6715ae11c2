"""What the pages in another language are filled from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chatbot.knowledge.language import Interface
from web.contexts.start import Start
from web.schemas import Answer, ChatReply, Contact, EntryLink


@dataclass(frozen=True)
class Door:
    """What every page in another language knows.

    Attributes:
        code: The language, which also begins its addresses.
        words: Every word of the pages.
        start: The city, the topics and whom to call, in that language.
        korean: Address of the page in Korean.
    """

    code: str
    words: Interface
    start: Start
    korean: str


@dataclass(frozen=True)
class InterpretingHelp:
    """Who can be asked in other languages than Korean: words and number of the entry that says so."""

    link: EntryLink
    says: Sequence[str]
    contact: Contact


@dataclass(frozen=True)
class KoreanAnswer:
    """The Korean answer to what is not translated; `help` is None where nothing is known that holds today."""

    answer: Answer
    help: InterpretingHelp | None


@dataclass(frozen=True)
class DoorStartPage:
    """`door/start.html`: where asking in another language begins."""

    door: Door


@dataclass(frozen=True)
class DoorChatPage:
    """`door/chat.html`: one question and what comes back.

    Attributes:
        door: What every page in this language knows.
        reply: What comes back.
        outdated: As in `DoorEntryPage`.
        korean: What is shown instead of the answer of the reply, where that is in Korean only.
    """

    door: Door
    reply: ChatReply
    outdated: bool
    korean: KoreanAnswer | None


@dataclass(frozen=True)
class DoorEntryPage:
    """`door/entry.html`: one translated entry under its own address.

    Attributes:
        door: What every page in this language knows.
        answer: The entry as it stands today.
        outdated: The Korean text changed since it was translated.
        description: The answer in a line, for search results.
        url: The whole address of the page, for paper.
        data: Structured data of schema.org.
    """

    door: Door
    answer: Answer
    outdated: bool
    description: str
    url: str
    data: Mapping[str, object]


@dataclass(frozen=True)
class DoorKoreanPage:
    """`door/korean.html`: an entry that is asked for in another language and answered in Korean.

    Attributes:
        door: What every page in this language knows.
        asked: The entry as it is asked for, and what can be read on.
        korean: Its answer.
    """

    door: Door
    asked: Answer
    korean: KoreanAnswer


@dataclass(frozen=True)
class DoorErrorPage:
    """`door/error.html`: what went wrong and where to go on, in another language."""

    door: Door
    title: str
    message: str
