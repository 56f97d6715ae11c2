import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from eval.inputs import InputError, read_inputs
from tests.conftest import KNOWLEDGE
from tests.editing import replace_in

CASE = {"utterance": "여권 값", "expected_entries": ["passport-fee"], "tags": []}
DIALOGUE = {
    "turns": [
        {"utterance": "여권 만들래요", "expected_entries": ["passport-new"]},
        {"utterance": "얼마예요", "expected_entries": ["passport-fees"]},
    ],
    "tags": [],
}


def write(path: Path, *items: object) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(json.dumps(item, ensure_ascii=False) for item in items), encoding="utf-8")
    return path


def test_cases_and_dialogues_are_told_apart(tmp_path: Path) -> None:
    sets = [write(tmp_path / "a.jsonl", CASE), write(tmp_path / "b.jsonl", DIALOGUE)]
    inputs = read_inputs(KNOWLEDGE, sets)
    assert [case.utterance for case in inputs.cases["a"]] == ["여권 값"]
    assert len(inputs.dialogues["b"]) == 1
    assert len(inputs.catalog.entries) == 6


def test_sets_of_one_name_are_kept_apart_by_their_paths(tmp_path: Path) -> None:
    sets = [write(tmp_path / "a.jsonl", CASE), write(tmp_path / "other" / "a.jsonl", DIALOGUE)]
    inputs = read_inputs(KNOWLEDGE, sets)
    assert list(inputs.cases) == ["a"]
    assert list(inputs.dialogues) == [sets[1].as_posix()]


def test_an_expected_entry_that_is_unknown_is_a_warning_in_cases_and_dialogues(tmp_path: Path) -> None:
    sets = [
        write(tmp_path / "a.jsonl", CASE | {"expected_entries": ["none"]}),
        write(tmp_path / "b.jsonl", DIALOGUE),
    ]
    assert list(read_inputs(KNOWLEDGE, sets).warnings()) == [
        f"a: warning: '여권 값' expects none, which {KNOWLEDGE} does not have",
        f"b: warning: '얼마예요' expects passport-fees, which {KNOWLEDGE} does not have",
    ]


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path, knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "city.yaml", "name: 한빛시\n", "")
    sets = [
        write(tmp_path / "a.jsonl", CASE, CASE),
        write(tmp_path / "b.jsonl", DIALOGUE, CASE),
        tmp_path / "none.jsonl",
    ]
    with pytest.raises(InputError) as caught:
        read_inputs(knowledge_folder, sets)
    problems = caught.value.problems
    assert [
        problem.split(": error: ")[0].removeprefix(f"{tmp_path.as_posix()}/") for problem in problems
    ] == [
        "knowledge/city.yaml:2:1",
        "a.jsonl:2:1",
        "b.jsonl:2:1",
        "none.jsonl:1:1",
    ]


def test_a_language_is_measured_on_its_own_catalog(spoken_folder: Path, tmp_path: Path) -> None:
    sets = [tmp_path / "english-dev.jsonl"]
    line = '{"utterance": "sofa", "expected_entries": ["waste-bulky"], "tags": ["waste"]}\n'
    sets[0].write_text(line, encoding="utf-8")
    inputs = read_inputs(spoken_folder, sets, "en")
    assert inputs.catalog.entries["waste-bulky"].question == "How do I throw away bulky waste?"
    assert inputs.config(datetime.now(UTC))["language"] == "en"
    assert list(inputs.warnings()) == []
    assert "waste-bag" in read_inputs(spoken_folder, sets).catalog.entries


def test_a_language_that_the_folder_lacks_is_an_error_that_names_those_it_has(spoken_folder: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_inputs(spoken_folder, [], "vi")
    assert caught.value.problems == ["knowledge has no language vi; it has en"]
