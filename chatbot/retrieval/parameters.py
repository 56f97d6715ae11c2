"""What was learned, as a small file: linear models over named features, and a calibration table."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

DEFAULT_PATH = Path(__file__).with_name("parameters.json")
"""Learned from the knowledge base of this repository. Being weights of shares and leads, not of words,
they serve an edited or another knowledge base too; `python -m chatbot fit` learns them anew."""


@dataclass(frozen=True)
class LinearModel:
    """Logistic model: log-odds = bias + sum of weight × feature.

    Attributes:
        bias: Log-odds when every feature is 0.
        weights: By feature.
    """

    bias: float
    weights: Mapping[str, float]

    def vector(self, names: Sequence[str]) -> npt.NDArray[np.float64]:
        """Return the weights in the order of names.

        Raises:
            KeyError: A feature has no weight: the file belongs to another version of the features.
        """
        return np.array([self.weights[name] for name in names])


@dataclass(frozen=True)
class Parameters:
    """Everything learned.

    Attributes:
        catalog_digest: The catalog it was learned from.
        seed: Of the random choices; the same catalog and seed give the same parameters.
        queries: Training queries used.
        ranker: Log-odds that a candidate answers.
        confidence: Log-odds that the best candidate answers, in a mix with unanswerable questions.
        calibration: Rising pairs (log-odds, probability); between them the line is straight.
    """

    catalog_digest: str
    seed: int
    queries: int
    ranker: LinearModel
    confidence: LinearModel
    calibration: Sequence[tuple[float, float]]


def read_parameters(path: Path = DEFAULT_PATH) -> Parameters:
    """Return learned parameters.

    Raises:
        ValueError: The file does not hold any.
    """
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return Parameters(
            catalog_digest=stored["catalog_digest"],
            seed=stored["seed"],
            queries=stored["queries"],
            ranker=LinearModel(**stored["ranker"]),
            confidence=LinearModel(**stored["confidence"]),
            calibration=[(x, y) for x, y in stored["calibration"]],
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise ValueError(
            f"{path} holds no learned parameters ({error!r}); learn them with: python -m chatbot fit"
        ) from error


def write_parameters(parameters: Parameters, path: Path = DEFAULT_PATH) -> None:
    """Store learned parameters."""
    text = json.dumps(asdict(parameters), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
