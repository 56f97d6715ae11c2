import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.bootstrap import Estimate, estimate, estimate_grouped


def test_without_values_there_is_no_estimate() -> None:
    assert estimate([]) is None


def test_equal_values_leave_no_doubt() -> None:
    assert estimate([1.0, 1.0, 1.0]) == Estimate(1.0, 1.0, 1.0, 3)


def test_the_mean_and_its_interval_are_those_of_the_sample() -> None:
    found = estimate([1.0] * 50 + [0.0] * 50)
    assert found is not None
    assert (found.value, found.count) == (0.5, 100)
    # The normal approximation gives 0.5 ± 0.098.
    assert found.low == pytest.approx(0.402, abs=0.02)
    assert found.high == pytest.approx(0.598, abs=0.02)


def test_more_cases_give_a_narrower_interval() -> None:
    few, many = estimate([1.0, 0.0] * 10), estimate([1.0, 0.0] * 200)
    assert few is not None
    assert many is not None
    assert many.high - many.low < few.high - few.low


@given(st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=1, max_size=40))
def test_the_interval_holds_the_mean_lies_within_0_and_1_and_never_changes(values: list[float]) -> None:
    found = estimate(values)
    assert found is not None
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert estimate(values) == found


def test_without_groups_that_hold_values_there_is_no_estimate() -> None:
    assert estimate_grouped([]) is None
    assert estimate_grouped([[], []]) is None


def test_the_mean_of_groups_is_the_mean_of_all_their_values() -> None:
    found = estimate_grouped([[1.0, 1.0, 1.0], [], [0.0]])
    assert found is not None
    assert (found.value, found.count) == (0.75, 4)


def test_values_that_hang_together_say_less_than_as_many_apart() -> None:
    apart = estimate([1.0, 0.0] * 40)
    together = estimate_grouped([[1.0] * 4, [0.0] * 4] * 10)
    assert apart is not None
    assert together is not None
    assert (together.value, together.count) == (apart.value, apart.count)
    assert together.high - together.low > 1.5 * (apart.high - apart.low)
