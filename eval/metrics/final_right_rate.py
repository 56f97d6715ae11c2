"""final_right_rate = share of dialogues whose last turn is answered with a right entry."""

from collections.abc import Sequence

from eval.dialogues import DialogueOutcome


def values(outcome: DialogueOutcome) -> Sequence[float]:
    """Return 1 where the last answer is right."""
    return [float(outcome.final.answered_right)]
