import json
from pathlib import Path

import pytest

from eval.__main__ import main
from tests.conftest import KNOWLEDGE
from tests.editing import replace_in

CASES = [
    {"utterance": "여권 수수료는 얼마인가요?", "expected_entries": ["passport-fee"], "tags": ["plain"]},
    {"utterance": "쓰레기봉투 파는 곳", "expected_entries": ["waste-bag"], "tags": ["keyword"]},
    {"utterance": "안녕하세요", "expected_entries": [], "tags": ["out-of-scope"]},
]


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
    assert printed.startswith("small: 3 cases\n  hit_rate@1           100.0%")
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
