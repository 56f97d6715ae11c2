"""turn_right_rate = share of turns that went as they should.

Where some entry answers, one is given; where none does, none is given or offered.
"""

from collections.abc import Sequence

from eval.dialogues import DialogueOutcome


def values(outcome: DialogueOutcome) -> Sequence[float]:
    """Return 1 for each turn that went as it should."""
    return [
        float(turn.answered_right if turn.in_scope else not turn.answered and not turn.choices)
        for turn in outcome.turns
    ]
