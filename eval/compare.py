"""Which cases flipped between two runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.generate import Outcome


@dataclass(frozen=True)
class Flip:
    """A case whose result changed.

    Attributes:
        set_name: The set it stands in.
        before: Its outcome in the first run.
        after: Its outcome in the second.
    """

    set_name: str
    before: Outcome
    after: Outcome

    @property
    def is_worse(self) -> bool:
        """Whether it was right before."""
        return verdict(self.before) > verdict(self.after)


def verdict(outcome: Outcome) -> int:
    """Return how well a case went: 3 right, 2 right entry offered, 1 no answer, 0 wrong answer.

    Out of scope, 3 is no answer, 1 choices that cannot be right, 0 an answer.
    """
    if not outcome.in_scope:
        return 0 if outcome.answered else 1 if outcome.choices else 3
    if outcome.answered:
        return 3 if outcome.answered_right else 0
    return 2 if outcome.resolved else 1


def flips(
    before: Mapping[str, Sequence[Outcome]], after: Mapping[str, Sequence[Outcome]]
) -> tuple[list[Flip], int]:
    """Return the flips among the cases that both runs hold, and how many cases those are."""
    found: list[Flip] = []
    shared = 0
    for name in before.keys() & after.keys():
        earlier = {outcome.utterance: outcome for outcome in before[name]}
        for outcome in after[name]:
            old = earlier.get(outcome.utterance)
            if old is None:
                continue
            shared += 1
            if verdict(old) != verdict(outcome):
                found.append(Flip(name, old, outcome))
    return sorted(found, key=lambda flip: (not flip.is_worse, flip.set_name, flip.after.utterance)), shared


def describe(flip: Flip) -> str:
    """Return a flip as one line."""
    mark = "worse " if flip.is_worse else "mended"
    expected = ", ".join(flip.after.expected_entries) or "out of scope"
    change = f"{_said(flip.before)} → {_said(flip.after)}"
    return f"{mark} {flip.set_name}: {flip.after.utterance!r} ({expected}): {change}"


def _said(outcome: Outcome) -> str:
    if outcome.entry_id:
        return outcome.entry_id
    return f"offered {', '.join(outcome.choices)}" if outcome.choices else outcome.status
