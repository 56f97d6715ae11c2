"""Typing noise: what hurried fingers do to a text. For training and tests, never for citizens' words."""

import random
import unicodedata

_VOWELS = [chr(code) for code in range(0x1161, 0x1176)]
_INITIALS = [chr(code) for code in range(0x1100, 0x1113)]


def lose_spaces(text: str, _: random.Random) -> str:
    """Return the text without its spaces."""
    return text.replace(" ", "")


def slip(text: str, rng: random.Random) -> str:
    """Return the text with one jamo lost, swapped with the next, or replaced by another of its kind."""
    jamo = list(unicodedata.normalize("NFD", text))
    if not jamo:
        return text
    place = rng.randrange(len(jamo))
    kind = rng.random()
    if kind < 0.4:
        del jamo[place]
    elif kind < 0.7 and place + 1 < len(jamo):
        jamo[place], jamo[place + 1] = jamo[place + 1], jamo[place]
    elif jamo[place] in _VOWELS:
        jamo[place] = rng.choice(_VOWELS)
    elif jamo[place] in _INITIALS:
        jamo[place] = rng.choice(_INITIALS)
    return unicodedata.normalize("NFC", "".join(jamo))


def noisy(text: str, rng: random.Random) -> str:
    """Return the text with its spaces lost, or with one or two slips."""
    kind = rng.random()
    if kind < 0.35:
        return lose_spaces(text, rng)
    once = slip(text, rng)
    return once if kind < 0.7 else slip(once, rng)
