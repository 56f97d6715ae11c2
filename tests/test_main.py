import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from chatbot.__main__ import main
from tests.conftest import KNOWLEDGE
from tests.editing import QUIET_DAY, replace_in

REPOSITORY = Path(__file__).parent.parent
ON_A_QUIET_DAY = ("--on", QUIET_DAY.isoformat())


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MINWONTALK_KNOWLEDGE", "MINWONTALK_ACCEPT_THRESHOLD", "MINWONTALK_AMBIGUITY_MARGIN"):
        monkeypatch.delenv(name, raising=False)


def test_check_of_a_good_folder_prints_the_summary_alone_and_exits_with_0(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", str(KNOWLEDGE), *ON_A_QUIET_DAY]) == 0
    assert capsys.readouterr().out == "14 files, 6 entries, 0 errors, 0 warnings\n"


def test_check_without_a_folder_takes_the_one_of_the_settings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MINWONTALK_KNOWLEDGE", str(KNOWLEDGE))
    assert main(["check"]) == 0
    assert "6 entries" in capsys.readouterr().out


def test_check_of_a_broken_folder_prints_every_problem_and_exits_with_1(
    knowledge_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(knowledge_folder / "city.yaml", "name: 한빛시\n", "")
    replace_in(knowledge_folder / "entries/waste/waste-bag.yaml", "amount: 600", "amount: 육백")
    assert main(["check", str(knowledge_folder), *ON_A_QUIET_DAY]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[0] for line in lines[:2]] == [
        "knowledge/city.yaml:2:1",
        "knowledge/entries/waste/waste-bag.yaml:23:13",
    ]
    assert lines[2:] == ["14 files, 2 errors, 0 warnings"]


def test_warnings_alone_are_counted_and_exit_with_0(
    knowledge_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(knowledge_folder / "entries/waste/waste-old.yaml", "answer: ", f"answer: {'길' * 130} ")
    assert main(["check", str(knowledge_folder), *ON_A_QUIET_DAY]) == 0
    assert capsys.readouterr().out.endswith("14 files, 6 entries, 0 errors, 1 warnings\n")


def test_check_judges_what_is_over_on_the_day_that_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(KNOWLEDGE), "--on", "2025-02-01"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.rsplit("[", 1)[-1] for line in lines[:-1]] == ["overdue-review]", "expired-text]"]


def test_check_for_github_prints_annotations_and_the_summary(
    knowledge_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(knowledge_folder / "city.yaml", "name: 한빛시\n", "")
    assert main(["check", str(knowledge_folder), "--format", "github", *ON_A_QUIET_DAY]) == 1
    assert capsys.readouterr().out.splitlines() == [
        (
            '::error file=knowledge/city.yaml,line=2,col=1,title=schema::필수 칸 "name"이(가) 없습니다; '
            "이 칸을 쓰세요(칸 설명: knowledge/README.md)"
        ),
        "14 files, 1 errors, 0 warnings",
    ]


def test_check_as_json_prints_a_list_with_every_field_and_nothing_else(
    knowledge_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(knowledge_folder / "city.yaml", "name: 한빛시\n", "")
    assert main(["check", str(knowledge_folder), "--format", "json", *ON_A_QUIET_DAY]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "path": "knowledge/city.yaml",
            "line": 2,
            "column": 1,
            "level": "error",
            "message": '필수 칸 "name"이(가) 없습니다',
            "mend": "이 칸을 쓰세요(칸 설명: knowledge/README.md)",
            "rule": "schema",
        }
    ]


def test_check_as_json_of_a_good_folder_is_an_empty_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(KNOWLEDGE), "--format", "json", *ON_A_QUIET_DAY]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_check_of_an_unknown_folder_names_what_is_missing_and_exits_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    out = capsys.readouterr().out
    assert f"{tmp_path.as_posix()}/nowhere/city.yaml:1:1: error: 파일이 없습니다" in out
    assert f"{tmp_path.as_posix()}/nowhere/entries:1:1: error: 항목 파일이 없습니다" in out


def test_ask_prints_the_answer_its_source_its_number_and_the_arithmetic(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["ask", "여권 수수료는 얼마인가요?", "--knowledge", str(KNOWLEDGE)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("10년 여권은 58면 52,000원, 26면 49,000원이에요.\n카드로도 낼 수 있어요.\n")
    assert "- 10년 여권, 58면: 52,000원\n" in out
    assert "출처: 여권법 시행규칙 별표 (2026-03 기준)\n" in out
    assert "전화: 민원과 여권팀 031-000-1100\n" in out
    assert re.search(r"^answered \(best .* and lead .*\)$", out, re.MULTILINE)
    assert len(re.findall(r"^\d\.\d{3} [a-z-]+: ", out, re.MULTILINE)) == 3


def test_ask_as_json_holds_the_reply_without_variants_and_staff_notes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    question = "여권을 처음 만들려면 무엇을 준비해야 하나요?"
    assert main(["ask", question, "--json", "--knowledge", str(KNOWLEDGE)]) == 0
    reply = json.loads(capsys.readouterr().out)
    assert reply["status"] == "answered"
    assert reply["utterance"] == question
    assert reply["entry"]["id"] == "passport-new"
    assert reply["contact"] == {"name": "민원과 여권팀", "phone": "031-000-1100"}
    assert not {"variants", "staff_note"} & reply["entry"].keys()
    best = reply["candidates"][0]
    assert best["entry_id"] == "passport-new"
    assert sum(best["contributions"].values()) > sum(reply["candidates"][1]["contributions"].values())


def test_ask_explains_its_arithmetic_and_what_decided(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "여권 값 얼마죠", "--explain", "--knowledge", str(KNOWLEDGE)]) == 0
    out = capsys.readouterr().out
    assert 'searched     "여권 값 얼마죠"  + by synonyms: 수수료\n' in out
    assert re.search(r"^decided by   best .* and lead ", out, re.MULTILINE)
    assert re.search(r"^thresholds   accept 0\.\d{3}, margin", out, re.MULTILINE)
    assert re.search(r"^  morphemes \(weight 1 in the shortlist\): .*얼마/NNG \+", out, re.MULTILINE)
    assert re.search(r"^  calibration at .*: 0\.\d{3}$", out, re.MULTILINE)


def test_ask_explains_what_a_guard_kept_from_being_searched(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "안녕하세요", "--explain", "--knowledge", str(KNOWLEDGE)]) == 0
    assert "before any search" in capsys.readouterr().out


def test_ask_as_json_holds_the_explanation_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "여권 값", "--json", "--explain", "--knowledge", str(KNOWLEDGE)]) == 0
    explanation = json.loads(capsys.readouterr().out)["explanation"]
    assert explanation["rule"] == "calibrated"
    assert explanation["targets"][0]["terms"][0].keys() == {"name", "value", "weight", "contribution"}


