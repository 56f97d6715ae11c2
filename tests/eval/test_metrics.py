import pytest

from eval.generate import Outcome, TurnOutcome
from eval.metrics import DIALOGUE_METRICS, METRICS
from tests.eval.outcomes import (
    OFFERED,
    OFFERED_WRONG,
    OUT_ANSWERED,
    OUT_OFFERED,
    OUT_SILENT,
    RIGHT,
    SILENT,
    WRONG,
    dialogue,
    outcome,
    turn,
)

IN_SCOPE = [RIGHT, WRONG, OFFERED, OFFERED_WRONG, SILENT]
OUT_OF_SCOPE = [OUT_ANSWERED, OUT_OFFERED, OUT_SILENT]
EXPECTED: dict[str, tuple[list[Outcome], list[float]]] = {
    "hit_rate@1": (IN_SCOPE, [1, 0, 0, 0, 0]),
    "hit_rate@3": (IN_SCOPE, [1, 1, 1, 0, 0]),
    "mrr": (IN_SCOPE, [1, 1 / 3, 1 / 2, 1 / 4, 0]),
    "correct_answer_rate": (IN_SCOPE, [1, 0, 0, 0, 0]),
    "wrong_answer_rate": (IN_SCOPE, [0, 1, 0, 0, 0]),
    "resolved_rate": (IN_SCOPE, [1, 0, 1, 0, 0]),
    "clarification_rate": (IN_SCOPE, [0, 0, 1, 1, 0]),
    "fallback_rate": (IN_SCOPE, [0, 0, 0, 0, 1]),
    "false_answer_rate": (OUT_OF_SCOPE, [1, 0, 0]),
    "false_offer_rate": (OUT_OF_SCOPE, [0, 1, 0]),
}


def test_every_metric_is_worked_by_hand_below() -> None:
    assert METRICS.keys() == EXPECTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_a_metric_gives_the_values_worked_by_hand(name: str) -> None:
    outcomes, values = EXPECTED[name]
    assert [METRICS[name](found) for found in outcomes] == values


@pytest.mark.parametrize("name", EXPECTED)
def test_a_metric_is_silent_where_it_does_not_concern_the_case(name: str) -> None:
    others = OUT_OF_SCOPE if EXPECTED[name][0] is IN_SCOPE else IN_SCOPE
    assert [METRICS[name](found) for found in others] == [None] * len(others)


@pytest.mark.parametrize("name", ["hit_rate@1", "mrr", "correct_answer_rate", "resolved_rate"])
def test_each_of_several_right_entries_is_as_good_as_the_others(name: str) -> None:
    assert METRICS[name](outcome(("a", "b"), ranked=("b", "c"), answer="b")) == 1


@pytest.mark.parametrize("found", [*IN_SCOPE, outcome(answer="a", choices=("b",))])
def test_a_case_in_scope_is_answered_or_offered_or_falls_back(found: Outcome) -> None:
    shares = ("correct_answer_rate", "wrong_answer_rate", "clarification_rate", "fallback_rate")
    assert sum(METRICS[name](found) or 0 for name in shares) == 1


GREETED = turn(())
GREETED_WITH_CHOICES = turn((), choices=("b",))
ANSWERED_FOR_NOTHING = turn((), answer="b")
FOUND = turn(answer="a")
MISSED = turn(answer="b")
OFFERED_IT = turn(choices=("b", "a"))
SAID_NOTHING = turn()
DIALOGUES = [
    dialogue(GREETED, FOUND),
    dialogue(FOUND, MISSED),
    dialogue(ANSWERED_FOR_NOTHING, OFFERED_IT),
    dialogue(GREETED_WITH_CHOICES, SAID_NOTHING),
]
EXPECTED_OF_DIALOGUES: dict[str, list[list[float]]] = {
    "final_right_rate": [[1], [0], [0], [0]],
    "final_resolved_rate": [[1], [0], [1], [0]],
    "turn_right_rate": [[1, 1], [1, 0], [0, 0], [0, 0]],
    "turn_resolved_rate": [[1, 1], [1, 0], [0, 1], [1, 0]],
    "carried_over_rate": [[], [], [], []],
}


def test_every_metric_of_dialogues_is_worked_by_hand() -> None:
    assert DIALOGUE_METRICS.keys() == EXPECTED_OF_DIALOGUES.keys()


@pytest.mark.parametrize("name", EXPECTED_OF_DIALOGUES)
def test_a_metric_of_dialogues_gives_the_values_worked_by_hand(name: str) -> None:
    assert [DIALOGUE_METRICS[name](found) for found in DIALOGUES] == EXPECTED_OF_DIALOGUES[name]


@pytest.mark.parametrize(
    ("final", "carried"),
    [
        (turn(("new",), answer="new"), 0),
        (turn(("new",), answer="old"), 1),
        (turn(("new",), choices=("old", "new")), 1),
        (turn(("new",), choices=("new", "old")), 0),
        (turn(("new",), answer="other"), 0),
        (turn(("new", "old"), answer="old"), 0),
        (turn(("new",)), 0),
    ],
)
def test_a_topic_is_carried_over_when_an_entry_of_an_earlier_turn_leads_the_last(
    final: TurnOutcome, carried: int
) -> None:
    talk = (turn(("old",), answer="old"), turn(()), final)
    assert DIALOGUE_METRICS["carried_over_rate"](dialogue(*talk, tags=("topic-change", "tax"))) == [carried]
    assert DIALOGUE_METRICS["carried_over_rate"](dialogue(*talk, tags=("correction",))) == []
