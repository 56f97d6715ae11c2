"""Fuzzy matching: how alike two texts are letter by letter. The only module that knows rapidfuzz.

`fuzz.WRatio`, the library's usual scorer, is a trap for Korean questions: as soon as one word is shared
by texts of different length it returns 85.5. The plain ratio over jamo has no such step.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from chatbot.retrieval.query import Query


class FuzzyScorer:
    """Compares a query with texts by their jamo, spaces apart."""

    def __init__(self, texts: Sequence[Query]) -> None:
        """Keep the jamo of every text of the index."""
        self._jamo = [text.jamo for text in texts]

    def score(self, query: Query, text_ids: Sequence[int]) -> npt.NDArray[np.float32]:
        """Return the similarity to each of the texts named, from 0 (nothing shared) to 1 (equal)."""
        choices = [self._jamo[text_id] for text_id in text_ids]
        ratios = process.cdist([query.jamo], choices, scorer=fuzz.ratio, dtype=np.float32)[0]
        return np.asarray(ratios / 100, dtype=np.float32)
