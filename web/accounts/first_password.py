"""A password for the first sign-in: made by chance, easy to read out, to be replaced at once."""

import secrets

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that look alike: i, l, o, 0, 1."""


def first_password() -> str:
    """Return four groups of five letters: almost 100 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(5)) for _ in range(4))
