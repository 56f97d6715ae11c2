"""Joins the views to one base score, by which the shortlist is drawn."""

from collections.abc import Mapping

import numpy as np

from chatbot.retrieval.tfidf import Scores, TextScores

WEIGHTS: dict[str, float] = {"morphemes": 0.44, "jamo_of_text": 0.31, "jamo_of_morphemes": 0.25}
"""Share of each view, summing to 1. How they were found: DECISIONS 5."""

CENTROID_SHARE = 0.6
"""Share of the centroid in an entry's score; the rest is its best text."""


def base_scores(views: Mapping[str, TextScores]) -> Scores:
    """Return one score from 0 to 1 for each entry.

    Raises:
        KeyError: A view that has a weight is missing.
    """
    mixed = [
        weight * (CENTROID_SHARE * views[name].centroids + (1 - CENTROID_SHARE) * views[name].best)
        for name, weight in WEIGHTS.items()
    ]
    return np.asarray(np.sum(mixed, axis=0), dtype=np.float32)


def text_scores(views: Mapping[str, TextScores]) -> Scores:
    """Return one score from 0 to 1 for each text of the index."""
    return np.asarray(
        np.sum([weight * views[name].texts for name, weight in WEIGHTS.items()], axis=0), dtype=np.float32
    )
