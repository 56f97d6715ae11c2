"""Learns ranker and confidence from the knowledge base alone.

Each entry's texts are dealt into folds. Texts of one fold, some of them with typing noise, ask an index
that lacks them; the right answer is the entry they came from. Once more with that entry or its whole topic
hidden, the same queries stand for questions that nothing answers.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict
from sklearn.preprocessing import StandardScaler

from chatbot.knowledge.catalog import Catalog
from chatbot.retrieval.expansion import SynonymExpansion
from chatbot.retrieval.features import (
    CANDIDATE_FEATURES,
    CONFIDENCE_FEATURES,
    Matrix,
    confidence_features,
)
from chatbot.retrieval.index import Index
from chatbot.retrieval.parameters import LinearModel, Parameters
from chatbot.retrieval.query import Query
from chatbot.retrieval.retriever import SHORTLIST, indexed_texts
from chatbot.text.morphemes import MorphemeTokenizer
from chatbot.text.noise import noisy

FOLDS = 5
QUERIES_PER_ENTRY_AND_FOLD = 2
NOISY_SHARE = 0.3
HIDDEN_ENTRY_SHARE = 0.5
HIDDEN_TOPIC_SHARE = 0.25
SEED = 7

_STRENGTH = 0.3
_CALIBRATION_POINTS = 24


@dataclass(frozen=True)
class _Example:
    """One training query: its shortlist, which candidate is right, and whether its entry was hidden."""

    features: Matrix
    right: npt.NDArray[np.bool_]
    query: Sequence[float]


def train(catalog: Catalog, tokenizer: MorphemeTokenizer, seed: int = SEED) -> Parameters:
    """Learn from a catalog; the same catalog and seed give the same parameters.

    Raises:
        ValueError: Too few texts to learn from.
    """
    examples, hidden = _examples(catalog, tokenizer, random.Random(seed))  # noqa: S311 - no secret
    if len(examples) < FOLDS * FOLDS:
        raise ValueError(f"{len(examples)} training queries are too few; give the entries more variants")
    ranker, _, _ = _fit(
        np.vstack([example.features for example in examples]),
        np.concatenate([example.right for example in examples]),
        CANDIDATE_FEATURES,
    )
    weights = ranker.vector(CANDIDATE_FEATURES)
    rows, labels = [], []
    for example in [*examples, *hidden]:
        log_odds = example.features @ weights + ranker.bias
        rows.append(confidence_features(example.features, log_odds, example.query))
        labels.append(bool(example.right[np.argmax(log_odds)]))
    features, targets = np.array(rows), np.array(labels)
    confidence, model, scaled = _fit(features, targets, CONFIDENCE_FEATURES)
    held_out = cross_val_predict(model, scaled, targets, cv=FOLDS, method="decision_function")
    return Parameters(
        catalog_digest=catalog.digest,
        seed=seed,
        queries=len(rows),
        ranker=ranker,
        confidence=confidence,
        calibration=_calibrate(held_out, targets),
    )


def _examples(
    catalog: Catalog, tokenizer: MorphemeTokenizer, rng: random.Random
) -> tuple[list[_Example], list[_Example]]:
    expansion = SynonymExpansion(catalog.synonyms, tokenizer)
    texts = [
        [(text, Query.from_utterance(text, tokenizer)) for text in indexed_texts(entry)]
        for entry in catalog.entries.values()
    ]
    topics = [entry.topic for entry in catalog.entries.values()]
    folds = [[rng.randrange(FOLDS) for _ in own] for own in texts]
    answered: list[_Example] = []
    unanswerable: list[_Example] = []
    for fold in range(FOLDS):
        index = Index(
            [
                [query for (_, query), dealt in zip(own, fold_of, strict=True) if dealt != fold]
                or [query for _, query in own]
                for own, fold_of in zip(texts, folds, strict=True)
            ]
        )
        for number, (own, fold_of) in enumerate(zip(texts, folds, strict=True)):
            # The title, the last text, is a label and no question, so it is never asked.
            held_out = [text for (text, _), dealt in zip(own[:-1], fold_of, strict=False) if dealt == fold]
            rng.shuffle(held_out)
            for text in held_out[:QUERIES_PER_ENTRY_AND_FOLD]:
                typed = noisy(text, rng) if rng.random() < NOISY_SHARE else text
                query = expansion.expand(Query.from_utterance(typed, tokenizer))
                if not query.text:
                    continue
                matches = index.match(query, SHORTLIST)
                answered.append(_Example(matches.features, matches.numbers == number, matches.query))
                hidden = _hidden(number, topics, rng)
                if hidden and len(hidden) < len(topics):
                    matches = index.match(query, SHORTLIST, without=hidden)
                    nothing = np.zeros(len(matches.numbers), dtype=bool)
                    unanswerable.append(_Example(matches.features, nothing, matches.query))
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
    features: Matrix, targets: npt.NDArray[np.bool_], names: Sequence[str]
) -> tuple[LinearModel, LogisticRegression, Matrix]:
    scaler = StandardScaler().fit(features)
    scaled = scaler.transform(features)
    model = LogisticRegression(C=_STRENGTH, max_iter=2000).fit(scaled, targets)
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - weights @ scaler.mean_)
    rounded = {name: round(float(weight), 6) for name, weight in zip(names, weights, strict=True)}
    return LinearModel(round(bias, 6), rounded), model, scaled


def _calibrate(
    log_odds: npt.NDArray[np.float64], targets: npt.NDArray[np.bool_]
) -> list[tuple[float, float]]:
    isotonic = IsotonicRegression(out_of_bounds="clip", y_min=0.005, y_max=0.995).fit(log_odds, targets)
    points = np.quantile(log_odds, np.linspace(0, 1, _CALIBRATION_POINTS))
    return [
        (round(float(x), 4), round(float(y), 4))
        for x, y in zip(points, isotonic.predict(points), strict=True)
    ]
