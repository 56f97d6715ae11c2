from pathlib import Path

import pytest

from chatbot.knowledge.reader import read_catalog
from chatbot.knowledge.rules.duplicate_variant import RULE
from tests.editing import problems_of, replace_in

BULKY = "entries/waste/waste-bulky.yaml"


def with_variant(folder: Path, variant: str) -> list[str]:
    """Put a variant in place of one of `waste-bulky`; return the problems."""
    replace_in(folder / BULKY, "  - 소파 버리고 싶어요\n", f"  - {variant}\n")
    return problems_of(folder)


def test_a_variant_of_its_own_passes(knowledge_folder: Path) -> None:
    assert with_variant(knowledge_folder, "소파 처리 부탁해요") == []


def test_a_variant_in_two_entries_is_an_error_that_names_the_other_place(knowledge_folder: Path) -> None:
    assert with_variant(knowledge_folder, "쓰레기봉투 파는 곳") == [
        (
            f'knowledge/{BULKY}:7:5: error: 질문 "쓰레기봉투 파는 곳"이(가) '
            "waste-bag(knowledge/entries/waste/waste-bag.yaml:6)에도 있습니다; "
            "둘 가운데 한 곳에만 두세요 [duplicate-variant]"
        )
    ]


@pytest.mark.parametrize("variant", ["쓰레기 봉투 파는곳", "쓰레기봉투 파는 곳?!", "쓰레기봉투, 파는 곳"])
def test_spacing_and_punctuation_make_no_other_variant(knowledge_folder: Path, variant: str) -> None:
    (problem,) = with_variant(knowledge_folder, variant)
    assert problem.startswith(f'knowledge/{BULKY}:7:5: error: 질문 "{variant}"이(가) waste-bag(')


def test_a_variant_that_is_the_question_of_another_entry_is_an_error(knowledge_folder: Path) -> None:
    (problem,) = with_variant(knowledge_folder, "종량제 봉투는 어디서 사나요")
    assert "waste-bag(knowledge/entries/waste/waste-bag.yaml:4)에도 있습니다" in problem


def test_a_variant_twice_in_one_entry_is_an_error_that_names_the_other_line(knowledge_folder: Path) -> None:
    assert with_variant(knowledge_folder, "대형폐기물 신청") == [
        (
            f'knowledge/{BULKY}:7:5: error: 질문 "대형폐기물 신청"이(가) 6번째 줄에도 있습니다; '
            "둘 가운데 한 곳에만 두세요 [duplicate-variant]"
        )
    ]


def test_a_variant_without_a_letter_is_an_error(knowledge_folder: Path) -> None:
    assert with_variant(knowledge_folder, '"?!"') == [
        (
            f'knowledge/{BULKY}:7:5: error: "?!"에 글자가 없습니다; '
            "질문을 쓰거나 줄을 지우세요 [duplicate-variant]"
        )
    ]


@pytest.mark.parametrize(
    ("file", "record"),
    [
        (
            "agencies.yaml",
            (
                "- id: agency-tax\n  name: 국세청\n  phone: '126'\n  matters: 국세\n  as_of: 2026-03\n"
                "  source: {name: 국세청, url: https://www.nts.go.kr}\n  questions: [쓰레기봉투 파는 곳]\n"
            ),
        ),
        ("gaps.yaml", "- id: gap-bag\n  matters: 봉투\n  questions: [쓰레기봉투 파는 곳]\n"),
    ],
)
def test_what_another_agency_or_a_gap_is_asked_is_no_question_of_an_entry(
    knowledge_folder: Path, file: str, record: str
) -> None:
    (knowledge_folder / file).write_text(record, encoding="utf-8")
    (problem,) = [problem for problem in read_catalog(knowledge_folder).problems if problem.rule == RULE]
    assert problem.message == (
        '질문 "쓰레기봉투 파는 곳"이(가) waste-bag(knowledge/entries/waste/waste-bag.yaml:6)에도 있습니다'
    )
    assert problem.path == f"knowledge/{file}"
