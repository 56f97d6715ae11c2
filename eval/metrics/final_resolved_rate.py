"""final_resolved_rate = share of dialogues whose last turn is answered right, or offers a right entry."""

from collections.abc import Sequence

from eval.dialogues import DialogueOutcome


def values(outcome: DialogueOutcome) -> Sequence[float]:
    """Return 1 where the citizen ends with the right entry, at once or with one more tap."""
    return [float(outcome.final.resolved)]
