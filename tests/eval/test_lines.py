from pathlib import Path

from eval.lines import JsonLines


def test_each_line_that_is_json_comes_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": 1}\n\n여권\n[]\n', encoding="utf-8")
    lines = JsonLines(path)
    assert list(lines) == [(1, {"a": 1}), (4, [])]
    (problem,) = lines.problems
    assert (problem.path, problem.line) == (path.as_posix(), 3)
