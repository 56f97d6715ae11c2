from dataclasses import replace

import pytest

from eval.compare import describe, flips, verdict
from eval.generate import Outcome
from tests.eval.outcomes import (
    OFFERED,
    OFFERED_WRONG,
    OUT_ANSWERED,
    OUT_OFFERED,
    OUT_SILENT,
    RIGHT,
    SILENT,
    WRONG,
)


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (RIGHT, 3),
        (OFFERED, 2),
        (OFFERED_WRONG, 1),
        (SILENT, 1),
        (WRONG, 0),
        (OUT_SILENT, 3),
        (OUT_OFFERED, 1),
        (OUT_ANSWERED, 0),
    ],
)
def test_a_verdict_prefers_silence_to_a_wrong_answer(outcome: Outcome, expected: int) -> None:
    assert verdict(outcome) == expected


def named(outcome: Outcome, utterance: str) -> Outcome:
    return replace(outcome, utterance=utterance)


def test_only_cases_whose_verdict_changed_are_flips() -> None:
    before = [named(RIGHT, "가"), named(WRONG, "나"), named(SILENT, "다")]
    after = [named(RIGHT, "가"), named(RIGHT, "나"), named(OFFERED_WRONG, "다")]
    found, shared = flips({"s": before}, {"s": after})
    assert shared == 3
    assert [(flip.after.utterance, flip.is_worse) for flip in found] == [("나", False)]


def test_what_got_worse_comes_first() -> None:
    before = {"s": [named(WRONG, "가"), named(RIGHT, "나")], "r": [named(RIGHT, "다")]}
    after = {"s": [named(RIGHT, "가"), named(SILENT, "나")], "r": [named(WRONG, "다")]}
    found, _ = flips(before, after)
    assert [(flip.set_name, flip.after.utterance) for flip in found] == [
        ("r", "다"),
        ("s", "나"),
        ("s", "가"),
    ]


def test_cases_and_sets_that_only_one_run_has_do_not_count() -> None:
    before = {"s": [named(RIGHT, "가"), named(RIGHT, "나")], "old": [RIGHT]}
    after = {"s": [named(RIGHT, "가"), named(WRONG, "다")], "new": [RIGHT]}
    assert flips(before, after) == ([], 1)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (RIGHT, WRONG, "worse  s: '질문' (a): a → b"),
        (SILENT, OFFERED, "mended s: '질문' (a): fallback_low_score → offered b, a"),
        (OUT_ANSWERED, OUT_SILENT, "mended s: '질문' (out of scope): b → fallback_low_score"),
    ],
)
def test_a_flip_is_told_in_one_line(before: Outcome, after: Outcome, line: str) -> None:
    (flip,) = flips({"s": [before]}, {"s": [after]})[0]
    assert describe(flip) == line
