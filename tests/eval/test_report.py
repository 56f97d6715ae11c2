import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.report import ALL, Run, read_outcomes, table, write_run
from tests.eval.outcomes import FOUND_DIALOGUE, OFFERED, OUT_ANSWERED, OUT_SILENT, RIGHT, SILENT, WRONG

RUN = Run(
    config={"knowledge": "knowledge", "entries": 6},
    outcomes={
        "small": [replace(RIGHT, tags=("keyword",)), WRONG, OFFERED, replace(SILENT, tags=("keyword",))],
        "mixed": [RIGHT, OUT_ANSWERED, OUT_SILENT],
    },
)
HALVES = Run(
    config={},
    outcomes={"a-dev": [RIGHT, WRONG], "b-dev": [RIGHT, OUT_SILENT], "mine": [WRONG]},
    dialogues={"talk-dev": [replace(FOUND_DIALOGUE, tags=("social",))]},
)


def test_a_run_that_is_written_is_read_the_same(tmp_path: Path) -> None:
    path = tmp_path / "results" / "today" / "run.json"
    write_run(RUN, path)
    assert read_outcomes(path) == RUN.outcomes


def test_a_stored_run_holds_its_config_and_numbers_for_people_too(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    write_run(RUN, path)
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert stored["config"] == {"knowledge": "knowledge", "entries": 6}
    assert stored["metrics"]["small"]["all"]["hit_rate@1"]["value"] == 0.25
    assert "질문" in path.read_text(encoding="utf-8")


def test_metrics_are_told_for_the_whole_set_and_for_each_tag() -> None:
    groups = RUN.metrics()["small"]
    assert list(groups) == [ALL, "keyword"]
    assert groups[ALL]["correct_answer_rate"].value == 0.25
    assert groups["keyword"]["correct_answer_rate"].value == 0.5
    assert groups["keyword"]["correct_answer_rate"].count == 2


def test_a_metric_that_concerns_no_case_of_a_group_is_left_out() -> None:
    metrics = RUN.metrics()
    assert "false_answer_rate" not in metrics["small"][ALL]
    assert metrics["mixed"][ALL]["false_answer_rate"].value == 0.5
    assert metrics["mixed"][ALL]["hit_rate@1"].count == 1


def test_the_table_has_a_line_for_each_metric_with_its_interval() -> None:
    lines = table(Run({}, {"small": [RIGHT, RIGHT]})).splitlines()
    assert lines[0] == "small: 2 cases"
    assert "  hit_rate@1             100.0%  [100.0%, 100.0%]" in lines
    assert "  wrong_answer_rate        0.0%  [  0.0%,   0.0%]" in lines
    assert len(lines) == 1 + 8


def test_the_table_counts_every_case_of_a_group_whatever_its_scope() -> None:
    heads = [line for line in table(RUN).splitlines() if line.endswith("cases")]
    assert heads == ["small: 4 cases", "  tag keyword: 2 cases", "mixed: 3 cases"]


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"outcomes": []}', '{"outcomes": {"a": [{}]}}', '{"outcomes": {"a": 1}}']
)
def test_a_file_that_is_no_run_is_refused_with_the_command_that_makes_one(
    tmp_path: Path, content: str
) -> None:
    path = tmp_path / "run.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"run\.json is no stored run \(.*\); make one with: python -m eval"):
        read_outcomes(path)


def test_a_run_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"none\.json is no stored run"):
        read_outcomes(tmp_path / "none.json")


def test_dialogues_are_reported_like_cases(tmp_path: Path) -> None:
    groups = HALVES.metrics()["talk-dev"]
    assert list(groups) == [ALL, "social"]
    assert groups[ALL]["final_right_rate"].value == 1
    assert groups[ALL]["turn_right_rate"].count == 2
    assert "carried_over_rate" not in groups[ALL]
    assert "talk-dev: 1 dialogues\n  final_right_rate       100.0%" in table(HALVES)
    write_run(HALVES, tmp_path / "run.json")
    (stored,) = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))["dialogues"]["talk-dev"]
    assert stored["tags"] == ["social"]
    assert stored["turns"][1] == {
        "utterance": "질문",
        "expected_entries": ["a"],
        "status": "answered",
        "entry_id": "a",
        "choices": [],
    }


def test_all_sets_of_a_half_together_come_last(tmp_path: Path) -> None:
    block = table(HALVES).split("\n\n")[-1].splitlines()
    assert block[0] == "dev: 4 cases of all dev sets"
    assert block[1].startswith("  hit_rate@1              66.7%  [")
    assert block[-1].startswith("  calibration_error ")
    write_run(HALVES, tmp_path / "run.json")
    stored = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))["halves"]
    assert list(stored) == ["dev"]
    assert stored["dev"]["cases"] == 4
    assert stored["dev"]["estimates"]["hit_rate@1"]["count"] == 3
    assert 0 <= stored["dev"]["calibration_error"] <= 1
