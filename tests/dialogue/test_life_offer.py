import pytest

from chatbot.dialogue.life_offer import life_events_beside
from chatbot.dialogue.reply import ReplyStatus
from chatbot.dialogue.responder import Responder
from tests.conftest import TODAY


@pytest.mark.parametrize("said", ["이사했어요", "이사 했어요.", "이사 왔어요"])
def test_a_message_that_only_names_a_life_event_is_led_to_it(responder: Responder, said: str) -> None:
    reply = responder.respond(said, TODAY)
    assert reply.status is ReplyStatus.LIFE_EVENT
    assert reply.text == responder.catalog.wording.life_event
    assert reply.choices == ()
    assert reply.context is None
    assert [event.id for event in life_events_beside(reply, responder.catalog)] == ["moving"]


def test_a_longer_message_is_searched_as_ever(responder: Responder) -> None:
    reply = responder.respond("이사했어요 그런데 종량제 봉투는 어디서 사나요?", TODAY)
    assert reply.status is not ReplyStatus.LIFE_EVENT


def test_a_phrase_that_an_entry_answers_keeps_the_answer_and_offers_the_life_event(
    responder: Responder,
) -> None:
    reply = responder.respond("종량제 봉투는 어디서 사나요?", TODAY)
    assert reply.status is ReplyStatus.ANSWERED
    assert [event.id for event in life_events_beside(reply, responder.catalog)] == ["moving"]


def test_an_answer_of_another_entry_offers_nothing(responder: Responder) -> None:
    reply = responder.respond("여권 수수료는 얼마인가요?", TODAY)
    assert reply.entry
    assert reply.entry.id == "passport-fee"
    assert life_events_beside(reply, responder.catalog) == []


def test_an_emergency_is_never_taken_for_a_life_event(responder: Responder) -> None:
    reply = responder.respond("옆집에 불이 났어요", TODAY)
    assert reply.status is ReplyStatus.HANDOFF_URGENT
    assert life_events_beside(reply, responder.catalog) == []
