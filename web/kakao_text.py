"""Fits texts into bubbles: lines first, then sentences, then words; never inside a word."""

import re
from collections.abc import Sequence

_SENTENCE_END = re.compile(r"(?<=[.?!…])\s+")


def length(text: str) -> int:
    """Return the UTF-16 units of a text, which is what KakaoTalk can count at most."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fill(lines: Sequence[str], limit: int) -> tuple[str, list[str]]:
    """Return as much of the lines as fits, and the lines that are left, in their order.

    A line that is longer than the whole limit is divided where a sentence ends, else between words; a word
    that is longer than the whole limit is no word and is cut. Empty lines are kept between others only.

    Args:
        lines: Each without a line break.
        limit: Most UTF-16 units, at least 2.
    """
    taken = ""
    left = list(lines)
    while left:
        longer = f"{taken}\n{left[0]}" if taken else left[0].strip()
        if length(longer.rstrip()) > limit:
            break
        taken = longer
        left.pop(0)
    if left and not taken.strip():
        taken, rest = _divided(left[0].strip(), limit)
        left[0:1] = [rest] if rest else []
    while left and not left[0].strip():
        left.pop(0)
    return taken.strip(), left


def shorten(text: str, limit: int) -> str | None:
    """Return as many words as fit with "…" behind them; None where not even the first one does."""
    if length(text) <= limit:
        return text
    kept = ""
    for word in text.split():
        longer = f"{kept} {word}".strip()
        if length(longer) + 1 > limit:
            break
        kept = longer
    return f"{kept}…" if kept else None


def _divided(line: str, limit: int) -> tuple[str, str]:
    for pieces in (_SENTENCE_END.split(line), line.split()):
        taken = ""
        for piece in pieces:
            longer = f"{taken} {piece}".strip()
            if length(longer) > limit:
                break
            taken = longer
        if taken:
            # The pieces were joined by single spaces, the line may have had others.
            rest = line
            for word in taken.split():
                rest = rest.lstrip()[len(word) :]
            return taken, rest.strip()
    cut = line[: limit // 2]
    return cut, line[len(cut) :]
