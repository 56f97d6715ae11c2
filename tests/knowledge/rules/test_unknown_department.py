from pathlib import Path

from tests.editing import problems_of, replace_in

ENTRY = "entries/waste/waste-old.yaml"
MEND = "철자를 확인하거나 departments.yaml에 더하세요 [unknown-department]"


def test_a_listed_department_and_a_listed_number_of_another_pass(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / ENTRY, "phone: 031-000-1300", "phone: 031-000-1900")
    assert problems_of(knowledge_folder) == []


def test_an_unlisted_department_is_an_error(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / ENTRY, "department: waste", "department: wastes")
    assert problems_of(knowledge_folder) == [
        f'knowledge/{ENTRY}:22:13: error: 담당 "wastes"이(가) departments.yaml에 없습니다; {MEND}'
    ]


def test_an_unlisted_number_is_an_error(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / ENTRY, "phone: 031-000-1300", "phone: 031-000-1301")
    assert problems_of(knowledge_folder) == [
        f'knowledge/{ENTRY}:23:8: error: 번호 "031-000-1301"이(가) departments.yaml에 없습니다; {MEND}'
    ]


def test_a_call_centre_that_is_not_listed_or_has_no_number_is_an_error(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "city.yaml", "call_centre: callcenter", "call_centre: waste-bags")
    assert problems_of(knowledge_folder) == [
        (
            'knowledge/city.yaml:5:14: error: departments.yaml에 "waste-bags"이(가) 없거나 번호가 없습니다; '
            "철자를 확인하거나 departments.yaml에 번호를 쓰세요 [unknown-department]"
        )
    ]


def test_without_a_readable_list_the_rule_stays_silent(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "departments.yaml", "opens: 08:30", "opens: 아침")
    assert [problem.split(":")[0] for problem in problems_of(knowledge_folder)] == [
        "knowledge/departments.yaml"
    ]
