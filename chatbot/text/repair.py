"""What is searched instead of what was typed."""

from collections.abc import Callable, Sequence

from chatbot.text.fillers import strip_fillers
from chatbot.text.keyboard import (
    compose_loose_jamo,
    drop_half_typed,
    is_initials,
    repair_english_keyboard,
)
from chatbot.text.numbers import hangul_numbers_to_digits

REPAIRS: Sequence[Callable[[str], str]] = (
    repair_english_keyboard,
    compose_loose_jamo,
    drop_half_typed,
    strip_fillers,
    hangul_numbers_to_digits,
)
"""In the order in which they run: each reads what the one before made readable."""


def repair(text: str) -> str:
    """Return the text as it was meant, as far as that is plain; ordinary text and 초성 stay as they are."""
    if is_initials(text):
        return text
    for mend in REPAIRS:
        text = mend(text)
    return text
