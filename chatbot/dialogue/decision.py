"""Answer, ask back or admit not to know."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from chatbot.dialogue.reply import ReplyStatus
from chatbot.knowledge.language import Interface
from chatbot.retrieval.candidate import Candidate

CHOICES = 3
"""Most entries that are offered when the bot asks back."""


@dataclass(frozen=True)
class Thresholds:
    """Where the lines are drawn, on the scale of candidates' scores. Measured: DECISIONS 7.

    Attributes:
        accept_threshold: A best candidate below it is never answered outright.
        ambiguity_margin: Lead that the best candidate needs over the second.
        near_miss_threshold: Below it nothing is offered at all.
        signpost_threshold: From it on a signpost that was found first is followed.
    """

    accept_threshold: float = 0.92
    ambiguity_margin: float = 0.05
    near_miss_threshold: float = 0.10
    signpost_threshold: float = 0.20

    def __post_init__(self) -> None:
        if not 0 <= self.near_miss_threshold <= self.accept_threshold <= 1:
            raise ValueError(
                "thresholds must satisfy 0 ≤ near_miss_threshold ≤ accept_threshold ≤ 1, "
                f"got {self.near_miss_threshold} and {self.accept_threshold}"
            )
        if not 0 <= self.ambiguity_margin <= 1:
            raise ValueError(f"ambiguity_margin must lie between 0 and 1, got {self.ambiguity_margin}")


def thresholds_in(interface: Interface, thresholds: Thresholds) -> Thresholds:
    """Return the thresholds of a language: its own where its interface gives any."""
    own = {
        "accept_threshold": interface.accept_threshold,
        "near_miss_threshold": interface.near_miss_threshold,
    }
    return replace(thresholds, **{name: value for name, value in own.items() if value is not None})


@dataclass(frozen=True)
class Decision:
    """What to do with candidates, and why.

    Attributes:
        status: `answered`, `clarification`, or one of the fallbacks.
        answer: The candidate to answer with.
        choices: Candidates to offer.
        reason: The comparison that decided, in numbers.
    """

    status: ReplyStatus
    answer: Candidate | None
    choices: Sequence[Candidate]
    reason: str


def decide(candidates: Sequence[Candidate], thresholds: Thresholds) -> Decision:
    """Decide what to do with candidates.

    Args:
        candidates: By falling score.
        thresholds: Where the lines are drawn.
    """
    if not candidates:
        return Decision(ReplyStatus.FALLBACK_NO_CANDIDATE, None, (), "no candidate")
    best = candidates[0]
    second = candidates[1].score if len(candidates) > 1 else 0.0
    margin = best.score - second
    if best.score < thresholds.near_miss_threshold:
        reason = f"best {best.score:.3f} < near_miss_threshold {thresholds.near_miss_threshold:.3f}"
        return Decision(ReplyStatus.FALLBACK_LOW_SCORE, None, (), reason)
    if best.score < thresholds.accept_threshold:
        reason = f"best {best.score:.3f} < accept_threshold {thresholds.accept_threshold:.3f}"
    elif margin < thresholds.ambiguity_margin:
        reason = f"lead {margin:.3f} < ambiguity_margin {thresholds.ambiguity_margin:.3f}"
    else:
        reason = (
            f"best {best.score:.3f} ≥ {thresholds.accept_threshold:.3f} "
            f"and lead {margin:.3f} ≥ {thresholds.ambiguity_margin:.3f}"
        )
        return Decision(ReplyStatus.ANSWERED, best, (), reason)
    return Decision(ReplyStatus.CLARIFICATION, None, tuple(candidates[:CHOICES]), reason)
