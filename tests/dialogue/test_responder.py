from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.dialogue.decision import Thresholds
from chatbot.dialogue.reply import ReplyStatus
from chatbot.dialogue.responder import Responder
from chatbot.knowledge.catalog import Catalog
from chatbot.retrieval.retriever import Retriever
from chatbot.text.personal_data import MASK
from tests.conftest import TODAY

EAGER = Thresholds(accept_threshold=0.0, ambiguity_margin=0.0, near_miss_threshold=0.0)
TORN = Thresholds(accept_threshold=0.0, ambiguity_margin=1.0, near_miss_threshold=0.0)
DEAF = Thresholds(accept_threshold=1.0, ambiguity_margin=1.0, near_miss_threshold=1.0)


def with_thresholds(responder: Responder, thresholds: Thresholds) -> Responder:
    return Responder(responder.catalog, responder.retriever, thresholds)


def test_the_answer_is_the_citys_own_word_for_word_without_stars(
    responder: Responder, catalog: Catalog
) -> None:
    reply = responder.respond("여권 수수료는 얼마인가요?", TODAY)
    entry = catalog.entries["passport-fee"]
    assert (reply.status, reply.entry) == (ReplyStatus.ANSWERED, entry)
    assert reply.text == entry.answer.replace("**", "")
    assert reply.contact == catalog.contact_of(entry)
    assert reply.score == reply.candidates[0].score
    assert reply.notice is None


def test_every_question_and_variant_is_answered_by_its_own_entry(
    responder: Responder, catalog: Catalog
) -> None:
    eager = with_thresholds(responder, EAGER)
    wrong = [
        text
        for entry in catalog.entries.values()
        for text in entry.texts
        if entry.holds_on(TODAY) and eager.respond(text, TODAY).entry != entry
    ]
    assert wrong == []


def test_a_personal_number_is_hidden_from_everything_and_the_citizen_is_told(
    responder: Responder, catalog: Catalog
) -> None:
    reply = responder.respond("９００１０１-1234567 여권 수수료는 얼마인가요?", TODAY)
    assert reply.utterance == f"{MASK} 여권 수수료는 얼마인가요?"
    assert reply.notice == catalog.wording.notice_personal_data
    assert "1234567" not in repr(reply)


def test_a_message_of_a_number_alone_is_refused_without_a_search(responder: Responder) -> None:
    reply = responder.respond("010-1234-5678", TODAY)
    assert (reply.status, reply.utterance) == (ReplyStatus.REFUSED_PERSONAL_DATA, MASK)
    assert reply.candidates == ()


@pytest.mark.parametrize(
    ("utterance", "status"),
    [
        ("", ReplyStatus.REFUSED_EMPTY),
        ("\u200b \n", ReplyStatus.REFUSED_EMPTY),
        ("가" * 301, ReplyStatus.REFUSED_TOO_LONG),
        ("안녕", ReplyStatus.SMALL_TALK_GREETING),
        ("사람이 쓰러졌어요", ReplyStatus.HANDOFF_URGENT),
    ],
)
def test_guards_come_before_the_search(responder: Responder, utterance: str, status: ReplyStatus) -> None:
    reply = with_thresholds(responder, EAGER).respond(utterance, TODAY)
    assert reply.status is status
    assert reply.candidates == ()


def test_an_entry_that_no_longer_holds_is_not_told_but_its_department_is(
    responder: Responder, catalog: Catalog
) -> None:
    entry = catalog.entries["waste-old"]
    reply = responder.respond(entry.question, TODAY)
    assert (reply.status, reply.entry) == (ReplyStatus.FALLBACK_EXPIRED, None)
    assert reply.text == catalog.wording.fallback_expired
    assert reply.contact == catalog.contact_of(entry)
    assert reply.reason.startswith("expired; ")


def test_the_same_entry_is_told_on_its_last_day(responder: Responder, catalog: Catalog) -> None:
    reply = responder.respond(catalog.entries["waste-old"].question, date(2024, 12, 31))
    assert reply.status is ReplyStatus.ANSWERED


def test_an_entry_whose_review_is_overdue_is_still_told(responder: Responder, catalog: Catalog) -> None:
    assert catalog.entries["passport-fee"].review_by < TODAY
    assert responder.respond("여권 수수료는 얼마인가요?", TODAY).status is ReplyStatus.ANSWERED


def test_asking_back_offers_up_to_three_entries_best_first(responder: Responder, catalog: Catalog) -> None:
    reply = with_thresholds(responder, TORN).respond("여권", TODAY)
    assert (reply.status, reply.text) == (ReplyStatus.CLARIFICATION, catalog.wording.clarification)
    assert list(reply.choices) == list(reply.candidates[:3])
    assert reply.entry is None
    assert reply.contact == catalog.call_centre


def test_an_entry_that_no_longer_holds_is_not_offered(responder: Responder) -> None:
    reply = with_thresholds(responder, TORN).respond("폐건전지", TODAY)
    assert reply.candidates[0].entry.id == "waste-old"
    assert "waste-old" not in [choice.entry.id for choice in reply.choices]


def test_below_the_lowest_line_nothing_is_offered_and_near_misses_are_kept(
    responder: Responder, catalog: Catalog
) -> None:
    reply = with_thresholds(responder, DEAF).respond("여권", TODAY)
    assert (reply.status, reply.text) == (
        ReplyStatus.FALLBACK_LOW_SCORE,
        catalog.wording.fallback_low_score,
    )
    assert reply.choices == []
    assert reply.candidates
    assert reply.contact == catalog.call_centre


def test_a_citizen_may_choose_an_entry(responder: Responder, catalog: Catalog) -> None:
    reply = responder.choose("waste-bag", TODAY)
    assert reply is not None
    assert (reply.status, reply.entry) == (ReplyStatus.ANSWERED, catalog.entries["waste-bag"])
    assert (reply.utterance, reply.score) == ("종량제 봉투는 어디서 사나요?", 1.0)
    assert reply.reason == "chosen by the citizen"


def test_choosing_what_no_longer_holds_or_does_not_exist_gives_no_answer(responder: Responder) -> None:
    expired = responder.choose("waste-old", TODAY)
    assert expired is not None
    assert expired.status is ReplyStatus.FALLBACK_EXPIRED
    assert responder.choose("nothing", TODAY) is None


def test_a_citizen_may_refuse_all_choices_and_the_number_in_the_question_stays_hidden(
    responder: Responder, catalog: Catalog
) -> None:
    reply = responder.none_of_these("010-1234-5678 여권")
    assert (reply.status, reply.text) == (
        ReplyStatus.FALLBACK_NONE_OF_THESE,
        catalog.wording.fallback_none_of_these,
    )
    assert reply.utterance == f"{MASK} 여권"
    assert reply.contact == catalog.call_centre


def test_the_same_question_always_gets_the_same_reply(catalog: Catalog, retriever: Retriever) -> None:
    responder = Responder(catalog, retriever, Thresholds())
    assert responder.respond("여권 값", TODAY) == responder.respond("여권 값", TODAY)


@given(st.text(max_size=80))
def test_whatever_is_said_gets_a_sentence_a_number_to_call_and_a_reason(
    responder: Responder, utterance: str
) -> None:
    reply = responder.respond(utterance, TODAY)
    assert reply.text
    assert reply.contact.phone
    assert reply.reason
    assert 0 <= reply.score <= 1
    assert replace(reply, utterance=responder.respond(reply.utterance, TODAY).utterance) == reply
