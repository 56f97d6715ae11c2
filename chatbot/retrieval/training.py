"""Learns ranker and confidence.

The ranker learns from the knowledge base alone: texts of each fold, some of them with typing noise, ask an
index that lacks them. Variants are written to differ as far as they can, so they are harder than what
citizens ask, and a confidence learned from them is too low. Where labelled questions are at hand that the
knowledge base does not contain, the confidence is learned from these instead.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict
from sklearn.preprocessing import StandardScaler

from chatbot.knowledge.catalog import Catalog
from chatbot.retrieval.features import (
    CANDIDATE_FEATURES,
    CONFIDENCE_FEATURES,
    Matrix,
    confidence_features,
)
from chatbot.retrieval.folds import ELSEWHERE, FOLDS, SEED, Corpus, Fold, ask_folds
from chatbot.retrieval.parameters import LinearModel, Parameters
from chatbot.retrieval.questions import LabelledQuestion
from chatbot.retrieval.retriever import SHORTLIST
from chatbot.text.morphemes import MorphemeTokenizer
from chatbot.text.noise import noisy

ASKED_FOLDS = 2
"""Folds that ask; each costs the learning of a whole index."""
QUERIES_PER_ENTRY_AND_FOLD = 4
QUERIES_PER_SIGNPOST_AND_FOLD = 4
NOISY_SHARE = 0.3
HIDDEN_ENTRY_SHARE = 0.3
HIDDEN_TOPIC_SHARE = 0.2
OUT_OF_SCOPE_SHARE = 0.2
"""Weight of questions that nothing answers, among all from which the confidence is learned."""
CALIBRATION_FOLDS = 10
_RANKER_STRENGTH = 0.3
# The confidence learns from far fewer questions than the ranker, so it is held nearer to simple.
_CONFIDENCE_STRENGTH = 0.03
_LEAST = 25
_LEAST_LIKELY = 0.005


@dataclass(frozen=True)
class _Example:
    """One training query: its shortlist, which candidate is right, and whether any entry answers it."""

    features: Matrix
    right: npt.NDArray[np.bool_]
    query: Sequence[float]
    answerable: bool


def train(
    catalog: Catalog,
    tokenizer: MorphemeTokenizer,
    questions: Sequence[LabelledQuestion] = (),
    hard: Sequence[LabelledQuestion] = (),
    seed: int = SEED,
) -> Parameters:
    """Learn from a catalog; the same catalog, questions and seed give the same parameters.

    Args:
        catalog: What is searched.
        tokenizer: Splits texts and queries.
        questions: For the confidence, in the mix in which citizens ask; none may stand in the catalog.
            Without any, the folds serve.
        hard: Further questions, harder to refuse than what citizens ask. They shape the confidence but not
            its scale.
        seed: Of the random choices.

    Raises:
        ValueError: Too few texts or questions to learn from.
    """
    corpus = Corpus(catalog, tokenizer)
    answered, unanswerable = _examples(corpus, seed)
    if len(answered) < _LEAST:
        raise ValueError(f"{len(answered)} training queries are too few; give the entries more variants")
    ranker, _, _ = _fit(
        np.vstack([example.features for example in answered]),
        np.concatenate([example.right for example in answered]),
        CANDIDATE_FEATURES,
        _RANKER_STRENGTH,
    )
    usual = list(_asked(questions, corpus)) if questions else [*answered, *unanswerable]
    examples = [*usual, *_asked(hard, corpus)]
    weights = ranker.vector(CANDIDATE_FEATURES)
    rows, labels = [], []
    for example in examples:
        log_odds = example.features @ weights + ranker.bias
        rows.append(confidence_features(example.features, log_odds, example.query))
        labels.append(bool(example.right[np.argmax(log_odds)]))
    features, targets = np.array(rows), np.array(labels)
    if min(targets.sum(), (~targets).sum()) < FOLDS:
        raise ValueError("the questions must be both answerable and not; give more of the kind that lacks")
    shares = _shares(np.array([example.answerable for example in examples]))
    confidence, model, scaled = _fit(features, targets, CONFIDENCE_FEATURES, _CONFIDENCE_STRENGTH, shares)
    held_out = cross_val_predict(
        model,
        scaled,
        targets,
        cv=CALIBRATION_FOLDS,
        method="decision_function",
        params={"sample_weight": shares},
    )
    return Parameters(
        catalog_digest=catalog.digest,
        seed=seed,
        queries=len(rows),
        ranker=ranker,
        confidence=confidence,
        calibration=_calibrate(held_out[: len(usual)], targets[: len(usual)]),
    )


def _asked(questions: Sequence[LabelledQuestion], corpus: Corpus) -> Iterator[_Example]:
    if not questions:
        return
    numbers = {target.id: number for number, target in enumerate(corpus.targets)}
    elsewhere = [number for number, topic in enumerate(corpus.topics) if topic == ELSEWHERE]
    for question in questions:
        query = corpus.query(question.utterance)
        if query.text:
            matches = corpus.whole.match(query, SHORTLIST)
            # Any signpost is right where no entry is: it keeps the question from being answered.
            right = [numbers[entry_id] for entry_id in question.expected_entries if entry_id in numbers]
            expected = right if question.expected_entries else elsewhere
            yield _Example(
                matches.features,
                np.isin(matches.numbers, expected),
                matches.query,
                bool(question.expected_entries),
            )


def _shares(answerable: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """Return a weight for each example, so that `OUT_OF_SCOPE_SHARE` of all weight is unanswerable."""
    out = (~answerable).sum()
    weight = OUT_OF_SCOPE_SHARE / (1 - OUT_OF_SCOPE_SHARE) * answerable.sum() / max(out, 1)
    return np.where(answerable, 1.0, weight)


def _examples(corpus: Corpus, seed: int) -> tuple[list[_Example], list[_Example]]:
    """Return what the folds ask: with the right target in the index, and with it hidden."""
    found = ask_folds(partial(_ask_fold, seed=seed), corpus, seed, ASKED_FOLDS)
    return [example for one, _ in found for example in one], [
        example for _, other in found for example in other
    ]


def _ask_fold(fold: Fold, seed: int) -> tuple[list[_Example], list[_Example]]:
    corpus = fold.corpus
    rng = random.Random(seed * FOLDS + fold.number)  # noqa: S311 - no secret
    topics = corpus.topics
    signposts = frozenset(number for number, topic in enumerate(topics) if topic == ELSEWHERE)
    answered: list[_Example] = []
    unanswerable: list[_Example] = []
    for number in range(len(corpus.targets)):
        held_out = fold.held_out(number)
        rng.shuffle(held_out)
        elsewhere = topics[number] == ELSEWHERE
        for place in held_out[: QUERIES_PER_SIGNPOST_AND_FOLD if elsewhere else QUERIES_PER_ENTRY_AND_FOLD]:
            text = corpus.texts[place].utterance
            query = corpus.query(noisy(text, rng) if rng.random() < NOISY_SHARE else text)
            if not query.text:
                continue
            matches = fold.index.match(query, SHORTLIST)
            answered.append(
                _Example(matches.features, matches.numbers == number, matches.query, not elsewhere)
            )
            # What no signpost knows either is what a question out of scope looks like.
            hidden = signposts if elsewhere else _hidden(number, topics, rng)
            if hidden and len(hidden) < len(topics):
                matches = fold.index.match(query, SHORTLIST, without=hidden)
                nothing = np.zeros(len(matches.numbers), dtype=bool)
                unanswerable.append(_Example(matches.features, nothing, matches.query, answerable=False))
    return answered, unanswerable


def _hidden(number: int, topics: Sequence[str], rng: random.Random) -> frozenset[int]:
    """Return the entries to hide: one's own (a near miss), or its whole topic (another world), or none."""
    choice = rng.random()
    if choice < HIDDEN_ENTRY_SHARE:
        return frozenset({number})
    if choice < HIDDEN_ENTRY_SHARE + HIDDEN_TOPIC_SHARE:
        return frozenset(other for other, topic in enumerate(topics) if topic == topics[number])
    return frozenset()


