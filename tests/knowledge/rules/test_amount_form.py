from pathlib import Path

import pytest

from tests.editing import problems_of, replace_in

ENTRY = "entries/passport/passport-lost.yaml"
PLACE = f"knowledge/{ENTRY}:32:11: warning:"
LINE = "외국에서는 가까운 재외공관에 신고해요."


def with_line(folder: Path, line: str) -> list[str]:
    """Put a sentence in place of a detail; return the problems."""
    replace_in(folder / ENTRY, LINE, f'"{line}"')
    return problems_of(folder)


@pytest.mark.parametrize(
    "line",
    [
        "수수료는 52,000원이에요.",
        "2만 5천원이나 900원이에요.",
        "1,875만원까지예요.",
        "2026년 3월 1일부터 09:00~18:00에 열어요.",
        "24시간 열고 24시각제로 써요.",
        "31개 시·군에서 돼요. 경기도 31시·군이에요.",
        "전화는 031-000-1100, 사진은 3.2~3.6cm예요.",
        "법 제10.2.3조와 1/2을 봐요.",
        "월 2회, 3년 6개월이에요.",
    ],
)
def test_the_forms_of_the_house_and_other_numbers_pass(knowledge_folder: Path, line: str) -> None:
    assert with_line(knowledge_folder, line) == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("52000원이에요.", '금액 "52000원"에 쉼표가 없습니다; "52,000원"처럼 쓰세요'),
        ("1875만원이에요.", '금액 "1875만원"에 쉼표가 없습니다; "1,875만원"처럼 쓰세요'),
        ("￦52,000이에요.", '금액 "￦52,000"에 돈 표시가 들어 있습니다; "52,000원"처럼 쓰세요'),
        (
            "2026.3.1부터예요.",
            '날짜 "2026.3.1"이(가) 말로 쓰여 있지 않습니다; "2026년 3월 1일"처럼 쓰세요',
        ),
        (
            "2026. 3. 1. 시행",
            '날짜 "2026. 3. 1"이(가) 말로 쓰여 있지 않습니다; "2026년 3월 1일"처럼 쓰세요',
        ),
        ("26/3/1까지예요.", '날짜 "26/3/1"이(가) 말로 쓰여 있지 않습니다; "2026년 3월 1일"처럼 쓰세요'),
        ("3월1일이에요.", '날짜 "3월1일"에 빈칸이 없습니다; "3월 1일"처럼 쓰세요'),
        ("2026년3월이에요.", '날짜 "2026년3월"에 빈칸이 없습니다; "2026년 3월"처럼 쓰세요'),
        ("18시까지예요.", '시각 "18시"이(가) 숫자로 쓰여 있지 않습니다; "18:00"처럼 쓰세요'),
        (
            "오후 6시 30분까지예요.",
            '시각 "오후 6시 30분"이(가) 숫자로 쓰여 있지 않습니다; "18:00"처럼 쓰세요',
        ),
    ],
)
def test_another_form_is_a_warning_that_shows_the_right_one(
    knowledge_folder: Path, line: str, problem: str
) -> None:
    assert with_line(knowledge_folder, line) == [f"{PLACE} {problem} [amount-form]"]


def test_the_note_for_staff_is_looked_at_and_the_words_of_citizens_are_not(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / ENTRY, "  - 여권이 없어졌어요\n", "  - 6시에 52000원 냈어요\n")
    replace_in(
        knowledge_folder / ENTRY, "confidence: high", "confidence: high\nstaff_note: 52000원을 받습니다."
    )
    assert problems_of(knowledge_folder) == [
        (
            f'knowledge/{ENTRY}:40:13: warning: 금액 "52000원"에 쉼표가 없습니다; '
            '"52,000원"처럼 쓰세요 [amount-form]'
        )
    ]
