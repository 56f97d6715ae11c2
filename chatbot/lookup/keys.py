"""Texts as the keys that type them: what is half typed is then a beginning like any other.

"여권" is `durnjs`, as is what a keyboard in English mode leaves; "역" and "여궈", on the way there, are `dur`
and `durnj`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from chatbot.text.keyboard import to_hangul, to_latin
from chatbot.text.normalization import clean, normalize

_NO_LETTER = re.compile(r"[\W_]+")
_LATIN = re.compile("[A-Za-z]+")
_CONSONANTS = frozenset("rRseEfaqQtTdwWczxvg")
_LONE_CONSONANTS = re.compile("[ㄱ-ㅎ]+$")

_keys_of = lru_cache(maxsize=8192)(to_latin)


@dataclass(frozen=True)
class KeyedText:
    """A text of an entry, syllable by syllable.

    Attributes:
        syllables: The keys of each; a character that no key types stands for itself.
        starts_word: Whether each is the first of a word.
    """

    syllables: Sequence[str]
    starts_word: Sequence[bool]

    @classmethod
    def of(cls, text: str) -> "KeyedText":
        """Return a text in its normal form."""
        syllables: list[str] = []
        starts: list[bool] = []
        for word in normalize(text).split():
            syllables += [_keys_of(character) for character in word]
            starts += [place == 0 for place in range(len(word))]
        return cls(syllables, starts)


@dataclass(frozen=True)
class TypedWord:
    """A word as far as it is typed.

    Attributes:
        spelled: Its keys.
        initials: The keys of the 초성 that it consists of, or ends with; empty where there are none.
        before: The keys of what stands before these 초성.
    """

    spelled: str
    initials: str
    before: str


def typed_words(text: str) -> list[TypedWord]:
    """Return what is typed in a field, word by word."""
    return [_typed(word) for word in _NO_LETTER.split(clean(text)) if word]


def _typed(word: str) -> TypedWord:
    hangul = to_hangul(word) if _LATIN.fullmatch(word) else word
    loose = _LONE_CONSONANTS.search(hangul)
    initials = to_latin(loose[0]) if loose else ""
    # One consonant behind syllables begins the next of them; two or more are 초성.
    if len(initials) < 2 or not _CONSONANTS.issuperset(initials):
        initials = ""
    return TypedWord(
        to_latin(hangul), initials, to_latin(hangul[: loose.start()]) if loose and initials else ""
    )
