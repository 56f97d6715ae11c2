"""Outcomes made by hand."""

from dataclasses import replace

from eval.dialogues import DialogueOutcome
from eval.generate import Outcome, TurnOutcome


def outcome(
    expected: tuple[str, ...] = ("a",),
    *,
    utterance: str = "질문",
    ranked: tuple[str, ...] = (),
    answer: str | None = None,
    choices: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
) -> Outcome:
    """Return an outcome; the status follows from what came back."""
    status = "answered" if answer else "clarification" if choices else "fallback_low_score"
    ranking = tuple((entry_id, round(0.9 - 0.1 * rank, 1)) for rank, entry_id in enumerate(ranked))
    return Outcome(
        utterance=utterance,
        expected_entries=expected,
        tags=tags,
        ranked=ranking,
        status=status,
        entry_id=answer,
        choices=choices,
    )


def scored(score: float, expected: tuple[str, ...] = ("a",), *, first: str = "a") -> Outcome:
    """Return an outcome whose best candidate has that score."""
    return replace(outcome(expected), ranked=((first, score),))


def turn(
    expected: tuple[str, ...] = ("a",), *, answer: str | None = None, choices: tuple[str, ...] = ()
) -> TurnOutcome:
    """Return what the bot made of a turn; the status follows from what came back."""
    found = outcome(expected, answer=answer, choices=choices)
    return TurnOutcome(
        utterance=found.utterance,
        expected_entries=found.expected_entries,
        status=found.status,
        entry_id=found.entry_id,
        choices=found.choices,
    )


def dialogue(*turns: TurnOutcome, tags: tuple[str, ...] = ()) -> DialogueOutcome:
    """Return what the bot made of a dialogue."""
    return DialogueOutcome(turns, tags)


RIGHT = outcome(ranked=("a", "b"), answer="a")
WRONG = outcome(ranked=("b", "c", "a"), answer="b")
OFFERED = outcome(ranked=("b", "a"), choices=("b", "a"))
OFFERED_WRONG = outcome(ranked=("b", "c", "d", "a"), choices=("b", "c", "d"))
SILENT = outcome()
OUT_ANSWERED = outcome((), ranked=("b",), answer="b")
OUT_OFFERED = outcome((), ranked=("b",), choices=("b",))
OUT_SILENT = outcome(())
FOUND_DIALOGUE = dialogue(turn(()), turn(answer="a"))
