import random

import pytest

from chatbot.retrieval.retriever import Retriever
from chatbot.text.noise import Noise
from eval.cases import Case
from eval.robustness import CLEAN, INITIALS, KINDS, robustness, robustness_lines

CASES = [
    Case("여권 수수료는 얼마인가요?", ("passport-fee",), ()),
    Case("쓰레기봉투 파는 곳", ("waste-bag",), ()),
    Case("날씨 어때요", (), ()),
]


def lost(text: str, _: random.Random) -> str:
    """Leave nothing that could be found."""
    return "ㅁㄴㅇ"


def untouched(text: str, _: random.Random) -> str:
    """Leave the text as it is."""
    return text


def test_the_first_result_is_clean_and_every_kind_is_held_against_it(retriever: Retriever) -> None:
    clean, same, gone = robustness(CASES, retriever, {"untouched": untouched, "lost": lost})
    assert (clean.kind, clean.changed, clean.lost) == (CLEAN, 0.0, {})
    assert clean.figures["hit_rate@1"].value == 1
    assert clean.figures["hit_rate@1"].count == 2
    assert same.changed == 0
    assert same.lost["hit_rate@1"].value == 0
    assert gone.changed == 1
    assert (
        gone.lost["hit_rate@1"].value == clean.figures["hit_rate@1"].value - gone.figures["hit_rate@1"].value
    )
    assert gone.lost["hit_rate@1"].value > 0


def test_a_question_always_gets_the_same_noise_whatever_stands_beside_it(retriever: Retriever) -> None:
    typed: list[str] = []

    def chance(text: str, rng: random.Random) -> str:
        typed.append(f"{text} {rng.random()}")
        return text

    robustness(CASES, retriever, {"chance": chance})
    robustness(CASES[1:], retriever, {"chance": chance})
    assert typed[1] == typed[2]
    assert typed[0].split()[-1] != typed[1].split()[-1]


@pytest.mark.parametrize(("kind", "measure"), [("lost", "hit_rate@1"), (INITIALS, "hit_rate@3")])
def test_initials_alone_are_judged_by_the_first_three(retriever: Retriever, kind: str, measure: str) -> None:
    kinds: dict[str, Noise] = {kind: untouched}
    clean, found = robustness(CASES, retriever, kinds)
    assert found.measure == measure
    lines = robustness_lines([clean, found])
    assert len(lines) == 3
    assert lines[2].count("%") == (2 if kind == INITIALS else 3)


def test_thirteen_kinds_and_initials_are_measured() -> None:
    assert len(KINDS) == 14
    assert list(KINDS)[-1] == INITIALS
