"""How the bot bears growth: the real entries among many that are made up."""

import gc
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Entry
from chatbot.retrieval.retriever import Retriever
from chatbot.text.morphemes import MorphemeTokenizer
from eval.bootstrap import Estimate
from eval.cases import Case
from eval.memory import resident_mb
from eval.ranking import hits, in_scope

FACTORS = (1, 10)
"""Sizes, as multiples of the real catalog."""

TIMED = 300
"""Questions that are timed, about; all of them count for the hit rates."""

SEED = 20260301

_SYLLABLES = "가나다라마바사자차카타파하고노도로모보소조초코토포호구누두루무부수주추쿠투푸후"
_ENDINGS = ("증", "비", "권", "금", "표", "원")
_PARTICLES = "은는이가을를의도에로"


@dataclass(frozen=True)
class Growth:
    """What one size costs.

    Attributes:
        factor: Size as a multiple of the real catalog.
        entries: Entries in the index.
        texts: Questions and variants in the index.
        build_s: Seconds to index them.
        memory_mb: MB that the process holds beyond what it held before.
        median_ms: Median of one search with splitting of the question, in milliseconds.
        p95_ms: Its 95th percentile.
        figures: `hit_rate@1` and `hit_rate@3` on the given cases.
    """

    factor: int
    entries: int
    texts: int
    build_s: float
    memory_mb: float
    median_ms: float
    p95_ms: float
    figures: dict[str, Estimate]


def grown(catalog: Catalog, factor: int) -> Catalog:
    """Return the catalog with made-up entries added until it is `factor` times as large.

    A made-up entry has the number of variants of some real entry. Each of its variants is the beginning of a
    variant of one real entry and the end of one of another, always the same two, the longest word replaced
    by a made-up noun of its own: it shares all its common words with two real entries. The same catalog and
    factor give the same entries, and a larger factor adds to those of a smaller one.
    """
    real = list(catalog.entries.values())
    rng = random.Random(SEED)  # noqa: S311 - no secret
    entries = dict(catalog.entries)
    numbers = count(1)
    while len(entries) < factor * len(real):
        entry = _made_up(f"made-up-{next(numbers)}", rng.choice(real), rng.choice(real), rng)
        entries[entry.id] = entry
    return replace(catalog, entries=entries)


def _made_up(entry_id: str, first: Entry, second: Entry, rng: random.Random) -> Entry:
    noun = "".join(rng.choices(_SYLLABLES, k=rng.choice((2, 3)))) + rng.choice(_ENDINGS)
    texts = dict.fromkeys(
        _joined(rng.choice(first.texts), rng.choice(second.texts), noun) for _ in first.texts
    )
    question, *variants = texts
    return first.model_copy(
        update={
            "id": entry_id,
            "title": noun,
            "question": question,
            "variants": tuple(variants) or (noun,),
            "related": (),
        }
    )


def _joined(beginning: str, end: str, noun: str) -> str:
    words = beginning.split()[: (len(beginning.split()) + 1) // 2] + end.split()[len(end.split()) // 2 :]
    longest = max(range(len(words)), key=lambda place: len(words[place]))
    particle = words[longest][-1]
    words[longest] = noun + (particle if particle in _PARTICLES else "")
    return " ".join(words)


def measure_growth(
    catalog: Catalog,
    cases: Sequence[Case],
    tokenizer: MorphemeTokenizer,
    factors: Sequence[int] = FACTORS,
) -> Iterator[Growth]:
    """Yield what each size costs.

    Args:
        catalog: The real catalog.
        cases: Questions; at least two in scope.
        tokenizer: Splits texts and queries alike.
        factors: Sizes, rising: memory that was given back is seldom seen to be.
    """
    asked = in_scope(cases)
    before = resident_mb()
    for factor in factors:
        larger = grown(catalog, factor)
        gc.collect()
        started = time.perf_counter()
        retriever = Retriever(larger, tokenizer)
        built = time.perf_counter()
        memory = resident_mb() - before
        times = [_milliseconds(retriever, case.utterance) for case in asked[:: len(asked) // TIMED or 1]]
        yield Growth(
            factor=factor,
            entries=len(larger.entries),
            texts=sum(len(entry.texts) for entry in larger.entries.values()),
            build_s=built - started,
            memory_mb=memory,
            median_ms=statistics.median(times),
            p95_ms=statistics.quantiles(times, n=20)[-1],
            figures=hits(asked, retriever).figures(),
        )
        del retriever


def _milliseconds(retriever: Retriever, utterance: str) -> float:
    started = time.perf_counter()
    retriever.search(retriever.query(utterance))
    return (time.perf_counter() - started) * 1000


GROWTH_HEAD = "  size  entries    texts   build   memory   median      p95  hit_rate@1  hit_rate@3"


def growth_line(growth: Growth) -> str:
    """Return what one size costs as one line under `GROWTH_HEAD`."""
    rates = "".join(f"{figure.value:12.1%}" for figure in growth.figures.values())
    size = f"{growth.factor:5}× {growth.entries:8} {growth.texts:8}"
    cost = f"{growth.build_s:5.0f} s {growth.memory_mb:5.0f} MB"
    return f"{size} {cost} {growth.median_ms:5.1f} ms {growth.p95_ms:5.1f} ms{rates}"
