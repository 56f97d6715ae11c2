"""carried_over_rate = share of changes of topic in which the old topic stuck.

Of the dialogues tagged `topic-change`: those whose last turn is answered with, or offers first, an entry
that an earlier turn expected and the last does not.
"""

from collections.abc import Sequence

from eval.dialogues import DialogueOutcome

TAG = "topic-change"


def values(outcome: DialogueOutcome) -> Sequence[float]:
    """Return 1 where the last turn was led by an earlier one."""
    if TAG not in outcome.tags:
        return []
    final = outcome.final
    led_by = final.entry_id or next(iter(final.choices), None)
    earlier = {entry_id for turn in outcome.turns[:-1] for entry_id in turn.expected_entries}
    return [float(led_by in earlier - set(final.expected_entries))]
