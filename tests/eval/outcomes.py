"""Outcomes made by hand."""

from eval.generate import Outcome


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
    scored = tuple((entry_id, round(0.9 - 0.1 * rank, 1)) for rank, entry_id in enumerate(ranked))
    return Outcome(utterance, expected, tags, scored, status, answer, choices)


RIGHT = outcome(ranked=("a", "b"), answer="a")
WRONG = outcome(ranked=("b", "c", "a"), answer="b")
OFFERED = outcome(ranked=("b", "a"), choices=("b", "a"))
OFFERED_WRONG = outcome(ranked=("b", "c", "d", "a"), choices=("b", "c", "d"))
SILENT = outcome()
OUT_ANSWERED = outcome((), ranked=("b",), answer="b")
OUT_OFFERED = outcome((), ranked=("b",), choices=("b",))
OUT_SILENT = outcome(())