def _fit(
    features: Matrix,
    targets: npt.NDArray[np.bool_],
    names: Sequence[str],
    strength: float,
    shares: npt.NDArray[np.float64] | None = None,
) -> tuple[LinearModel, LogisticRegression, Matrix]:
    scaler = StandardScaler().fit(features)
    scaled = scaler.transform(features)
    model = LogisticRegression(C=strength, max_iter=2000).fit(scaled, targets, shares)
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - weights @ scaler.mean_)
    rounded = {name: round(float(weight), 6) for name, weight in zip(names, weights, strict=True)}
    return LinearModel(round(bias, 6), rounded), model, scaled


def _calibrate(
    log_odds: npt.NDArray[np.float64], targets: npt.NDArray[np.bool_]
) -> list[tuple[float, float]]:
    isotonic = IsotonicRegression(out_of_bounds="clip", y_min=_LEAST_LIKELY, y_max=1 - _LEAST_LIKELY)
    levels = isotonic.fit_transform(log_odds, targets)
    # Isotonic regression is a staircase. The line runs through the middles of its steps, so that of two
    # questions on one step the likelier one still has the higher score, and it begins at the bottom: else
    # nothing could fall below the middle of the lowest step.
    steps = [(float(log_odds[levels == level].mean()), float(level)) for level in np.unique(levels)]
    lowest = float(log_odds.min())
    bottom = [(lowest, _LEAST_LIKELY)] if lowest < steps[0][0] and steps[0][1] > _LEAST_LIKELY else []
    return [(round(place, 4), round(level, 4)) for place, level in (*bottom, *steps)]
