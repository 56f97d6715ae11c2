"""Finds entries by 초성 alone, "ㅇㄱㅅㅅㄹ" for 여권 수수료. So few letters fit much: they only suggest."""

from collections.abc import Sequence

import numpy as np

from chatbot.retrieval.classifier import Owners
from chatbot.retrieval.fuzzy import best_initials
from chatbot.text.keyboard import initials_of

SUREST = 0.5
"""Score of a perfect fit: what is typed in 초성 is never answered outright."""


class InitialsIndex:
    """The 초성 of every text."""

    def __init__(self, texts: Sequence[str], owners: Owners) -> None:
        """Take the 초성 of all texts; `owners` are the numbers of their entries."""
        self._initials = [initials_of(text) for text in texts]
        self._owners = owners

    def search(self, typed: str, limit: int) -> list[tuple[int, int, float]]:
        """Return the best entries: number, number of the text that fits, score from 0 to `SUREST`."""
        fits = best_initials(initials_of(typed), self._initials)
        found: dict[int, tuple[int, int, float]] = {}
        for place in np.argsort(-fits, kind="stable").tolist():
            owner = int(self._owners[place])
            if owner not in found:
                found[owner] = (owner, place, SUREST * float(fits[place]))
                if len(found) == limit:
                    break
        return list(found.values())
