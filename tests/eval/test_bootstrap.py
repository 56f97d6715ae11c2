import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.bootstrap import Estimate, estimate


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
