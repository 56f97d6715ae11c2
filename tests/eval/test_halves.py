import pytest

from eval.halves import by_half, half_figures, half_of, pooled
from tests.eval.outcomes import OFFERED, OUT_ANSWERED, OUT_SILENT, RIGHT, WRONG, outcome


@pytest.mark.parametrize(
    ("name", "half"),
    [
        ("tax-dev", "dev"),
        ("out-of-scope-test", "test"),
        ("other/tax-dev.jsonl", "dev"),
        ("test", "test"),
        ("latest", None),
        ("tax-dev-old", None),
    ],
)
def test_the_end_of_a_sets_name_tells_its_half(name: str, half: str | None) -> None:
    assert half_of(name) == half


def test_a_half_holds_all_its_sets_and_is_left_out_without_any() -> None:
    assert pooled({"b-dev": [1], "a-dev": [2, 3], "mine": [4]}) == {"dev": [1, 2, 3]}


def test_sets_of_neither_half_stand_for_themselves() -> None:
    assert by_half({"a-test": [1], "mine": [2], "a-dev": [3]}) == {"dev": [3], "test": [1], "mine": [2]}


def test_a_half_is_reported_in_scope_and_out_of_scope_at_once() -> None:
    near = outcome((), ranked=("b",), answer="b", tags=("near",))
    figures = half_figures([RIGHT, WRONG, OFFERED, OUT_ANSWERED, OUT_SILENT, near])
    assert figures.cases == 6
    assert {name: round(found.value, 3) for name, found in figures.estimates.items()} == {
        "hit_rate@1": 0.333,
        "hit_rate@3": 1.0,
        "resolved_rate": 0.667,
        "wrong_answer_rate": 0.333,
        "clarification_rate": 0.333,
        "false_answer_rate": 0.667,
        "false_answer_rate:near": 1.0,
    }
    assert 0 < figures.calibration_error < 1


def test_a_figure_that_concerns_no_case_is_left_out() -> None:
    assert "false_answer_rate:near" not in half_figures([RIGHT, OUT_SILENT]).estimates
