"""Turns that end before search: nothing to read, too much to read, only a personal number, an emergency.

Each guard looks at a turn and returns the reply, or None to let the turn go on.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from chatbot.dialogue.reply import Reply, ReplyStatus
from chatbot.knowledge.catalog import Catalog
from chatbot.text.jamo import is_lone_jamo
from chatbot.text.keyboard import is_initials
from chatbot.text.normalization import comparison_key, normalize
from chatbot.text.personal_data import MASK

MESSAGE_LIMIT = 300
"""Longest message that is searched, in characters."""

_UNMISTAKABLE = 4

_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Turn:
    """What a guard looks at.

    Attributes:
        utterance: What the citizen said, cleaned, personal numbers hidden.
        had_personal_data: A number was hidden in it.
        catalog: For its fixed sentences and the call centre.
    """

    utterance: str
    had_personal_data: bool
    catalog: Catalog

    def reply(self, status: ReplyStatus, text: str) -> Reply:
        """Return a reply that names the call centre."""
        return Reply(status, self.utterance, text, self.catalog.call_centre, reason=f"guard: {status.value}")


Guard = Callable[[Turn], Reply | None]


def too_long(turn: Turn) -> Reply | None:
    """End a turn of more than `MESSAGE_LIMIT` characters."""
    if len(turn.utterance) <= MESSAGE_LIMIT:
        return None
    text = turn.catalog.wording.refused_too_long.format(limit=MESSAGE_LIMIT)
    return turn.reply(ReplyStatus.REFUSED_TOO_LONG, text)


def only_personal_data(turn: Turn) -> Reply | None:
    """End a turn in which nothing but personal numbers was said."""
    if not turn.had_personal_data or _LETTER.search(turn.utterance.replace(MASK, "")):
        return None
    return turn.reply(ReplyStatus.REFUSED_PERSONAL_DATA, turn.catalog.wording.refused_personal_data)


def nothing_to_read(turn: Turn) -> Reply | None:
    """End a turn without a letter: empty, emoji, digits, single jamo."""
    text = normalize(turn.utterance)
    if is_initials(text) or (_LETTER.search(text) and not is_lone_jamo(text)):
        return None
    return turn.reply(ReplyStatus.REFUSED_EMPTY, turn.catalog.wording.refused_empty)


def fixed_turn(turn: Turn) -> Reply | None:
    """End a turn for which `wording.yaml` has a fixed sentence: emergencies, greetings, thanks."""
    key = comparison_key(turn.utterance)
    for fixed in turn.catalog.wording.turns:
        if fixed.match == "similar":
            # Found by the search: see `Catalog.signposts`.
            continue
        if fixed.longest is not None and len(key) > fixed.longest:
            continue
        whole = fixed.match == "whole"
        if key in _keys(fixed.phrases) if whole else _says(turn.utterance, fixed.phrases):
            return turn.reply(ReplyStatus(fixed.status), fixed.text)
    return None


@lru_cache(maxsize=256)
def _keys(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(comparison_key(phrase) for phrase in phrases)


def _says(utterance: str, phrases: tuple[str, ...]) -> bool:
    words = normalize(utterance).split()
    keys = tuple(_keys(phrases))
    if len(words) == 1:
        # Nothing tells where words begin, so only phrases too long to turn up by chance count.
        return words[0].startswith(keys) or any(len(key) >= _UNMISTAKABLE and key in words[0] for key in keys)
    # Only where a word begins: "불이야" must not be found in "후불이야".
    return any("".join(words[place:]).startswith(keys) for place in range(len(words)))


GUARDS: Sequence[Guard] = (too_long, only_personal_data, nothing_to_read, fixed_turn)
"""In the order in which they look."""
