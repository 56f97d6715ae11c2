"""Where in a shown text the typed words stand, to be marked."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from chatbot.lookup.keys import TypedWord
from chatbot.text.keyboard import to_latin


def marked_parts(text: str, words: Sequence[TypedWord]) -> list[tuple[str, bool]]:
    """Return the text in parts, each with whether a typed word stands there; joined they are the text.

    A word stands where the keys of syllables begin with its keys, or their 초성 with its 초성.
    """
    marked = [False] * len(text)
    shown = [place for place, character in enumerate(text) if character.isalnum()]
    keys = [
        to_latin(text[place]).lower() if text[place].isascii() else to_latin(text[place]) for place in shown
    ]
    for word in words:
        for first, last in _spans(keys, word):
            for place in shown[first : last + 1]:
                marked[place] = True
    parts = groupby(enumerate(text), key=lambda item: marked[item[0]])
    return [("".join(character for _, character in group), is_marked) for is_marked, group in parts]


def _spans(keys: Sequence[str], word: TypedWord) -> Iterator[tuple[int, int]]:
    for first in range(len(keys)):
        last = _reached(keys, first, word.before or word.spelled)
        if last is not None and not (word.before and word.initials and last + 1 == len(keys)):
            yield first, last
        if word.initials:
            end = first + len(word.initials)
            if "".join(syllable[0] for syllable in keys[first:end]) == word.initials:
                yield first, end - 1


def _reached(keys: Sequence[str], first: int, typed: str) -> int | None:
    """Return the last syllable that the typed keys reach into, from a first one on."""
    for last in range(first, len(keys)):
        if typed.startswith(keys[last]):
            typed = typed[len(keys[last]) :]
            if not typed:
                return last
        else:
            return last if keys[last].startswith(typed) else None
    return None
