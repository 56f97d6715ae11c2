"""How long things take, as ratios within one run: machines differ, the share of each step does not."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from chatbot.dialogue.responder import Responder
from chatbot.text.morphemes import MorphemeTokenizer
from chatbot.text.normalization import normalize


@dataclass(frozen=True)
class Timing:
    """How long one step takes for a question.

    Attributes:
        name: The step.
        median_ms: Median, in milliseconds.
        p95_ms: 95th percentile, in milliseconds.
        ratio: Median as a multiple of the tokenizer's own.
    """

    name: str
    median_ms: float
    p95_ms: float
    ratio: float


def benchmark(
    utterances: Sequence[str], responder: Responder, tokenizer: MorphemeTokenizer, today: date
) -> list[Timing]:
    """Time the steps of a turn over the same questions.

    Args:
        utterances: Questions; at least 20, so that a percentile means something.
        responder: Who answers.
        tokenizer: Its tokenizer alone is the measure of the rest.
        today: The day on which answers must hold.
    """
    retriever = responder.retriever
    queries = {utterance: retriever.query(utterance) for utterance in utterances}
    steps: dict[str, Callable[[str], object]] = {
        "tokenizer alone": lambda utterance: tokenizer.tokenize(normalize(utterance)),
        "search of a prepared query": lambda utterance: retriever.search(queries[utterance]),
        "whole turn": lambda utterance: responder.respond(utterance, today),
    }
    timings: list[Timing] = []
    for name, step in steps.items():
        times = [_milliseconds(step, utterance) for utterance in utterances]
        median = statistics.median(times)
        base = timings[0].median_ms if timings else median
        timings.append(Timing(name, median, statistics.quantiles(times, n=20)[-1], median / base))
    return timings


def _milliseconds(step: Callable[[str], object], utterance: str) -> float:
    started = time.perf_counter()
    step(utterance)
    return (time.perf_counter() - started) * 1000
