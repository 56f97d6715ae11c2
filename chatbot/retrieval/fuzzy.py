"""Fuzzy matching: how alike two texts are letter by letter. The only module that knows rapidfuzz.

`fuzz.WRatio`, the library's usual scorer, is a trap for Korean questions: as soon as one word is shared
by texts of different length it returns 85.5. The plain ratio over jamo has no such step.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from chatbot.retrieval.query import Query


class FuzzyScorer:
    """Compares a query with the texts of entries by their jamo, spaces apart."""

    def __init__(self, jamo: Sequence[str], owners: npt.NDArray[np.int64]) -> None:
        """Keep the jamo of every text.

        Args:
            jamo: Of all texts, those of one entry together.
            owners: The number of the entry of each.
        """
        bounds = np.searchsorted(owners, np.arange(owners[-1] + 2)).tolist()
        self._jamo = [list(jamo[start:end]) for start, end in pairwise(bounds)]

    def jamo_of(self, entry: int) -> Sequence[str]:
        """Return the jamo of an entry's texts."""
        return self._jamo[entry]

    def score(self, query: Query, texts: Sequence[tuple[int, Sequence[int]]]) -> npt.NDArray[np.float32]:
        """Return the similarity to some texts, from 0 (nothing shared) to 1 (equal).

        Args:
            query: What is compared.
            texts: Numbers of entries, each with the numbers of some of its texts within it.
        """
        choices = [self._jamo[entry][place] for entry, places in texts for place in places]
        ratios = process.cdist([query.jamo], choices, scorer=fuzz.ratio, dtype=np.float32)[0]
        return np.asarray(ratios / 100, dtype=np.float32)
