from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from chatbot.knowledge.reader import read_catalog
from chatbot.knowledge.rules import ADVICE
from chatbot.problem import Level
from tests.conftest import KNOWLEDGE
from tests.editing import QUIET_DAY, problems_of, replace_in

FILES = sorted(path.relative_to(KNOWLEDGE).as_posix() for path in KNOWLEDGE.rglob("*.yaml"))


def test_a_good_folder_gives_the_whole_catalog_and_no_problem() -> None:
    result = read_catalog(KNOWLEDGE, QUIET_DAY)
    assert result.errors == []
    assert result.files == len(FILES) == 14
    assert result.catalog is not None
    assert list(result.catalog.entries) == [
        "passport-fee",
        "passport-lost",
        "passport-new",
        "waste-bag",
        "waste-bulky",
        "waste-old",
    ]
    assert len(result.catalog.holidays) == 4
    assert result.catalog.synonyms["여권"] == ["패스포트"]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("content", ["", "a: [", "\ufeff", "- 목록", "말뿐"])
def test_one_broken_file_keeps_the_whole_catalog_back(
    knowledge_folder: Path, file: str, content: str
) -> None:
    (knowledge_folder / file).write_text(content, encoding="utf-8")
    result = read_catalog(knowledge_folder)
    assert result.catalog is None
    assert f"knowledge/{file}" in {problem.path for problem in result.errors}


@pytest.mark.parametrize("file", ["city", "departments", "holidays", "synonyms", "wording"])
def test_each_file_of_the_folder_must_be_there(knowledge_folder: Path, file: str) -> None:
    (knowledge_folder / f"{file}.yaml").unlink()
    assert problems_of(knowledge_folder) == [
        f"knowledge/{file}.yaml:1:1: error: 파일이 없습니다; 이 이름으로 파일을 만드세요 [missing-file]"
    ]


def test_a_broken_entry_is_told_where_it_breaks_and_nowhere_else(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "entries/waste/waste-bag.yaml", "title: 종량제", "title: 종량제: ")
    assert problems_of(knowledge_folder) == [
        (
            "knowledge/entries/waste/waste-bag.yaml:3:11: error: "
            "YAML 문법이 맞지 않습니다(mapping values are not allowed in this context); "
            "이 줄과 바로 윗줄의 들여쓰기, 따옴표, 쌍점(:) 뒤 빈칸을 확인하세요 [yaml-syntax]"
        )
    ]


def test_all_problems_of_all_files_come_at_once_by_file_and_line(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "city.yaml", "call_centre: callcenter", "call_centre: nobody")
    replace_in(knowledge_folder / "entries/waste/waste-bag.yaml", "amount: 600", "amount: 육백")
    fee = knowledge_folder / "entries/passport/passport-fee.yaml"
    replace_in(fee, "department: passport", "department: passports")
    replace_in(fee, "  - passport-new\n", "  - passport-now\n")
    places = [problem.split(": ")[0] for problem in problems_of(knowledge_folder)]
    assert places == [
        "knowledge/city.yaml:5:14",
        "knowledge/entries/passport/passport-fee.yaml:34:13",
        "knowledge/entries/passport/passport-fee.yaml:44:5",
        "knowledge/entries/waste/waste-bag.yaml:23:13",
    ]


def test_the_same_problem_is_told_once(knowledge_folder: Path) -> None:
    bag = knowledge_folder / "entries/waste/waste-bag.yaml"
    replace_in(bag, "name: 한빛시 종량제 봉투 안내", "name: 010-1234-5678과 010-9876-5432")
    assert len(problems_of(knowledge_folder)) == 1


def test_a_warning_leaves_the_catalog_to_be_served(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "entries/waste/waste-old.yaml", "answer: ", f"answer: {'길' * 130} ")
    result = read_catalog(knowledge_folder, QUIET_DAY)
    assert [problem.level for problem in result.problems] == [Level.WARNING]
    assert result.errors == []
    assert result.catalog is not None


def test_the_present_day_is_taken_unless_another_is_given(knowledge_folder: Path) -> None:
    assert {problem.rule for problem in read_catalog(knowledge_folder).problems} == {
        "expired-text",
        "overdue-review",
    }


def test_a_folder_without_entries_is_an_error(knowledge_folder: Path) -> None:
    for folder in ("entries", "life_events", "scenarios"):
        for path in (knowledge_folder / folder).rglob("*.yaml"):
            path.unlink()
    replace_in(knowledge_folder / "city.yaml", "popular:\n  - passport-new\n  - waste-bulky\n", "")
    assert problems_of(knowledge_folder) == [
        (
            "knowledge/entries:1:1: error: 항목 파일이 없습니다; "
            "entries/<분야>/<id>.yaml 파일을 두거나 폴더 경로를 확인하세요 [missing-file]"
        )
    ]


def test_a_folder_that_does_not_exist_has_a_problem_for_each_file(tmp_path: Path) -> None:
    result = read_catalog(tmp_path / "nowhere")
    assert result.catalog is None
    assert {problem.rule for problem in result.problems} == {"missing-file"}
    assert len(result.problems) == 6


def test_a_city_may_do_without_a_list_of_hard_words(knowledge_folder: Path) -> None:
    (knowledge_folder / "plain_words.yaml").unlink()
    result = read_catalog(knowledge_folder)
    assert result.catalog is not None
    assert result.errors == []


def test_files_of_another_kind_are_not_read(knowledge_folder: Path) -> None:
    (knowledge_folder / "entries/waste/README.md").write_text("봉투", encoding="utf-8")
    assert read_catalog(knowledge_folder).files == 14


BAG = (KNOWLEDGE / "entries/waste/waste-bag.yaml").read_text(encoding="utf-8")
LINES = st.lists(st.sampled_from([*BAG.splitlines(), "  - &a [*a]", "id: *b", "? [a]", "- ", "\t", "%"]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # every example writes the whole file
@given(
    st.text(alphabet=st.characters(codec="utf-8")).map(str.encode)
    | LINES.map("\n".join).map(str.encode)
    | st.binary()
)
@example(BAG.encode())
@example(b"&a [*a]")
@example(b"&a {*a : b}")
@example(b"? &a [*a]\n: b")
@example(b"[" * 3000)
@example(b"!!python/object/apply:os.getcwd []")
@example(b"\xed\xa0\x80")
@example(b'a: "\\ud800"')
@example(b'"{": "}"')
def test_whatever_stands_in_place_of_an_entry_gives_the_entry_or_a_problem(
    knowledge_folder: Path, content: bytes
) -> None:
    path = knowledge_folder / "entries/waste/waste-bag.yaml"
    path.write_bytes(content)
    result = read_catalog(knowledge_folder)
    assert (result.catalog is None) == bool(result.errors)
    told = any(problem.path == path.as_posix() for problem in result.errors)
    assert told or (result.catalog is not None and "waste-bag" in result.catalog.entries)
    assert all("\n" not in str(problem) for problem in result.problems)


def test_advice_can_be_left_out_and_changes_nothing_of_what_is_served(knowledge_folder: Path) -> None:
    advised = read_catalog(knowledge_folder, date(2026, 12, 31))
    served = read_catalog(knowledge_folder, date(2026, 12, 31), with_advice=False)
    assert {problem.rule for problem in advised.problems} & ADVICE
    assert served.problems == ()
    assert advised.catalog is not None
    assert served.catalog is not None
    assert served.catalog.digest == advised.catalog.digest


def test_errors_are_found_without_advice_as_well(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "entries/waste/waste-bag.yaml", "amount: 600", "amount: 육백")
    assert read_catalog(knowledge_folder, with_advice=False).catalog is None
