from datetime import date

import pytest

from chatbot.forms.sections import Sections, holds_fact, sections_of
from chatbot.knowledge.catalog import Catalog
from tests.conftest import TODAY


def test_lines_are_those_of_the_entry_without_marks(fee: Sections) -> None:
    assert fee.lead == ["10년 여권은 58면 52,000원, 26면 49,000원이에요.", "카드로도 낼 수 있어요."]
    assert fee.fees == [
        "10년 여권, 58면 52,000원",
        "10년 여권, 26면 49,000원",
        "한 번만 쓰는 여권 17,000원 (단수여권이라고 해요)",
        "여권 정보 확인 무료",
    ]
    assert (fee.contact.phone, fee.as_of, fee.city) == ("031-000-1100", "2026년 3월 기준", "한빛시")


def test_lines_that_do_not_hold_on_the_day_are_left_out(catalog: Catalog) -> None:
    before = sections_of(catalog.entries["passport-fee"], catalog, date(2026, 2, 1))
    assert "10년 여권, 58면 52,000원" not in before.fees


def test_only_sections_with_lines_have_a_heading(fee: Sections) -> None:
    assert [heading for heading, _ in fee.titled()] == ["수수료"]


def test_nothing_is_said_that_the_entry_does_not_say(catalog: Catalog, city: Catalog) -> None:
    for knowledge in (catalog, city):
        for entry in knowledge.entries.values():
            said = entry.model_dump_json().replace("**", "").replace('\\"', '"')
            found = sections_of(entry, knowledge, TODAY)
            for line in (*found.lead, *(text for _, lines in found.titled() for text in lines)):
                words = line.removesuffix(")").replace(" (", " ").split()
                assert words
            assert all(sentence in said.replace("\\n", "\n") for sentence in found.lead)
            for shown, kept in ((found.documents, entry.documents), (found.deadline, entry.deadline)):
                texts = [line.text.replace("**", "") for line in kept if line.holds_on(TODAY)]
                assert all(line.startswith(text) for line, text in zip(shown, texts, strict=True))


@pytest.mark.parametrize(
    "sentence", ["52,000원이에요.", "수수료는 무료예요.", "한 달 안에 내세요.", "당일에 나와요."]
)
def test_figures_and_words_that_stand_for_one_are_facts(sentence: str) -> None:
    assert holds_fact(sentence)


@pytest.mark.parametrize("sentence", ["본인이 직접 오세요.", "창구에서 확인하세요.", ""])
def test_other_sentences_hold_no_fact(sentence: str) -> None:
    assert not holds_fact(sentence)
