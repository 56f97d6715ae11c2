"""The short code by which a citizen names a talk on the telephone."""

from chatbot.text.keyboard import to_latin

CODE_LENGTH = 6
"""Letters of a code: 24 bits, so that two talks of a day hardly ever share one."""

# No digit and no letter that is written or said like another: E is said 이 as 2 is, O looks like 0.
_LETTERS = "ACFHJKMPQRSTWXYZ"
_TO_LETTERS = str.maketrans("0123456789abcdef", _LETTERS)
_TO_DIGITS = str.maketrans(_LETTERS, "0123456789abcdef")


def talk_code(conversation_id: str) -> str:
    """Return the code of a talk, in two groups of three letters: "ACF HJK"."""
    code = conversation_id[:CODE_LENGTH].translate(_TO_LETTERS)
    return f"{code[:3]} {code[3:]}"


def id_prefix(typed: str) -> str | None:
    """Return how the ids of talks with a code begin; None where what was typed is no code.

    Case, spaces and signs do not matter, nor does a keyboard that was left in Hangul mode.
    """
    letters = "".join(character for character in to_latin(typed).upper() if character.isalnum())
    if len(letters) != CODE_LENGTH or not set(letters) <= set(_LETTERS):
        return None
    return letters.translate(_TO_DIGITS)
