"""Why a search put first what it did: the whole arithmetic, as data to be shown."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from chatbot.retrieval.features import CANDIDATE_FEATURES, CONFIDENCE_FEATURES
from chatbot.retrieval.index import SHORTLIST_WEIGHTS, Index, Matches
from chatbot.retrieval.parameters import LinearModel
from chatbot.retrieval.query import Query
from chatbot.retrieval.ranker import Ranker, Ranking

TOKENS = 6
"""Most tokens that are shown of a view."""


class ScoreRule(StrEnum):
    """What made the best score."""

    CALIBRATED = "calibrated"
    OWN_QUESTION = "own_question"
    STRANGE = "strange"
    INITIALS = "initials"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Term:
    """One summand: value × weight = contribution."""

    name: str
    value: float
    weight: float
    contribution: float


@dataclass(frozen=True)
class Spoken:
    """What one view's classifier of a target says of the query.

    Attributes:
        view: Name of the view.
        weight: Its weight when the shortlist is drawn.
        bias: What it says without a known token.
        learned: The bias and what all tokens add.
        tokens: Those that spoke most for the target, with what each adds; jamo stand alone (NFD).
    """

    view: str
    weight: float
    bias: float
    learned: float
    tokens: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class TargetExplanation:
    """Where the place of an entry or a signpost comes from.

    Attributes:
        target_id: Which one.
        matched: Its text that is nearest to the query.
        score: As the decision saw it.
        log_odds: By which it was put in order: bias and contributions of the terms.
        bias: Of the ranker.
        terms: By feature, the weightiest first.
        views: What each view's classifier says, and by which tokens.
    """

    target_id: str
    matched: str
    score: float
    log_odds: float
    bias: float
    terms: tuple[Term, ...]
    views: tuple[Spoken, ...]


@dataclass(frozen=True)
class ConfidenceExplanation:
    """From the ranker's view of its first one to the calibrated score.

    Attributes:
        target_id: The ranker's first.
        log_odds: Bias and contributions of the terms.
        bias: Of the confidence.
        terms: By feature, the weightiest first.
        between: The points of the calibration, (log-odds, probability), between which it lies; a single one
            beyond the ends.
        calibrated: The probability on the line between them.
        probability: The same, held down where the candidate is strange to the question.
    """

    target_id: str
    log_odds: float
    bias: float
    terms: tuple[Term, ...]
    between: tuple[tuple[float, float], ...]
    calibrated: float
    probability: float


@dataclass(frozen=True)
class Explanation:
    """How an utterance was read, and why the search put first what it did.

    Attributes:
        utterance: What was typed.
        text: What was searched: repaired, in normal form.
        added: Official words that joined it by the synonyms.
        rule: What made the best score.
        signpost: The id of the signpost that leads, if one does.
        targets: That signpost, the best entry and the runner-up, by falling score; none where only 초성 or
            nothing was typed.
        confidence: Where the first score comes from.
    """

    utterance: str
    text: str
    added: tuple[str, ...]
    rule: ScoreRule
    signpost: str | None = None
    targets: tuple[TargetExplanation, ...] = ()
    confidence: ConfidenceExplanation | None = None


class Explainer:
    """Explains one search."""

    def __init__(
        self, query: Query, index: Index, matches: Matches, ranker: Ranker, ranking: Ranking
    ) -> None:
        """Take what was searched, where, and what came of it."""
        self._query = query
        self._index = index
        self._matches = matches
        self._parameters = ranker.parameters
        self._ranking = ranking

    def rule(self, *, is_own: bool) -> ScoreRule:
        """Return what made the best score; `is_own` tells that the query is a target's own question."""
        if is_own:
            return ScoreRule.OWN_QUESTION
        confidence = self._ranking.confidence
        held_down = confidence.probability < confidence.calibrated
        return ScoreRule.STRANGE if held_down else ScoreRule.CALIBRATED

    def target(self, target_id: str, matched: str, score: float, rank: int) -> TargetExplanation:
        """Explain the target that the ranker put at a rank, from 0."""
        place = int(self._ranking.order[rank])
        ranker = self._parameters.ranker
        return TargetExplanation(
            target_id,
            matched,
            score,
            log_odds=float(self._ranking.log_odds[rank]),
            bias=ranker.bias,
            terms=_terms(CANDIDATE_FEATURES, self._matches.features[place].tolist(), ranker),
            views=tuple(self._spoken(int(self._matches.numbers[place]))),
        )

    def confidence(self, target_id: str) -> ConfidenceExplanation:
        """Explain how sure the ranker's first is, whose id is given."""
        found = self._ranking.confidence
        model = self._parameters.confidence
        table = self._parameters.calibration
        after = bisect_left([log_odds for log_odds, _ in table], found.log_odds)
        return ConfidenceExplanation(
            target_id,
            found.log_odds,
            bias=model.bias,
            terms=_terms(CONFIDENCE_FEATURES, found.features.tolist(), model),
            between=tuple(table[max(after - 1, 0) : after + 1]),
            calibrated=found.calibrated,
            probability=found.probability,
        )

    def _spoken(self, number: int) -> list[Spoken]:
        views = []
        for name, scorer in self._index.scorers.items():
            added = scorer.score_tokens(self._query, number)
            bias = scorer.bias_of(number)
            heaviest = sorted(added.items(), key=lambda item: -item[1])[:TOKENS]
            tokens = tuple((token, value) for token, value in heaviest if value > 0)
            views.append(Spoken(name, SHORTLIST_WEIGHTS[name], bias, bias + sum(added.values()), tokens))
        return views


def _terms(names: Sequence[str], values: Sequence[float], model: LinearModel) -> tuple[Term, ...]:
    terms = [
        Term(name, value, model.weights[name], value * model.weights[name])
        for name, value in zip(names, values, strict=True)
    ]
    return tuple(sorted(terms, key=lambda term: -abs(term.contribution)))
