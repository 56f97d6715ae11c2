import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.retrieval.fusion import WEIGHTS, explain, fuse

SCORES = st.fixed_dictionaries({name: st.floats(0, 1) for name in WEIGHTS})


def test_weights_are_shares_of_one() -> None:
    assert sum(WEIGHTS.values()) == pytest.approx(1.0)
    assert all(0 < weight < 1 for weight in WEIGHTS.values())


@given(SCORES)
def test_the_score_is_the_sum_of_its_parts_and_lies_between_0_and_1(scores: dict[str, float]) -> None:
    score, parts = fuse(scores)
    assert score == pytest.approx(sum(part.score * part.weight for part in parts.values()))
    assert {name: part.score for name, part in parts.items()} == scores
    assert -1e-9 <= score <= 1 + 1e-9


@given(SCORES, st.sampled_from(sorted(WEIGHTS)), st.floats(0, 1))
def test_a_better_part_never_lowers_the_score(scores: dict[str, float], name: str, other: float) -> None:
    low, high = sorted((scores[name], other))
    assert fuse(scores | {name: low})[0] <= fuse(scores | {name: high})[0]


def test_scores_beyond_the_scale_are_cut_to_it() -> None:
    score, parts = fuse(dict.fromkeys(WEIGHTS, 1.5))
    assert score == pytest.approx(1.0)
    assert {part.score for part in parts.values()} == {1.0}
    assert fuse(dict.fromkeys(WEIGHTS, -0.5))[0] == 0.0


@pytest.mark.parametrize("name", WEIGHTS)
def test_a_scorer_that_is_missing_is_an_error_that_names_it(name: str) -> None:
    with pytest.raises(KeyError, match=name):
        fuse({other: 0.5 for other in WEIGHTS if other != name})


def test_the_explanation_shows_every_part_and_the_sum() -> None:
    score, parts = fuse(dict.fromkeys(WEIGHTS, 0.5))
    explanation = explain(parts)
    assert all(f"{name} 0.50 × {weight:.2f}" in explanation for name, weight in WEIGHTS.items())
    assert explanation.endswith(f" = {score:.2f}")
