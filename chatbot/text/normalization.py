"""One spelling for the many ways in which the same text reaches us."""

import re
import unicodedata
from collections.abc import Iterator

_FULL_WIDTH_TO_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_REPEATED = re.compile(r"([^\W\d])\1{2,}")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_EMOTICON = re.compile(r"[ㅋㅎㅠㅜㅡ]{2,}|[~^;]{2,}")
_PUNCTUATION = re.compile(r"[^\w\s]|_")
_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """Return the text as it may be stored and shown: composed, without control characters.

    Hangul that arrives as single jamo (macOS file names, some keyboards) is composed (NFC), full-width
    letters become plain ones, control, zero-width and unassigned characters go, white space is folded.
    Compatibility forms are not folded any further: NFKC would tear "ㅋㅋ" into conjoining jamo.
    """
    # Nearly every text is printable as it is, and looking at each character costs more than all the rest.
    visible = text if text.isprintable() else "".join(_visible(text))
    # Composed last: a zero-width character or a full-width letter would keep its neighbours apart.
    composed = unicodedata.normalize("NFC", visible.translate(_FULL_WIDTH_TO_ASCII))
    return _SPACE.sub(" ", composed).strip()


def normalize(text: str) -> str:
    """Return the form that is searched: cleaned, lower case, no punctuation, no drawn-out letters.

    The result is stable: normalizing it again changes nothing.
    """
    lowered = _THOUSANDS.sub("", clean(text).lower())
    return _SPACE.sub(" ", _PUNCTUATION.sub(" ", _fold_emphasis(lowered))).strip()


def comparison_key(text: str) -> str:
    """Return what two texts share that differ only in spacing, case and punctuation."""
    return normalize(text).replace(" ", "")


def _fold_emphasis(text: str) -> str:
    # One pass can bring equal letters together again ("ㅋㅋㅡㅡㅋ"), so it runs until nothing changes.
    while True:
        folded = _REPEATED.sub(r"\1", _EMOTICON.sub(" ", text))
        if folded == text:
            return text
        text = folded


def _visible(text: str) -> Iterator[str]:
    for char in text:
        if char in "\t\n\r":
            yield " "
        elif not _is_invisible(char):
            yield char


def _is_invisible(char: str) -> bool:
    # Cc control, Cf format (zero width), Cs lone surrogate, Co private use, Cn unassigned
    return unicodedata.category(char).startswith("C")
