import json
from functools import partial
from pathlib import Path

import pytest

from chatbot.text.morphemes import MorphemeTokenizer
from eval.__main__ import main
from eval.candidate_stage import measure_candidate_stage
from eval.robustness import KINDS
from tests.conftest import KNOWLEDGE
from tests.editing import replace_in

CASES = [
    {"utterance": "여권 수수료는 얼마인가요?", "expected_entries": ["passport-fee"], "tags": ["plain"]},
    {"utterance": "쓰레기봉투 파는 곳", "expected_entries": ["waste-bag"], "tags": ["keyword"]},
    {"utterance": "안녕하세요", "expected_entries": [], "tags": ["out-of-scope"]},
]


@pytest.fixture(autouse=True)
def _shared_tokenizer(tokenizer: MorphemeTokenizer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.__main__.MorphemeTokenizer", lambda: tokenizer)


@pytest.fixture
def small_set(tmp_path: Path) -> Path:
    path = tmp_path / "small.jsonl"
    path.write_text("\n".join(json.dumps(case, ensure_ascii=False) for case in CASES), encoding="utf-8")
    return path


def run(small_set: Path, knowledge: Path, out: Path) -> int:
    return main(["run", "--set", str(small_set), "--knowledge", str(knowledge), "--json", str(out)])


def test_a_run_prints_its_numbers_and_stores_all_of_them(
    small_set: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "results" / "run.json"
    assert run(small_set, KNOWLEDGE, out) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("small: 3 cases\n  hit_rate@1             100.0%")
    assert printed.endswith(f"\nStored in {out}\n")
    stored = json.loads(out.read_text(encoding="utf-8"))
    assert stored["config"]["entries"] == 6
    assert len(stored["config"]["catalog_digest"]) == 16
    assert {"accept_threshold", "ambiguity_margin", "near_miss_threshold"} <= stored["config"].keys()
    assert [found["utterance"] for found in stored["outcomes"]["small"]] == [
        case["utterance"] for case in CASES
    ]
    assert [found["entry_id"] for found in stored["outcomes"]["small"]] == ["passport-fee", "waste-bag", None]


def test_a_run_compared_with_itself_has_no_flips(
    small_set: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run.json"
    run(small_set, KNOWLEDGE, out)
    capsys.readouterr()
    assert main(["compare", str(out), str(out)]) == 0
    assert capsys.readouterr().out == "3 cases in both runs: 0 worse, 0 mended\n"


def test_a_case_that_got_worse_is_told(
    small_set: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    run(small_set, KNOWLEDGE, before)
    stored = json.loads(before.read_text(encoding="utf-8"))
    stored["outcomes"]["small"][1]["entry_id"] = "waste-bulky"
    after.write_text(json.dumps(stored), encoding="utf-8")
    capsys.readouterr()
    assert main(["compare", str(before), str(after)]) == 0
    assert capsys.readouterr().out == (
        "worse  small: '쓰레기봉투 파는 곳' (waste-bag): waste-bag → waste-bulky\n"
        "3 cases in both runs: 1 worse, 0 mended\n"
    )


def test_a_bad_set_exits_with_2_and_names_the_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text(json.dumps(CASES[0]) + "\n여권\n", encoding="utf-8")
    out = tmp_path / "run.json"
    assert run(bad, KNOWLEDGE, out) == 2
    assert f"{bad.as_posix()}:2:1: error: is no JSON" in capsys.readouterr().err
    assert not out.exists()


def test_a_case_that_expects_an_unknown_entry_is_told_and_counted_as_a_miss(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "typo.jsonl"
    path.write_text(json.dumps(CASES[0] | {"expected_entries": ["passport-fees"]}), encoding="utf-8")
    out = tmp_path / "run.json"
    assert run(path, KNOWLEDGE, out) == 0
    error = capsys.readouterr().err
    assert error.startswith("typo: warning: '여권 수수료는 얼마인가요?' expects passport-fees, which ")
    assert error.endswith("does not have\n")
    metrics = json.loads(out.read_text(encoding="utf-8"))["metrics"]["typo"]["all"]
    assert metrics["hit_rate@3"]["value"] == 0


def test_two_sets_of_the_same_name_are_both_measured(small_set: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / small_set.name
    other.parent.mkdir()
    other.write_text(json.dumps(CASES[0]), encoding="utf-8")
    out = tmp_path / "run.json"
    sets = ["--set", str(small_set), "--set", str(other)]
    assert main(["run", *sets, "--knowledge", str(KNOWLEDGE), "--json", str(out)]) == 0
    assert len(json.loads(out.read_text(encoding="utf-8"))["outcomes"]) == 2


def test_a_broken_folder_exits_with_2_and_its_problems(
    small_set: Path, knowledge_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(knowledge_folder / "city.yaml", "name: 한빛시\n", "")
    assert run(small_set, knowledge_folder, tmp_path / "run.json") == 2
    assert capsys.readouterr().err.startswith("knowledge/city.yaml:2:1: error: ")


def test_comparing_with_something_that_is_no_run_exits_with_2(
    small_set: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(small_set), str(small_set)]) == 2
    assert "small.jsonl is no stored run" in capsys.readouterr().err


def test_a_bad_setting_exits_with_2(
    small_set: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MINWONTALK_AMBIGUITY_MARGIN", "-1")
    assert run(small_set, KNOWLEDGE, tmp_path / "run.json") == 2
    assert "ambiguity_margin must lie between 0 and 1" in capsys.readouterr().err


def test_a_run_stores_its_report_beside_it_unless_told_where(
    small_set: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eval.__main__.RESULTS", tmp_path / "results")
    half = small_set.rename(tmp_path / "small-dev.jsonl")
    assert main(["run", "--set", str(half), "--knowledge", str(KNOWLEDGE)]) == 0
    (folder,) = (tmp_path / "results").iterdir()
    assert {path.name for path in folder.iterdir()} == {
        "run.json",
        "report.md",
        "calibration.png",
        "risk-coverage.png",
        "kinds.png",
    }
    run(half, KNOWLEDGE, tmp_path / "alone" / "run.json")
    assert [path.name for path in (tmp_path / "alone").iterdir()] == ["run.json"]


def test_a_run_takes_dialogues_and_cases(
    small_set: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = tmp_path / "talk.jsonl"
    turns = [{key: case[key] for key in ("utterance", "expected_entries")} for case in reversed(CASES)]
    talk.write_text(json.dumps({"turns": turns, "tags": ["social"]}), encoding="utf-8")
    out = tmp_path / "run.json"
    sets = ["--set", str(small_set), "--set", str(talk)]
    assert main(["run", *sets, "--knowledge", str(KNOWLEDGE), "--json", str(out)]) == 0
    assert "talk: 1 dialogues\n  final_right_rate       100.0%" in capsys.readouterr().out
    stored = json.loads(out.read_text(encoding="utf-8"))
    assert list(stored["outcomes"]) == ["small"]
    assert [turn["entry_id"] for turn in stored["dialogues"]["talk"][0]["turns"]] == [
        None,
        "waste-bag",
        "passport-fee",
    ]
    assert stored["metrics"]["talk"]["all"]["turn_right_rate"]["value"] == 1


def test_robustness_is_printed_stored_and_drawn(
    small_set: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "noise.json"
    arguments = ["--set", str(small_set), "--knowledge", str(KNOWLEDGE), "--json", str(out)]
    assert main(["robustness", *arguments]) == 0
    assert capsys.readouterr().out.startswith("small: 3 cases\n  noise ")
    results = json.loads(out.read_text(encoding="utf-8"))["groups"]["small"]
    assert [result["kind"] for result in results] == ["clean", *KINDS]
    assert out.with_suffix(".png").exists()


def test_the_learning_curve_is_printed_stored_and_drawn(
    small_set: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "curve.json"
    arguments = ["--set", str(small_set), "--knowledge", str(KNOWLEDGE), "--json", str(out)]
    assert main(["curve", *arguments]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 6
    points = json.loads(out.read_text(encoding="utf-8"))["points"]
    assert [point["limit"] for point in points] == [5, 10, 20, 40, None]
    assert points[-1]["figures"]["small"]["hit_rate@1"]["value"] == 1
    assert out.with_suffix(".png").exists()


def test_the_benchmark_tells_steps_and_memory(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--knowledge", str(KNOWLEDGE)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines[1:]] == [
        "loading the tokenizer",
        "reading and checking",
        "indexing",
        "tokenizer alone",
        "search of a prepared query",
        "whole turn",
        "memory of the process",
        "memory of the tokenizer",
    ]


def test_growth_has_a_line_for_each_size(
    small_set: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        "eval.__main__.measure_candidate_stage", partial(measure_candidate_stage, sizes=(20, 40))
    )
    assert main(["bench", "--growth", "--set", str(small_set), "--knowledge", str(KNOWLEDGE)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines[1:3]] == [["1×", "6"], ["10×", "60"]]
    assert [line.split()[0] for line in lines[-2:]] == ["20", "40"]


def test_growth_needs_questions_that_have_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "few.jsonl"
    path.write_text("\n".join(json.dumps(case) for case in CASES[1:]), encoding="utf-8")
    assert main(["bench", "--growth", "--set", str(path), "--knowledge", str(KNOWLEDGE)]) == 2
    assert capsys.readouterr().err == "growth is measured with 2 cases or more that some entry answers\n"


def test_keystrokes_are_told_for_keyword_cases(small_set: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keystrokes", "--set", str(small_set), "--knowledge", str(KNOWLEDGE)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("small\nkeys")
    assert "spelled, 1 cases" in printed
    assert "initials, 1 cases" in printed


def test_keystrokes_need_a_keyword_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plain.jsonl"
    path.write_text(json.dumps(CASES[0], ensure_ascii=False), encoding="utf-8")
    assert main(["keystrokes", "--set", str(path), "--knowledge", str(KNOWLEDGE)]) == 2
    assert "keyword" in capsys.readouterr().err
