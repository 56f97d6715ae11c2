"""Hangul syllables as their letters (jamo), so that a slip in one letter stays a small slip."""

import unicodedata
from collections.abc import Iterator

_CONSONANTS_AND_VOWELS = ("ㄱ", "ㆎ")

# What sounds alike, or nearly so, and is therefore written one for the other; by the names of Unicode.
_ALIKE: dict[str, dict[str, tuple[str, ...]]] = {
    "JUNGSEONG": {"E": ("AE", "YAE", "YE"), "OE": ("WAE", "WE")},
    "CHOSEONG": {
        "KIYEOK": ("SSANGKIYEOK",),
        "TIKEUT": ("SSANGTIKEUT",),
        "PIEUP": ("SSANGPIEUP",),
        "SIOS": ("SSANGSIOS",),
        "CIEUC": ("SSANGCIEUC",),
    },
    "JONGSEONG": {
        "KIYEOK": ("SSANGKIYEOK", "KHIEUKH"),
        "NIEUN": ("NIEUN-HIEUH", "NIEUN-CIEUC"),
        "RIEUL": ("RIEUL-HIEUH",),
        "PIEUP": ("PHIEUPH",),
        "SIOS": ("SSANGSIOS", "TIKEUT", "CIEUC", "CHIEUCH", "THIEUTH"),
    },
}
_FOLDED = {
    ord(unicodedata.lookup(f"HANGUL {place} {other}")): unicodedata.lookup(f"HANGUL {place} {name}")
    for place, groups in _ALIKE.items()
    for name, others in groups.items()
    for other in others
}


def to_jamo(text: str) -> str:
    """Return the text with every Hangul syllable split into its two or three jamo."""
    return unicodedata.normalize("NFD", text)


def to_sound(jamo: str) -> str:
    """Return jamo with those made one that sound alike: 재 and 제, 까 and 가, the ends of 낫, 낮 and 낱."""
    return jamo.translate(_FOLDED)


def ngrams(text: str, shortest: int, longest: int) -> Iterator[str]:
    """Yield every run of `shortest` to `longest` characters of the text, in order of length."""
    for length in range(shortest, longest + 1):
        for start in range(len(text) - length + 1):
            yield text[start : start + length]


def is_lone_jamo(text: str) -> bool:
    """Tell whether the text, spaces apart, is nothing but single jamo such as "ㅇㄱ"."""
    letters = text.replace(" ", "")
    low, high = _CONSONANTS_AND_VOWELS
    return bool(letters) and all(low <= char <= high for char in letters)


def legible(text: str) -> str:
    """Return single jamo as people read them: joined where they make a syllable, else as letters."""
    return "".join(map(_as_letter, unicodedata.normalize("NFC", text)))


def _as_letter(char: str) -> str:
    # "HANGUL CHOSEONG KIYEOK" and "HANGUL JONGSEONG KIYEOK" are both written as "HANGUL LETTER KIYEOK".
    name = unicodedata.name(char, "")
    is_part = name.startswith(("HANGUL CHOSEONG ", "HANGUL JUNGSEONG ", "HANGUL JONGSEONG "))
    return unicodedata.lookup(f"HANGUL LETTER {name.split(maxsplit=2)[2]}") if is_part else char
