from dataclasses import replace
from pathlib import Path

from eval.markdown import report, write_report
from eval.report import Run
from tests.eval.outcomes import FOUND_DIALOGUE, OUT_ANSWERED, OUT_SILENT, RIGHT, WRONG

QUESTION = "시험 문항"
TEST_WRONG = replace(WRONG, expected_entries=("hidden",), utterance=QUESTION, tags=("plain",))
RUN = Run(
    config={"knowledge": "knowledge", "entries": 6},
    outcomes={
        "tax-dev": [replace(RIGHT, tags=("plain",)), WRONG, WRONG],
        "tax-test": [RIGHT, TEST_WRONG],
        "out-of-scope-dev": [OUT_ANSWERED, OUT_SILENT],
    },
    dialogues={"dialogues-dev": [FOUND_DIALOGUE]},
)
PICTURES = {"calibration.png", "risk-coverage.png", "kinds.png"}


def test_a_report_lies_beside_its_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "results" / "today"
    write_report(RUN, folder)
    assert {path.name for path in folder.iterdir()} == {"report.md", *PICTURES}
    text = (folder / "report.md").read_text(encoding="utf-8")
    assert all(f"]({name})" in text for name in PICTURES)
    assert "- entries: 6" in text


def test_the_halves_stand_side_by_side() -> None:
    lines = report(RUN).splitlines()
    assert "|  | dev | test |" in lines
    assert "| cases | 5 | 2 |" in lines
    assert "| `hit_rate@1` | 33.3% [0.0%, 100.0%] | 50.0% [0.0%, 100.0%] |" in lines
    assert any(line.startswith("| `false_answer_rate` | 50.0% ") and line.endswith("|  |") for line in lines)
    assert any(line.startswith("| `calibration_error` | ") for line in lines)


def test_sets_and_dialogues_have_a_row_each() -> None:
    lines = report(RUN).splitlines()
    assert any(line.startswith("| tax-test | 2 | 50.0% ") for line in lines)
    assert any(line.startswith("| dialogues-dev | 1 | 100.0% ") for line in lines)


def test_questions_that_are_only_reported_are_never_shown() -> None:
    text = report(RUN)
    assert "| a | b | 2 |" in text
    assert "hidden" not in text
    assert QUESTION not in text


def test_a_run_on_other_sets_has_neither_halves_nor_pictures(tmp_path: Path) -> None:
    write_report(Run({}, {"mine": [RIGHT, WRONG]}), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "| mine | 2 | 50.0% " in text
    assert "## Halves" not in text
    assert ".png" not in text
