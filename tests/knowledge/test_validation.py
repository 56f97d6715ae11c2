from pathlib import Path

import pytest

from chatbot.knowledge.city import City, Departments, Holidays, Synonyms
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.source import read_source
from chatbot.knowledge.validation import validate
from tests.conftest import KNOWLEDGE
from tests.editing import problems_of, replace_in

BAG = "entries/waste/waste-bag.yaml"
DATE = "2026-03-01처럼 쓰세요 [schema]"
NUMBER = "쉼표나 '원' 없이 숫자만 쓰세요(예: 52000) [schema]"
LIST = '줄마다 "- "로 시작해 쓰세요 [schema]'
IDENTIFIER = "영문 소문자, 숫자, 붙임표만 쓰세요(예: passport-new-adult) [schema]"


def broken(knowledge_folder: Path, file: str, old: str, new: str) -> list[str]:
    """Break one place; return the problems without the folder's name."""
    replace_in(knowledge_folder / file, old, new)
    return [problem.removeprefix("knowledge/") for problem in problems_of(knowledge_folder)]


def test_a_file_that_fits_its_model_gives_the_model_and_no_problem() -> None:
    source, _ = read_source(KNOWLEDGE / BAG, BAG)
    assert source is not None
    value, problems = validate(source, Entry)
    assert problems == []
    assert value is not None
    assert value.id == "waste-bag"


def test_a_file_that_does_not_fit_gives_one_problem_for_each_mismatch(tmp_path: Path) -> None:
    path = tmp_path / "city.yaml"
    path.write_text("name: 한빛시\nsite: hanbit\ntopics: 여권\n", encoding="utf-8")
    source, _ = read_source(path, "city.yaml")
    assert source is not None
    value, problems = validate(source, City)
    assert value is None
    assert [(problem.line, problem.column, problem.message) for problem in problems] == [
        (1, 1, '필수 칸 "service"이(가) 없습니다'),
        (2, 7, '"site"의 "hanbit"은(는) 꼴이 맞지 않습니다'),
        (1, 1, '필수 칸 "call_centre"이(가) 없습니다'),
        (3, 9, '"topics"은(는) 목록이어야 합니다'),
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "title: 종량제 봉투\n",
            "",
            (
                '1:1: error: 필수 칸 "title"이(가) 없습니다; '
                "이 칸을 쓰세요(칸 설명: knowledge/README.md) [schema]"
            ),
        ),
        (
            "department: waste-bags",
            "team: waste-bags\ndepartment: waste-bags",
            (
                '32:7: error: 모르는 칸 "team"입니다; '
                "칸 이름의 철자를 확인하거나 지우세요(knowledge/README.md) [schema]"
            ),
        ),
        (
            "amount: 600",
            "amount: 600원",
            f'23:13: error: "amount"의 "600원"은(는) 숫자가 아닙니다; {NUMBER}',
        ),
        ("amount: 600", "amount: 1,600", f'23:13: error: "amount"의 "1,600"은(는) 숫자가 아닙니다; {NUMBER}'),
        (
            "amount: 600",
            "amount: -600",
            '23:13: error: "amount"의 "-600"은(는) 0보다 작습니다; 0 이상으로 쓰세요 [schema]',
        ),
        ("amount: 600", "amount: [600]", f'23:5: error: "amount"에는 숫자가 와야 합니다; {NUMBER}'),
        (
            "review_by: 2026-11-30",
            "review_by: 2026년 11월",
            f'38:12: error: "review_by"의 날짜 "2026년 11월"을(를) 읽을 수 없습니다; {DATE}',
        ),
        (
            "review_by: 2026-11-30",
            "review_by: 2026-11-31",
            f'38:12: error: "review_by"의 날짜 "2026-11-31"을(를) 읽을 수 없습니다; {DATE}',
        ),
        (
            "review_by: 2026-11-30",
            "review_by: 2026-11-30T09:00",
            f'38:12: error: "review_by"의 날짜 "2026-11-30T09:00"에 시각이 붙어 있습니다; {DATE}',
        ),
        (
            "confidence: low",
            "confidence: 낮음",
            (
                "39:13: error: \"confidence\"에 쓸 수 없는 값 \"낮음\"입니다; 'high', 'medium' or 'low' "
                "가운데 하나로 쓰세요 [schema]"
            ),
        ),
        (
            "title: 종량제 봉투\n",
            f"title: {'가' * 25}\n",
            '3:8: error: "title"이(가) 24자를 넘습니다; 더 짧게 쓰세요 [schema]',
        ),
        (
            "title: 종량제 봉투\n",
            "title: [종량제, 봉투]\n",
            '3:1: error: "title"에는 글이 와야 합니다; 목록이나 하위 칸 대신 한 줄로 쓰세요 [schema]',
        ),
        (
            "  - 종량제봉투 환불되나요\n",
            "  -\n",
            '13:4: error: "variants"이(가) 비어 있습니다; 내용을 쓰거나 칸을 지우세요 [schema]',
        ),
        (
            (
                "details:\n  - text: 예전 봉투는 석 달 동안 쓸 수 있어요.\n"
                "    note: 스티커를 주는 곳은 담당 부서에 확인하세요\n"
            ),
            "details: 예전 봉투는 석 달 동안 쓸 수 있어요.\n",
            f'29:10: error: "details"은(는) 목록이어야 합니다; {LIST}',
        ),
        (
            "sources:\n  - name: 한빛시 종량제 봉투 안내\n    url: https://www.hanbit.example/bag\n",
            "sources: []\n",
            '34:1: error: "sources"에는 적어도 1개가 있어야 합니다; 한 줄 이상 쓰세요 [schema]',
        ),
        (
            "  - label: 일반용 20리터\n    amount: 600\n",
            "  - 600원\n",
            '22:5: error: "fees"은(는) "이름: 값" 꼴이어야 합니다; "이름: 값"으로 쓰세요 [schema]',
        ),
        (
            "phone: 031-000-1000",
            "phone: 031 000 1000",
            (
                '33:8: error: "phone"의 "031 000 1000"은(는) 꼴이 맞지 않습니다; '
                "031-980-2700이나 1588-9090처럼 쓰세요 [schema]"
            ),
        ),
        (
            "url: https://www.hanbit.example/bag",
            "url: www.hanbit.example/bag",
            (
                '36:10: error: "url"의 "www.hanbit.example/bag"은(는) 꼴이 맞지 않습니다; '
                "https://로 시작하는 전체 주소를 쓰세요 [schema]"
            ),
        ),
        (
            "as_of: 2025-11",
            "as_of: 2025.11",
            '37:8: error: "as_of"의 "2025.11"은(는) 꼴이 맞지 않습니다; 2026-03이나 2026처럼 쓰세요 [schema]',
        ),
        (
            "id: waste-bag\n",
            "id: Waste_Bag\n",
            f'1:5: error: "id"의 "Waste_Bag"은(는) 꼴이 맞지 않습니다; {IDENTIFIER}',
        ),
        (
            "review_by: 2026-11-30",
            "review_by: 2026-11-30\neffective_from: 2026-02-01\neffective_until: 2026-01-01",
            "1:1: error: effective_until이 effective_from보다 앞섭니다; 값을 바로잡으세요 [schema]",
        ),
    ],
)
def test_a_mismatch_in_an_entry_is_told_at_its_place_with_the_mend(
    knowledge_folder: Path, old: str, new: str, problem: str
) -> None:
    assert broken(knowledge_folder, BAG, old, new) == [f"{BAG}:{problem}"]


