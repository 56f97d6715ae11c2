from pathlib import Path

import pytest

from eval.cases import Case, read_cases
from eval.dialogues import holds_dialogues

GOOD = '{"utterance": "여권 값", "expected_entries": ["passport-fee"], "tags": ["keyword"]}'
MEND = 'write {"utterance": "…", "expected_entries": ["id"], "tags": ["tag"]}'
SETS = [
    path
    for path in sorted((Path(__file__).parents[2] / "eval" / "sets").glob("*.jsonl"))
    if not holds_dialogues(path)
]


def read(tmp_path: Path, content: str) -> tuple[list[Case], list[str]]:
    """Read a file of that content; return its cases and its problems without the folder's name."""
    path = tmp_path / "a.jsonl"
    path.write_text(content, encoding="utf-8")
    cases, problems = read_cases(path)
    return cases, [str(problem).removeprefix(f"{tmp_path.as_posix()}/") for problem in problems]


def test_each_line_is_a_case_and_empty_lines_are_none(tmp_path: Path) -> None:
    outside = '{"utterance": "날씨", "expected_entries": [], "tags": []}'
    assert read(tmp_path, f"{GOOD}\n\n{outside}\n") == (
        [Case("여권 값", ("passport-fee",), ("keyword",)), Case("날씨", (), ())],
        [],
    )


@pytest.mark.parametrize("separator", ["\u2028", "\u0085"])
def test_a_line_ends_only_where_the_file_says(tmp_path: Path, separator: str) -> None:
    cases, problems = read(tmp_path, GOOD.replace("여권 값", f"여권{separator}값"))
    assert problems == []
    assert cases[0].utterance == f"여권{separator}값"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("여권 값", "1: error: is no JSON (Expecting value); write one JSON object on the line"),
        (
            '{"utterance": "여권"',
            "19: error: is no JSON (Expecting ',' delimiter); write one JSON object on the line",
        ),
        ('["여권"]', f"1: error: is no JSON object; {MEND}"),
        ('{"utterance": "여권", "tags": []}', f'1: error: field "expected_entries" is missing; {MEND}'),
        (
            '{"utterance": "여권", "expected_entries": [], "tags": [], "id": 1}',
            f'1: error: unknown field "id"; {MEND}',
        ),
        (
            '{"utterance": " ", "expected_entries": [], "tags": []}',
            f"1: error: utterance must be a text that is not empty; {MEND}",
        ),
        (
            '{"utterance": "여권", "expected_entries": "passport-fee", "tags": []}',
            f"1: error: expected_entries must be a list of texts; {MEND}",
        ),
        (
            '{"utterance": "여권", "expected_entries": [], "tags": [""]}',
            f"1: error: tags must be a list of texts; {MEND}",
        ),
    ],
)
def test_a_bad_line_is_a_problem_with_its_line_and_the_others_are_read(
    tmp_path: Path, line: str, problem: str
) -> None:
    cases, problems = read(tmp_path, f"\n{line}\n{GOOD}\n")
    assert [case.utterance for case in cases] == ["여권 값"]
    assert problems == [f"a.jsonl:2:{problem} [evaluation-case]"]


def test_a_question_that_stands_twice_is_a_problem_that_names_the_first_line(tmp_path: Path) -> None:
    cases, problems = read(tmp_path, f"{GOOD}\n\n{GOOD}\n")
    assert len(cases) == 1
    assert problems == [
        'a.jsonl:3:1: error: "여권 값" is also on line 1; keep one of the two [evaluation-case]'
    ]


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    cases, problems = read_cases(tmp_path / "none.jsonl")
    assert cases == []
    (problem,) = problems
    assert str(problem).startswith(f"{tmp_path.as_posix()}/none.jsonl:1:1: error: cannot be read (")
    assert problem.mend == "check the path and save it as UTF-8"


def test_a_file_in_another_encoding_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(GOOD.encode("cp949"))
    cases, problems = read_cases(path)
    assert cases == []
    assert len(problems) == 1


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_the_sets_that_we_measure_with_are_sound(path: Path) -> None:
    cases, problems = read_cases(path)
    assert problems == []
    assert cases
