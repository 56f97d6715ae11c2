from datetime import date
from pathlib import Path

import pytest

from chatbot.knowledge.entry import Confidence, Entry, SourceLine
from tests.editing import problems_of, replace_in

BULKY = "entries/waste/waste-bulky.yaml"
OLD = "entries/waste/waste-old.yaml"


def with_variant(folder: Path, variant: str) -> list[str]:
    """Put a variant in place of one of `waste-bulky`; return the problems."""
    replace_in(folder / BULKY, "  - 소파 버리고 싶어요\n", f"  - {variant}\n")
    return problems_of(folder)


@pytest.mark.parametrize(
    "variant",
    ["건전지 모아 오면 안 되나요", "20리터 쓰레기봉투 몇 장 필요해요", "봉투", "대형폐기물 신청요"],
)
def test_a_question_in_other_words_or_near_one_of_its_own_entry_passes(
    knowledge_folder: Path, variant: str
) -> None:
    assert with_variant(knowledge_folder, variant) == []


def test_a_question_that_differs_in_its_ending_is_a_warning_that_names_the_other(
    knowledge_folder: Path,
) -> None:
    assert with_variant(knowledge_folder, "이사 왔는데 남은 종량제 봉투 쓰고 싶어요") == [
        (
            f'knowledge/{BULKY}:7:5: warning: 질문 "이사 왔는데 남은 종량제 봉투 쓰고 싶어요"이(가) '
            "waste-bag(knowledge/entries/waste/waste-bag.yaml:11)의 "
            '"이사 왔는데 남은 종량제 봉투 쓰고 싶습니다"와(과) 거의 같습니다; '
            "다른 낱말로 쓰거나 둘 가운데 한 곳에만 두세요 [near-duplicate]"
        )
    ]


def test_the_same_question_is_left_to_the_rule_of_duplicates(knowledge_folder: Path) -> None:
    (problem,) = with_variant(knowledge_folder, "쓰레기봉투, 파는 곳?")
    assert problem.endswith("[duplicate-variant]")


def test_an_entry_that_asks_much_the_same_as_another_is_told_once_as_its_twin(
    knowledge_folder: Path,
) -> None:
    for old, new in (
        ("폐건전지 교환\n", "종량제봉투 환불되나요요\n"),
        ("다 쓴 건전지 가져가면 새것 주나요", "전에 살던 동네 쓰레기봉투를 여기서 써도 되나요"),
        ("건전지 바꿔 주는 곳", "50리터짜리 봉지도 있나요요?"),
        ("폐건전지 20개 모았어요", "이사 왔는데 남은 종량제 봉투 쓰고 싶어요"),
    ):
        replace_in(knowledge_folder / OLD, f"  - {old}", f"  - {new}")
    assert problems_of(knowledge_folder) == [
        (
            f"knowledge/{OLD}:1:5: warning: 질문의 31%가 "
            "waste-bag(knowledge/entries/waste/waste-bag.yaml)의 질문과 거의 같습니다; "
            "두 항목을 하나로 합치거나 무엇이 다른지 드러나게 질문을 나누세요 [near-duplicate]"
        )
    ]


def entry_of(entry_id: str, texts: list[str]) -> Entry:
    return Entry(
        id=entry_id,
        topic="waste",
        title="제목",
        question=texts[0],
        variants=tuple(texts[1:]),
        answer="답이에요.",
        department="waste",
        phone="031-000-1300",
        sources=(SourceLine(name="안내"),),
        as_of="2026-03",
        review_by=date(2027, 1, 1),
        confidence=Confidence.HIGH,
    )
