import random

import pytest

from eval.reliability import Bin, calibration_error, reliability_bins
from tests.eval.outcomes import OUT_SILENT, SILENT, scored


def test_without_cases_there_is_no_error() -> None:
    assert calibration_error([]) is None
    assert reliability_bins([]) == []


def test_scores_that_mean_what_they_say_have_no_error() -> None:
    cases = [scored(0.5), scored(0.5, first="b")] * 10 + [scored(0.0, first="b")] * 10 + [scored(1.0)] * 10
    assert calibration_error(cases) == pytest.approx(0)


def test_the_error_is_the_mean_distance_of_score_and_share_right() -> None:
    """Two bins of two cases: |0.25 - 0.5| and |0.75 - 1|."""
    cases = [scored(0.125), scored(0.375, first="b"), scored(0.625), scored(0.875)]
    assert reliability_bins(cases, bins=2) == [Bin(0.25, 0.5, 2), Bin(0.75, 1.0, 2)]
    assert calibration_error(cases, bins=2) == 0.25


def test_bins_hold_equally_many_cases_as_far_as_possible() -> None:
    cases = [scored(number / 100) for number in range(25)]
    assert [found.count for found in reliability_bins(cases)] == [3, 3, 3, 3, 3, 2, 2, 2, 2, 2]


def test_out_of_scope_the_best_candidate_is_never_right() -> None:
    assert calibration_error([scored(0.9, ())]) == pytest.approx(0.9)


def test_a_case_without_candidates_has_score_0_and_is_not_right() -> None:
    assert reliability_bins([SILENT, OUT_SILENT], bins=1) == [Bin(0.0, 0.0, 2)]


def test_the_order_of_the_cases_does_not_matter_even_among_equal_scores() -> None:
    cases = [scored(0.5, first="a" if number % 3 else "b") for number in range(40)]
    shuffled = random.Random(1).sample(cases, len(cases))
    assert reliability_bins(shuffled) == reliability_bins(cases)
