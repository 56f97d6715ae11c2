"""What more variants are worth: the same questions with fewer of them in the index."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chatbot.knowledge.catalog import Catalog
from chatbot.retrieval.retriever import Retriever
from chatbot.text.morphemes import MorphemeTokenizer
from eval.bootstrap import Estimate
from eval.cases import Case
from eval.ranking import hits, in_scope

SIZES = (5, 10, 20, 40)
"""Variants an entry; all of them come last."""

SEED = 20260301


@dataclass(frozen=True)
class CurvePoint:
    """What so many variants give.

    Attributes:
        limit: Most variants an entry; None for all.
        variants: Mean number of variants an entry really had.
        figures: For each group of cases, `hit_rate@1` and `hit_rate@3`.
    """

    limit: int | None
    variants: float
    figures: Mapping[str, Mapping[str, Estimate]]


def thinned(catalog: Catalog, limit: int) -> Catalog:
    """Return the catalog with at most so many variants an entry.

    They are drawn by chance, always the same; a smaller draw is part of every larger one.
    """
    entries = {}
    for entry_id, entry in catalog.entries.items():
        order = list(entry.variants)
        random.Random(f"{SEED} {entry_id}").shuffle(order)  # noqa: S311 - no secret
        entries[entry_id] = entry.model_copy(update={"variants": tuple(order[:limit])})
    return replace(catalog, entries=entries)


def learning_curve(
    groups: Mapping[str, Sequence[Case]],
    catalog: Catalog,
    tokenizer: MorphemeTokenizer,
    sizes: Sequence[int] = SIZES,
) -> Iterator[CurvePoint]:
    """Yield a point for each size, then one for all variants; each takes as long as an index.

    What the ranker learned stays as it ships: only the index has less.

    Args:
        groups: Cases by the name under which they are reported; those out of scope are passed over.
        catalog: The whole catalog.
        tokenizer: Splits texts and queries alike.
        sizes: Variants an entry.
    """
    for limit in (*sizes, None):
        less = catalog if limit is None else thinned(catalog, limit)
        retriever = Retriever(less, tokenizer)
        counts = [len(entry.variants) for entry in less.entries.values()]
        figures = {name: hits(in_scope(cases), retriever).figures() for name, cases in groups.items()}
        yield CurvePoint(limit, sum(counts) / len(counts), figures)


def curve_line(point: CurvePoint) -> str:
    """Return a point as one line."""
    name = "all" if point.limit is None else str(point.limit)
    figures = "  ".join(
        f"{group} {metric} {figure.value:6.1%} [{figure.low:6.1%}, {figure.high:6.1%}]"
        for group, found in point.figures.items()
        for metric, figure in found.items()
    )
    return f"{name:>4} variants (mean {point.variants:5.1f})  {figures}"