def test_an_explanation_hides_a_personal_number(capsys: pytest.CaptureFixture[str]) -> None:
    question = "900101-1234567 여권 분실 신고"
    assert main(["ask", question, "--json", "--explain", "--knowledge", str(KNOWLEDGE)]) == 0
    assert "1234567" not in capsys.readouterr().out


def test_index_keeps_what_a_start_needs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINWONTALK_INDEX_CACHE", str(tmp_path / "kept"))
    assert main(["index", "--knowledge", str(KNOWLEDGE)]) == 0
    assert capsys.readouterr().out == f"the index of 6 entries is kept in {tmp_path / 'kept'}\n"
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "kept").iterdir()}
    assert len(kept) >= 1
    assert main(["ask", "여권 수수료", "--knowledge", str(KNOWLEDGE)]) == 0
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "kept").iterdir()} == kept


def test_index_of_a_broken_folder_prints_its_errors(
    knowledge_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(knowledge_folder / "city.yaml", "name: 한빛시\n", "")
    assert main(["index", "--knowledge", str(knowledge_folder)]) == 1
    assert capsys.readouterr().err.startswith("knowledge/city.yaml:2:1: error: ")


def test_health_shows_editors_the_worst_entries_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["health", "--knowledge", str(KNOWLEDGE), "--worst", "2"]) == 0
    out = capsys.readouterr().out
    assert "항목 6개의 질문 81개 가운데 " in out
    assert len(re.findall(r"^[a-z-]+  .*제 질문 \d+개 가운데 \d+개를 맨 먼저 찾음", out, re.MULTILINE)) == 2
    assert re.search(r"^  헷갈리는 항목: [a-z-]+ .* \(\d+번.*\) — \"", out, re.MULTILINE)


def test_health_as_json_is_a_list_with_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["health", "--knowledge", str(KNOWLEDGE), "--format", "json"]) == 0
    entries = json.loads(capsys.readouterr().out)
    assert len(entries) == 6
    fields = {"id", "title", "asked", "first", "among_three", "rivals", "pulls", "missing"}
    assert all(entry.keys() == fields for entry in entries)


def test_health_of_a_broken_folder_prints_its_errors(
    knowledge_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(knowledge_folder / "city.yaml", "name: 한빛시\n", "")
    assert main(["health", "--knowledge", str(knowledge_folder)]) == 1
    assert capsys.readouterr().err.startswith("knowledge/city.yaml:2:1: error: ")


def test_ask_hides_a_personal_number_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "900101-1234567 여권 분실 신고", "--knowledge", str(KNOWLEDGE)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("적으신 번호는 가렸어요.\n")
    assert "1234567" not in out


def test_ask_of_a_broken_folder_prints_only_errors_and_answers_nothing(
    knowledge_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(knowledge_folder / "entries/waste/waste-old.yaml", "answer: ", f"answer: {'길' * 130} ")
    replace_in(knowledge_folder / "city.yaml", "name: 한빛시\n", "")
    assert main(["ask", "여권", "--knowledge", str(knowledge_folder)]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith("knowledge/city.yaml:2:1: error: ")
    assert "warning" not in output.err


def test_a_bad_setting_exits_with_2_and_names_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MINWONTALK_ACCEPT_THRESHOLD", "high")
    assert main(["check", str(KNOWLEDGE)]) == 2
    assert capsys.readouterr().err.startswith('error: MINWONTALK_ACCEPT_THRESHOLD="high" is not a valid')


def test_without_a_command_the_usage_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([])
    assert "usage: python -m chatbot" in capsys.readouterr().err


def test_the_command_starts_as_a_process_and_sums_up_the_citys_own_folder() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "chatbot", "check"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert re.fullmatch(r"\d+ files, (\d+ entries, )?\d+ errors, \d+ warnings", done.stdout.splitlines()[-1])
    assert done.stderr == ""
