import pytest

from chatbot.problem import Level, Problem


def problem(path: str = "city.yaml", line: int = 3, column: int = 5, level: Level = Level.ERROR) -> Problem:
    return Problem(path, line, column, level, "이름이 없습니다", "이름을 쓰세요", "schema")


def test_a_problem_reads_as_place_level_message_mend_and_rule() -> None:
    assert str(problem()) == "city.yaml:3:5: error: 이름이 없습니다; 이름을 쓰세요 [schema]"


def test_a_warning_says_that_it_is_one() -> None:
    assert str(problem(level=Level.WARNING)).startswith("city.yaml:3:5: warning: ")


def test_for_github_it_is_a_workflow_command_with_the_rule_as_title() -> None:
    assert problem(level=Level.WARNING).as_github() == (
        "::warning file=city.yaml,line=3,col=5,title=schema::이름이 없습니다; 이름을 쓰세요"
    )


def test_for_github_what_would_end_a_property_or_the_line_is_escaped() -> None:
    odd = Problem("a,b:c%.yaml", 1, 1, Level.ERROR, "50%,\r\n둘: 셋", "고치세요", "schema")
    assert odd.as_github() == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,title=schema::50%25,%0D%0A둘: 셋; 고치세요"
    )


@pytest.mark.parametrize(("line", "column"), [(0, 1), (1, 0), (-1, 1)])
def test_lines_and_columns_count_from_one(line: int, column: int) -> None:
    with pytest.raises(ValueError, match=f"lines and columns count from 1, got {line}:{column}"):
        problem(line=line, column=column)


def test_problems_sort_by_file_and_place_as_numbers() -> None:
    late, early, other = problem(line=10), problem(line=9, column=8), problem("a.yaml", line=99)
    assert sorted([late, early, other]) == [other, early, late]


def test_equal_problems_are_one_problem() -> None:
    assert len({problem(), problem()}) == 1
