from eval.risk_coverage import Point, operating_point, risk_coverage
from tests.eval.outcomes import OFFERED, OUT_ANSWERED, OUT_SILENT, RIGHT, SILENT, WRONG, scored


def test_each_score_is_a_point_with_the_share_answered_and_the_share_of_that_which_is_wrong() -> None:
    cases = [scored(0.2, first="b"), scored(0.9), scored(0.9, ()), scored(0.5)]
    assert risk_coverage(cases) == [Point(0.9, 0.5, 0.5), Point(0.5, 0.75, 1 / 3), Point(0.2, 1.0, 0.5)]


def test_without_cases_there_is_no_curve() -> None:
    assert risk_coverage([]) == []


def test_what_the_bot_does_is_its_answers_right_and_wrong_in_scope_and_out() -> None:
    cases = [RIGHT, RIGHT, WRONG, OFFERED, SILENT, OUT_ANSWERED, OUT_SILENT, OUT_SILENT]
    assert operating_point(cases) == Point(0.9, 0.5, 0.5)


def test_a_bot_that_answers_nothing_has_no_such_point() -> None:
    assert operating_point([OFFERED, OUT_SILENT]) is None
