from pathlib import Path

import pytest

from tests.editing import problems_of, replace_in

ENTRY = "entries/passport/passport-lost.yaml"


def with_variant(folder: Path, variant: str) -> list[str]:
    replace_in(folder / ENTRY, "  - 여권이 없어졌어요\n", f"  - {variant}\n")
    return problems_of(folder)


@pytest.mark.parametrize("variant", ["주민등록번호 뒷자리를 몰라요", "031-000-1100에 전화했어요", "52,000원"])
def test_offices_amounts_and_words_pass(knowledge_folder: Path, variant: str) -> None:
    assert with_variant(knowledge_folder, variant) == []


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("900101-1234567", "resident_number"),
        ("010-1234-5678", "mobile_phone"),
        ("1234-5678-9012-3456", "card_number"),
        ("M12345678", "passport_number"),
        ("a@b.example", "email"),
    ],
)
def test_a_personal_number_is_an_error_that_does_not_repeat_it(
    knowledge_folder: Path, number: str, kind: str
) -> None:
    assert with_variant(knowledge_folder, f"제 번호는 {number}인데요") == [
        (
            f"knowledge/{ENTRY}:7:5: error: 개인 번호로 보이는 숫자가 있습니다({kind}); "
            "번호를 지우거나 숫자 없이 말로 쓰세요 [private-number]"
        )
    ]


def test_no_part_of_an_entry_is_left_out(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / ENTRY, "text: 정부24에서 신고해요.", "text: 010-1234-5678")
    replace_in(knowledge_folder / ENTRY, "confidence: high", "confidence: high\nstaff_note: 010-1234-5678")
    assert [problem.split(": ")[0] for problem in problems_of(knowledge_folder)] == [
        f"knowledge/{ENTRY}:27:11",
        f"knowledge/{ENTRY}:40:13",
    ]


def test_a_life_event_is_read_as_well(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "life_events/moving.yaml", "hall: 시청 민원실", "hall: 010-1234-5678")
    (problem,) = problems_of(knowledge_folder)
    assert problem.startswith("knowledge/life_events/moving.yaml:34:9: error: 개인 번호로 보이는 숫자가")
