"""A message in another language than Korean, and where it is answered in that language."""

import re
from urllib.parse import urlencode

from chatbot.dialogue.reply import Reply, ReplyStatus
from chatbot.knowledge.calendar import SEOUL
from chatbot.text.keyboard import repair_english_keyboard
from web.schemas import OtherLanguage
from web.services import Services

_LETTER = re.compile(r"[^\W\d_]")
_HANGUL = re.compile(r"[ㄱ-ㆎ가-힣]")
_FEWEST_LETTERS = 3
_FOREIGN_SHARE = 0.7
_FOUND = (ReplyStatus.ANSWERED, ReplyStatus.CLARIFICATION)


def offered_language(message: str, services: Services) -> OtherLanguage | None:
    """Return the page that answers the message, or asks back, in the language that it is written in.

    Args:
        message: As it is kept: personal numbers hidden.
        services: Who answers in which language.
    """
    if not is_foreign(message):
        return None
    today = services.clock().astimezone(SEOUL).date()
    languages = services.live.served.languages
    replies = {code: responder.respond(message, today) for code, responder in languages.items()}
    found = {code: reply for code, reply in replies.items() if reply.status in _FOUND}
    if not found:
        return None
    best = max(found, key=lambda code: _strength(found[code]))
    page = services.live.served.responder.catalog.languages[best].interface.page
    path = f"/{best}/chat?{urlencode({'message': message})}"
    in_korean = _shown(found[best]) <= languages[best].catalog.korean_only
    return OtherLanguage(lang=best, label=page.offer_korean if in_korean else page.offer, path=path)


def is_foreign(message: str) -> bool:
    """Tell whether a message is hardly Korean, Korean typed in English mode included."""
    letters = _LETTER.findall(repair_english_keyboard(message))
    foreign = sum(not _HANGUL.match(letter) for letter in letters)
    return foreign >= _FEWEST_LETTERS and foreign >= _FOREIGN_SHARE * len(letters)


def _shown(reply: Reply) -> set[str]:
    return {reply.entry.id} if reply.entry else {choice.entry.id for choice in reply.choices}


def _strength(reply: Reply) -> tuple[bool, float]:
    return reply.status is ReplyStatus.ANSWERED, reply.score
