"""Typing noise: what hurried fingers do to a text. For training and tests, never for citizens' words.

Most kinds strike keys of the 두벌식 keyboard and let it compose what comes of them, as happens to people: a
lost vowel leaves bare jamo, a lost consonant draws the next one forward. Where a kind finds nothing to
strike, the text comes back as it was.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Sequence

from chatbot.text.keyboard import NEIGHBOURS, initials_of, to_hangul, to_latin

Noise = Callable[[str, random.Random], str]

_VOWELS = [chr(code) for code in range(0x1161, 0x1176)]
_INITIALS = [chr(code) for code in range(0x1100, 0x1113)]

_WORD = re.compile("[가-힣]+")
_KEY = re.compile(".")
_VOWEL_KEY = "[koiOjpuPhynbml]"
_WITH_SHIFT = re.compile(rf"[qwertQWERT](?={_VOWEL_KEY})|(?<={_VOWEL_KEY})[rRtT](?!{_VOWEL_KEY})")
_SOUND = re.compile(
    rf"hl|ho|np|ml|(?<=[dg])l|d[OP]|[opOP]|(?<={_VOWEL_KEY})[teT](?!{_VOWEL_KEY})"
    rf"|(?<=f)r(?=[pj])|(?<=[rRsefaqtTwczxv])d(?={_VOWEL_KEY})"
)
_SOUNDS_LIKE: dict[str, tuple[str, ...]] = {
    # ㅐ ㅔ
    "o": ("p",),
    "p": ("o",),
    # 예 얘, and 폐 페
    "dP": ("dO",),
    "dO": ("dP",),
    "P": ("p",),
    "O": ("o",),
    # ㅚ ㅙ ㅞ, and so 되 돼
    "hl": ("ho", "np"),
    "ho": ("hl", "np"),
    "np": ("hl", "ho"),
    # ㅢ ㅣ
    "ml": ("l",),
    "l": ("ml",),
    # final ㅅ ㄷ ㅆ
    "t": ("e", "T"),
    "e": ("t", "T"),
    "T": ("t", "e"),
    # 할게 할께
    "r": ("R",),
    # 발급을 발그블
    "d": ("",),
}


def _strike(
    text: str, rng: random.Random, keys: re.Pattern[str], instead: Callable[[str], Sequence[str]]
) -> str:
    """Return the text with one place that the pattern finds among its keys typed another way."""
    places = [(word, place) for word in _WORD.finditer(text) for place in keys.finditer(to_latin(word[0]))]
    if not places:
        return text
    word, place = rng.choice(places)
    typed = place.string[: place.start()] + rng.choice(instead(place[0])) + place.string[place.end() :]
    return text[: word.start()] + to_hangul(typed) + text[word.end() :]


def _twice(kind: Noise, text: str, rng: random.Random) -> str:
    once = kind(text, rng)
    twice = kind(once, rng)
    # The second must not undo the first.
    return once if twice == text else twice


def adjacent_key(text: str, rng: random.Random) -> str:
    """Return the text with the key beside the one that was meant: "여권" to "여건"."""
    return _strike(text, rng, _KEY, lambda key: NEIGHBOURS[key.lower()])


def two_adjacent_keys(text: str, rng: random.Random) -> str:
    """Return the text with two keys that stand beside those that were meant."""
    return _twice(adjacent_key, text, rng)


def sound_alike(text: str, rng: random.Random) -> str:
    """Return the text with a letter, or the joint of two syllables, as one hears it: "발급을" to "발그블"."""
    return _strike(text, rng, _SOUND, _SOUNDS_LIKE.__getitem__)


def two_sound_alikes(text: str, rng: random.Random) -> str:
    """Return the text with two letters or joints as they are heard."""
    return _twice(sound_alike, text, rng)


def tense_slip(text: str, rng: random.Random) -> str:
    """Return the text with shift held or missed at one consonant: "발급" to "빨급"."""
    return _strike(text, rng, _WITH_SHIFT, str.swapcase)


def lost_jamo(text: str, rng: random.Random) -> str:
    """Return the text with one key not hit."""
    return _strike(text, rng, _KEY, lambda _: ("",))


def doubled_letter(text: str, rng: random.Random) -> str:
    """Return the text with one key hit twice."""
    return _strike(text, rng, _KEY, lambda key: (key * 2,))


def lost_syllable(text: str, rng: random.Random) -> str:
    """Return the text without one of its syllables, unless it has but one."""
    places = [place for place, char in enumerate(text) if _WORD.match(char)]
    if len(places) < 2:
        return text
    lost = rng.choice(places)
    return text[:lost] + text[lost + 1 :]


def swapped_syllables(text: str, rng: random.Random) -> str:
    """Return the text with two neighbouring syllables of a word in the wrong order."""
    places = [
        place
        for place in range(len(text) - 1)
        if text[place] != text[place + 1] and _WORD.fullmatch(text, place, place + 2)
    ]
    if not places:
        return text
    place = rng.choice(places)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def lose_spaces(text: str, _: random.Random) -> str:
    """Return the text without its spaces."""
    return text.replace(" ", "")


def extra_spaces(text: str, rng: random.Random) -> str:
    """Return the text with one or two spaces within its words."""
    for _ in range(rng.choice((1, 2))):
        places = [match.start() for match in re.finditer(r"(?<=\S)(?=\S)", text)]
        if places:
            place = rng.choice(places)
            text = f"{text[:place]} {text[place:]}"
    return text


def english_keyboard(text: str, _: random.Random) -> str:
    """Return the text as its keys come out in English mode: "여권" to "durnjs"."""
    return to_latin(text)


def three_at_once(text: str, rng: random.Random) -> str:
    """Return the text with three different kinds, at most one of them of spaces."""
    kinds = (*_OF_LETTERS, rng.choice((lose_spaces, extra_spaces)))
    for kind in rng.sample(kinds, 3):
        text = kind(text, rng)
    return text


def initials(text: str, _: random.Random) -> str:
    """Return nothing but the first consonants. Counted apart from `KINDS`: hardly any text survives it."""
    return initials_of(text)


_OF_LETTERS: tuple[Noise, ...] = (
    adjacent_key,
    sound_alike,
    tense_slip,
    lost_jamo,
    lost_syllable,
    swapped_syllables,
    doubled_letter,
)
KINDS: dict[str, Noise] = {
    "adjacent_key": adjacent_key,
    "two_adjacent_keys": two_adjacent_keys,
    "sound_alike": sound_alike,
    "two_sound_alikes": two_sound_alikes,
    "tense_slip": tense_slip,
    "lost_jamo": lost_jamo,
    "lost_syllable": lost_syllable,
    "swapped_syllables": swapped_syllables,
    "doubled_letter": doubled_letter,
    "no_spaces": lose_spaces,
    "extra_spaces": extra_spaces,
    "english_keyboard": english_keyboard,
    "three_at_once": three_at_once,
}
"""The thirteen kinds that a robustness report measures, by name."""


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
