from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.forms.sections import Sections, holds_fact
from chatbot.forms.sms import (
    LONG_BYTES,
    SHORT_BYTES,
    UnsendableError,
    long_message,
    message_size,
    sendable,
    short_message,
)
from tests.forms.made_up import made_up_sections

_ADDRESS = "https://talk.example.kr/faq/passport-fee"


def test_a_short_message_names_city_answer_and_number(fee: Sections) -> None:
    message = short_message(fee)
    assert message.text == "[한빛시] 10년 여권은 58면 52,000원, 26면 49,000원이에요. 문의 031-000-1100"
    assert message.size == message_size(message.text) == 74
    assert message.left_out == ["카드로도 낼 수 있어요."]
    assert not message.lacks_fact


def test_a_sentence_with_a_figure_is_kept_before_one_without(fee: Sections) -> None:
    message = short_message(
        replace(fee, lead=["신분증을 챙겨 창구로 오세요.", "줄이 무척 길어서 오래 기다려요.", "하루 걸려요."])
    )
    assert message.left_out == ["줄이 무척 길어서 오래 기다려요."]


def test_what_lacks_a_figure_says_so(fee: Sections) -> None:
    message = short_message(replace(fee, lead=["가" * 20 + " 5일이에요.", "나" * 20 + " 9,000원이에요."]))
    assert message.left_out == ["나" * 20 + " 9,000원이에요."]
    assert message.lacks_fact


def test_the_citys_name_gives_way_before_a_sentence_is_refused(fee: Sections) -> None:
    assert short_message(replace(fee, lead=["가" * 36 + "요."])).text == "가" * 36 + "요. 031-000-1100"


def test_a_number_that_the_sentence_names_is_not_told_twice(fee: Sections) -> None:
    message = short_message(replace(fee, lead=["031-000-1100으로 전화하세요."]))
    assert message.text == "[한빛시] 031-000-1100으로 전화하세요."


def test_a_first_sentence_that_does_not_fit_is_refused_with_what_to_do(fee: Sections) -> None:
    with pytest.raises(UnsendableError, match="긴 문자를 보내 주세요"):
        short_message(replace(fee, lead=["가" * 50]))


def test_a_long_message_has_everything_in_the_order_of_the_answer(fee: Sections) -> None:
    lines = long_message(fee, _ADDRESS).text.splitlines()
    assert lines[:4] == ["[한빛시] 여권 수수료", *fee.lead, ""]
    assert lines[4:6] == ["수수료", "- 10년 여권, 58면 52,000원"]
    assert lines[-3:] == ["문의: 여권팀 031-000-1100", "2026년 3월 기준", _ADDRESS]


def test_a_long_message_loses_ways_before_papers_and_never_a_deadline(fee: Sections) -> None:
    many = [f"{number}번째 줄이에요. " + "가" * 60 for number in range(14)]
    message = long_message(replace(fee, documents=many[:7], how=many, deadline=["5일 안이에요."]))
    assert message.size <= LONG_BYTES
    assert message.left_out
    assert set(message.left_out) <= set(many)
    assert "5일 안이에요." in message.text


def test_what_no_telephone_can_show_is_replaced_by_what_says_the_same() -> None:
    assert sendable("영하 −5도, 85㎡ – 끝") == "영하 -5도, 85제곱미터 - 끝"


@pytest.mark.parametrize("character", ["😀", "뷁", "ẞ"])
def test_a_character_without_stand_in_is_refused_by_name(fee: Sections, character: str) -> None:
    with pytest.raises(UnsendableError, match=character):
        long_message(replace(fee, lead=[f"네 {character}예요."]))


def test_every_entry_of_the_city_fits_its_bytes(all_sections: list[Sections]) -> None:
    short = 0
    for sections in all_sections:
        message = long_message(sections, _ADDRESS)
        assert message.left_out == []
        assert message.size == len(message.text.encode("euc_kr")) <= LONG_BYTES
        try:
            brief = short_message(sections)
        except UnsendableError:
            continue
        short += 1
        assert brief.size == len(brief.text.encode("euc_kr")) <= SHORT_BYTES
        assert sections.contact.phone in brief.text
        assert sendable(sections.lead[0]) in brief.text
    assert short / len(all_sections) >= 0.85


@given(made_up_sections())
def test_a_message_is_within_its_bytes_or_refused(sections: Sections) -> None:
    try:
        brief = short_message(sections)
    except UnsendableError:
        assert message_size(f"{sections.lead[0]} 031-000-1100") > SHORT_BYTES
    else:
        assert brief.size == message_size(brief.text) <= SHORT_BYTES
        kept = [said for said in sections.lead if said not in brief.left_out]
        assert " ".join(kept) in brief.text
        assert brief.lacks_fact == any(holds_fact(said) for said in brief.left_out)
    try:
        long = long_message(sections)
    except UnsendableError:
        rest = "\n".join([*sections.lead, *sections.fees, *sections.deadline])
        assert message_size(rest) > LONG_BYTES - 300
    else:
        assert long.size <= LONG_BYTES
        assert all(line in long.text for line in (*sections.lead, *sections.fees, *sections.deadline))


@given(st.text(max_size=30))
def test_sendable_text_is_readable_by_every_telephone_or_refused(text: str) -> None:
    try:
        sent = sendable(text)
    except UnsendableError:
        return
    assert sent.encode("euc_kr").decode("euc_kr") == sent
    assert sendable(sent) == sent