def test_a_wrong_time_is_told_at_its_place(knowledge_folder: Path) -> None:
    assert broken(knowledge_folder, "departments.yaml", "opens: 08:30", "opens: 8시 반") == [
        (
            'departments.yaml:7:14: error: "opens"의 시각 "8시 반"을(를) 읽을 수 없습니다; '
            "09:00처럼 쓰세요 [schema]"
        )
    ]


def test_hours_that_close_before_they_open_are_told_at_the_hours(knowledge_folder: Path) -> None:
    assert broken(knowledge_folder, "departments.yaml", "closes: 18:30", "closes: 07:30") == [
        "departments.yaml:6:7: error: closes가 opens보다 늦어야 합니다; 값을 바로잡으세요 [schema]"
    ]


def test_an_unknown_day_of_the_week_is_told_at_its_place(knowledge_folder: Path) -> None:
    assert broken(knowledge_folder, "departments.yaml", "금, 토, 일]", "금, 토, 해]") == [
        (
            'departments.yaml:38:32: error: "days"에 쓸 수 없는 값 "해"입니다; '
            "'월', '화', '수', '목', '금', '토' or '일' 가운데 하나로 쓰세요 [schema]"
        )
    ]


def test_neither_true_nor_false_is_told_at_its_place(knowledge_folder: Path) -> None:
    assert broken(knowledge_folder, "departments.yaml", "open_on_holidays: true", "open_on_holidays: 네") == [
        (
            'departments.yaml:41:21: error: "open_on_holidays"의 "네"은(는) true도 false도 아닙니다; '
            "true나 false로 쓰세요 [schema]"
        )
    ]


def test_a_department_of_an_impossible_name_is_told_at_the_name(tmp_path: Path) -> None:
    path = tmp_path / "departments.yaml"
    path.write_text("waste:\n  name: 가\n여권팀:\n  name: 나\n", encoding="utf-8")
    source, _ = read_source(path, "departments.yaml")
    assert source is not None
    _, problems = validate(source, Departments)
    assert [str(problem) for problem in problems] == [
        f'departments.yaml:3:1: error: "여권팀"의 "여권팀"은(는) 꼴이 맞지 않습니다; {IDENTIFIER}'
    ]


@pytest.mark.parametrize(
    ("model", "content", "message"),
    [
        (City, "- 한빛시\n", '"a.yaml"은(는) "이름: 값" 꼴이어야 합니다'),
        (Departments, "- 여권팀\n", '"a.yaml"은(는) "이름: 값" 꼴이어야 합니다'),
        (Holidays, "설날: 2026-02-17\n", '"a.yaml"은(는) 목록이어야 합니다'),
        (Synonyms, "여권: 패스포트\n", '"여권"은(는) 목록이어야 합니다'),
    ],
)
def test_a_file_of_another_shape_is_told_by_its_path_or_field(
    tmp_path: Path, model: type[City | Departments | Holidays | Synonyms], content: str, message: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(content, encoding="utf-8")
    source, _ = read_source(path, "a.yaml")
    assert source is not None
    _, problems = validate(source, model)
    assert [problem.message for problem in problems] == [message]


def test_braces_in_a_value_are_shown_as_they_are(knowledge_folder: Path) -> None:
    (problem,) = broken(knowledge_folder, BAG, "phone: 031-000-1000", 'phone: "{phone}"')
    assert '"phone"의 "{phone}"은(는) 꼴이 맞지 않습니다' in problem


def test_a_mismatch_that_has_no_words_of_its_own_is_told_in_those_of_the_library(
    knowledge_folder: Path,
) -> None:
    (problem,) = broken(knowledge_folder, BAG, "amount: 600", f"amount: {'9' * 5000}")
    assert problem.startswith(f'{BAG}:23:13: error: "amount": Unable to parse input string as an integer')
    assert problem.endswith("; knowledge/README.md의 칸 설명을 보세요 [schema]")
