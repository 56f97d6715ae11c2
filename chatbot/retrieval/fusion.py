"""Joins the scorers' parts to one score, as arithmetic that can be shown."""

from collections.abc import Mapping

from chatbot.retrieval.candidate import Part

WEIGHTS: dict[str, float] = {
    "morphemes": 0.35,
    "jamo_of_text": 0.25,
    "jamo_of_morphemes": 0.20,
    "fuzzy": 0.20,
}
"""Share of each scorer, summing to 1. How they were found: DECISIONS 5."""


def fuse(scores: Mapping[str, float]) -> tuple[float, dict[str, Part]]:
    """Return the weighted sum of scores, from 0 to 1, and its parts.

    Args:
        scores: A score from 0 to 1 for each name in `WEIGHTS`.

    Raises:
        KeyError: A scorer is missing.
    """
    parts = {name: Part(min(1.0, max(0.0, scores[name])), weight) for name, weight in WEIGHTS.items()}
    return sum(part.score * part.weight for part in parts.values()), parts


def explain(parts: Mapping[str, Part]) -> str:
    """Return the sum in words: "morphemes 0.52 × 0.35 + … = 0.44"."""
    total = sum(part.score * part.weight for part in parts.values())
    terms = " + ".join(f"{name} {part.score:.2f} × {part.weight:.2f}" for name, part in parts.items())
    return f"{terms} = {total:.2f}"
