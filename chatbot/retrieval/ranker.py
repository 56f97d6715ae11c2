"""Puts the shortlist in order and says how sure the first one is."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from chatbot.retrieval.features import CANDIDATE_FEATURES, CONFIDENCE_FEATURES, confidence_features
from chatbot.retrieval.index import Matches
from chatbot.retrieval.parameters import Parameters

STRANGE_COVERAGE = 0.2
STRANGE_LIKENESS = 0.5
STRANGE = 0.05
"""Highest score of a candidate that knows hardly a word of the question and is not spelled like it either.
The learned confidence has seen few such questions: what citizens ask is made of words that entries know."""


@dataclass(frozen=True)
class Confidence:
    """How sure the first of a shortlist is.

    Attributes:
        features: Its `CONFIDENCE_FEATURES`.
        log_odds: Their weighted sum.
        calibrated: The probability that the table gives for these.
        probability: The same, held down where the candidate is strange to the question.
    """

    features: npt.NDArray[np.float64]
    log_odds: float
    calibrated: float
    probability: float


@dataclass(frozen=True)
class Ranking:
    """A shortlist in order.

    Attributes:
        order: Places in the shortlist, best first.
        scores: For each place of `order`, from 0 to 1. The first is the calibrated probability that it
            answers; the others fall from it by their log-odds.
        contributions: For each place of `order`, what each feature added to its log-odds.
        log_odds: For each place of `order`.
        confidence: Where the first one's score comes from.
    """

    order: npt.NDArray[np.int64]
    scores: npt.NDArray[np.float64]
    contributions: list[Mapping[str, float]]
    log_odds: npt.NDArray[np.float64]
    confidence: Confidence


class Ranker:
    """Linear models, folded to one dot product each."""

    def __init__(self, parameters: Parameters) -> None:
        """Fold the parameters.

        Raises:
            KeyError: The parameters belong to other features.
        """
        self.parameters = parameters
        self._bias = parameters.ranker.bias
        self._weights = parameters.ranker.vector(CANDIDATE_FEATURES)
        self._confidence_bias = parameters.confidence.bias
        self._confidence_weights = parameters.confidence.vector(CONFIDENCE_FEATURES)
        points = np.array(parameters.calibration)
        self._log_odds, self._probabilities = points[:, 0], points[:, 1]

    def rank(self, matches: Matches) -> Ranking:
        """Order a shortlist that is not empty."""
        log_odds = matches.features @ self._weights + self._bias
        order = np.argsort(-log_odds, kind="stable")
        confidence = self._confidence(matches, log_odds, order[0])
        scores = confidence.probability * np.exp(log_odds[order] - log_odds[order[0]])
        contributions = matches.features[order] * self._weights
        return Ranking(
            order,
            scores,
            [dict(zip(CANDIDATE_FEATURES, map(float, row), strict=True)) for row in contributions],
            log_odds[order],
            confidence,
        )

    def _confidence(self, matches: Matches, log_odds: npt.NDArray[np.float64], first: int) -> Confidence:
        features = confidence_features(matches.features, log_odds, matches.query)
        sure = float(features @ self._confidence_weights + self._confidence_bias)
        calibrated = float(np.interp(sure, self._log_odds, self._probabilities))
        best = dict(zip(CANDIDATE_FEATURES, matches.features[first], strict=True))
        strange = best["coverage"] < STRANGE_COVERAGE and best["fuzzy"] < STRANGE_LIKENESS
        return Confidence(features, sure, calibrated, min(calibrated, STRANGE) if strange else calibrated)
