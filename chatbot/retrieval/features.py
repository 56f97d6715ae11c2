"""What the ranker and the confidence look at, by name.

A feature of a candidate comes twice: as it is, and as its lead over the best of the other candidates
("lead:…"), since near neighbours are told apart by differences.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from chatbot.retrieval.views import VIEWS

Matrix = npt.NDArray[np.float64]

PLAIN_FEATURES: tuple[str, ...] = (
    "fuzzy",
    "coverage",
    *(f"{view}:{kind}" for view in VIEWS for kind in ("learned", "best", "best_three")),
)
"""`fuzzy`: likeness to the nearest text. `coverage`: share of the query's meaning, by inverse document
frequency, that the entry's texts know. Then by view what the entry's classifier says, and the cosine to its
best text and to its best three."""

CANDIDATE_FEATURES: tuple[str, ...] = (*PLAIN_FEATURES, *(f"lead:{name}" for name in PLAIN_FEATURES))
"""What the ranker looks at."""

QUERY_FEATURES: tuple[str, ...] = ("unknown_share", "content_count", "length")
"""`unknown_share`: share of the query's meaning that no entry knows. `content_count`, `length`: logarithms
of the numbers of morphemes with meaning and of jamo."""

CONFIDENCE_FEATURES: tuple[str, ...] = (
    "log_odds",
    "lead",
    "lead_over_third",
    "probability",
    "share",
    *PLAIN_FEATURES,
    *QUERY_FEATURES,
)
"""What the confidence looks at: the ranker's view of the best candidate (log-odds, leads over the second and
the third, probability, share of all candidates' probability), that candidate's plain features, and the
query's."""


def with_leads(plain: Matrix) -> Matrix:
    """Return candidates' features with each one's lead over the best of the others.

    Args:
        plain: One row a candidate, one column for each of `PLAIN_FEATURES`. A candidate alone leads by its
            whole value.
    """
    if len(plain) == 1:
        return np.hstack([plain, plain])
    best = plain.argmax(axis=0)
    columns = np.arange(plain.shape[1])
    others = plain.copy()
    others[best, columns] = -np.inf
    top, second = plain[best, columns], others.max(axis=0)
    rivals = np.broadcast_to(top, plain.shape).copy()
    rivals[best, columns] = second
    return np.hstack([plain, plain - rivals])


def confidence_features(
    features: Matrix, log_odds: npt.NDArray[np.float64], query: Sequence[float]
) -> npt.NDArray[np.float64]:
    """Return what the confidence looks at.

    Args:
        features: Candidates' features, one row a candidate.
        log_odds: The ranker's log-odds of each.
        query: Values of `QUERY_FEATURES`.
    """
    order = np.argsort(-log_odds, kind="stable")
    best = order[0]
    # A candidate alone leads as if the next were as unlikely as the ranker ever says.
    second, third = (
        log_odds[order[rank]] if len(order) > rank else min(log_odds[best], -9.0) for rank in (1, 2)
    )
    probabilities = 1 / (1 + np.exp(-log_odds))
    return np.concatenate(
        [
            [
                log_odds[best],
                log_odds[best] - second,
                log_odds[best] - third,
                probabilities[best],
                probabilities[best] / probabilities.sum(),
            ],
            features[best, : len(PLAIN_FEATURES)],
            query,
        ]
    )
