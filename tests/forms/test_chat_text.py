from dataclasses import replace

from hypothesis import given

from chatbot.forms.chat_text import MOST_CHARACTERS, chat_text
from chatbot.forms.sections import Sections
from tests.forms.made_up import made_up_sections

_ADDRESS = "https://talk.example.kr/faq/passport-fee"


def test_the_text_has_title_answer_sections_number_month_and_address(fee: Sections) -> None:
    blocks = chat_text(fee, _ADDRESS).text.split("\n\n")
    assert blocks[0] == "\n".join(["여권 수수료", *fee.lead])
    assert blocks[1].startswith("수수료\n- 10년 여권, 58면 52,000원\n")
    assert blocks[2] == f"문의: 여권팀 031-000-1100\n2026년 3월 기준\n{_ADDRESS}"


def test_sections_are_left_out_whole_from_the_end(fee: Sections) -> None:
    long = replace(fee, deadline=["가" * 400], how=["나" * 600])
    found = chat_text(long)
    assert found.left_out == ["신청 방법"]
    assert "나" not in found.text.replace("나요", "")
    assert "가" * 400 in found.text


def test_every_entry_of_the_city_fits_with_all_its_sections(all_sections: list[Sections]) -> None:
    for sections in all_sections:
        found = chat_text(sections, _ADDRESS)
        assert found.left_out == []
        assert len(found.text) <= MOST_CHARACTERS


@given(made_up_sections())
def test_answer_number_and_month_are_never_left_out(sections: Sections) -> None:
    found = chat_text(sections)
    assert len(found.text) <= MOST_CHARACTERS
    assert all(sentence in found.text for sentence in sections.lead)
    assert "031-000-1100" in found.text
    assert "2026년 3월 기준" in found.text
