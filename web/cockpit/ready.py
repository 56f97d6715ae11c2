"""An entry in the forms that are ready to be said or sent."""

from chatbot.forms.chat_text import MOST_CHARACTERS, chat_text
from chatbot.forms.script import MOST_SYLLABLES, script
from chatbot.forms.sections import Sections, sections_of
from chatbot.forms.sms import (
    LONG_BYTES,
    SHORT_BYTES,
    Message,
    UnsendableError,
    long_message,
    short_message,
)
from chatbot.knowledge.calendar import SEOUL
from chatbot.knowledge.entry import Entry
from web.cockpit.schemas import ReadyForms, ReadyText
from web.services import Services

_LACKS_FIGURE = "금액이나 기한이 든 문장이 빠져요. 긴 문자를 보내 주세요."


def ready_forms(entry: Entry, services: Services) -> ReadyForms:
    """Return all ready forms of an entry as of today."""
    catalog = services.live.served.responder.catalog
    sections = sections_of(entry, catalog, services.clock().astimezone(SEOUL).date())
    public_url = services.kakao.public_url
    address = f"{public_url}/faq/{entry.id}" if public_url else ""
    spoken = script(sections)
    chat = chat_text(sections, address)
    short, long = _short(sections), _long(sections, address)
    return ReadyForms(
        script=ReadyText(
            text=spoken.text, size=spoken.syllables, limit=MOST_SYLLABLES, left_out=list(spoken.left_out)
        ),
        script_seconds=spoken.seconds,
        sms_short=short,
        sms_long=long,
        sms=long.text if short.problem else short.text,
        chat=ReadyText(
            text=chat.text, size=len(chat.text), limit=MOST_CHARACTERS, left_out=list(chat.left_out)
        ),
    )


def _short(sections: Sections) -> ReadyText:
    try:
        message = short_message(sections)
    except UnsendableError as error:
        return ReadyText(text=None, size=0, limit=SHORT_BYTES, problem=str(error))
    return _ready(message, SHORT_BYTES, _LACKS_FIGURE if message.lacks_fact else None)


def _long(sections: Sections, address: str) -> ReadyText:
    try:
        return _ready(long_message(sections, address), LONG_BYTES, None)
    except UnsendableError as error:
        return ReadyText(text=None, size=0, limit=LONG_BYTES, problem=str(error))


def _ready(message: Message, limit: int, problem: str | None) -> ReadyText:
    return ReadyText(
        text=message.text, size=message.size, limit=limit, problem=problem, left_out=list(message.left_out)
    )
