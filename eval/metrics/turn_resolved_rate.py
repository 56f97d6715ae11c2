"""turn_resolved_rate = share of turns that leave the right entry in reach and give no wrong answer.

Where some entry answers, one is given or stands among the choices; where none does, none is given.
"""

from collections.abc import Sequence

from eval.dialogues import DialogueOutcome


def values(outcome: DialogueOutcome) -> Sequence[float]:
    """Return 1 for each turn that went well enough."""
    return [float(turn.resolved if turn.in_scope else not turn.answered) for turn in outcome.turns]
