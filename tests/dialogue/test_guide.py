from dataclasses import replace
from datetime import timedelta

import pytest

from chatbot.dialogue.context import Context
from chatbot.dialogue.decision import Thresholds
from chatbot.dialogue.guide import ScenarioPlace
from chatbot.dialogue.reply import Reply, ReplyStatus
from chatbot.dialogue.responder import Responder
from chatbot.knowledge.catalog import Catalog
from tests.conftest import TODAY

CONTEXT = Context(("waste-bulky",), "소파 버리기")


def place(*answers: str) -> ScenarioPlace:
    return ScenarioPlace("passport-steps", answers)


def typed(responder: Responder, said: str, *answers: str) -> Reply:
    reply = responder.respond_within(place(*answers), said, TODAY, CONTEXT)
    assert reply is not None
    return reply


def test_a_phrase_starts_its_scenario_whatever_its_spacing(responder: Responder) -> None:
    reply = responder.respond("여권 하나씩 알려주세요!", TODAY, CONTEXT)
    assert (reply.status, reply.text) == (ReplyStatus.SCENARIO_STEP, "왜 만드나요?")
    assert reply.state is not None
    assert reply.state.answers == ()
    assert reply.context == CONTEXT


def test_a_longer_message_starts_none(responder: Responder) -> None:
    assert responder.respond("여권 하나씩 알려 주세요 제발 수수료", TODAY).state is None


def test_a_phrase_that_is_a_question_of_an_entry_is_answered_with_the_scenario_beside_it(
    responder: Responder,
) -> None:
    eager = Responder(responder.catalog, responder.retriever, Thresholds(0.0, 0.0, 0.0))
    reply = eager.respond("여권 발급 비용", TODAY)
    assert reply.status is ReplyStatus.ANSWERED
    assert [scenario.id for scenario in reply.scenarios] == ["passport-steps"]


def test_a_scenario_is_offered_beside_the_answers_that_it_names_and_no_others(responder: Responder) -> None:
    fee, bag = (responder.choose(name, TODAY) for name in ("passport-fee", "waste-bag"))
    assert fee is not None
    assert bag is not None
    assert [scenario.id for scenario in fee.scenarios] == ["passport-steps"]
    assert bag.scenarios == ()


@pytest.mark.parametrize(
    ("said", "answers", "then"),
    [("분실", (), ("lost",)), ("2번", (), ("lost",)), ("세 권", ("first",), ("first", "3"))],
)
def test_a_typed_answer_goes_on(
    responder: Responder, said: str, answers: tuple[str, ...], then: tuple[str, ...]
) -> None:
    reply = typed(responder, said, *answers)
    assert reply.state is not None
    assert (reply.status, reply.state.answers, reply.utterance) == (ReplyStatus.SCENARIO_STEP, then, said)


def test_the_last_answer_leads_to_the_end_from_which_the_talk_goes_on(responder: Responder) -> None:
    reply = typed(responder, "어제요", "lost")
    assert reply.status is ReplyStatus.SCENARIO_END
    assert reply.outcome is not None
    assert reply.outcome.due is not None
    assert reply.context == Context(("passport-lost",), "여권을 잃어버렸으면 어떻게 하나요?")
    assert reply.contact.phone == "031-000-1100"


def test_a_message_that_is_no_answer_gets_its_usual_reply_and_the_scenario_waits(
    responder: Responder,
) -> None:
    said = "대형폐기물 신청"
    reply, usual = typed(responder, said, "first"), responder.respond(said, TODAY, CONTEXT)
    assert reply.state is not None
    assert reply.state.answers == ("first",)
    assert replace(reply, state=None) == usual


def test_an_emergency_is_heard_in_a_scenario(responder: Responder) -> None:
    assert typed(responder, "옆집에 불이 났어요").status is ReplyStatus.HANDOFF_URGENT


def test_a_number_out_of_bounds_is_asked_again_with_the_bounds(responder: Responder) -> None:
    reply = typed(responder, "12권", "first")
    assert reply.status is ReplyStatus.SCENARIO_STEP
    assert reply.notice == "1부터 10까지의 수로 적어 주세요."
    assert reply.context == CONTEXT


def test_a_personal_number_is_hidden_and_never_an_answer(responder: Responder) -> None:
    reply = typed(responder, "900101-1234567", "first")
    assert "900101" not in reply.utterance
    assert reply.status is ReplyStatus.REFUSED_PERSONAL_DATA


def test_a_press_is_told_by_the_words_of_the_button_or_else_of_the_answer(responder: Responder) -> None:
    pressed = responder.walk(place("first"), "", TODAY)
    begun = responder.walk(place(), "", TODAY)
    back = responder.walk(place(), "이전", TODAY)
    assert pressed is not None
    assert begun is not None
    assert back is not None
    assert (pressed.utterance, begun.utterance, back.utterance) == ("처음이에요", "여권 한 단계씩", "이전")


def test_answers_that_fit_no_more_begin_anew_and_say_so(responder: Responder, catalog: Catalog) -> None:
    reply = responder.walk(place("gone", "away"), "", TODAY)
    assert reply is not None
    assert reply.state is not None
    assert (reply.state.answers, reply.notice) == ((), catalog.wording.scenario.changed)


def test_a_scenario_that_does_not_exist_gives_nothing(responder: Responder) -> None:
    nowhere = ScenarioPlace("gone")
    assert responder.walk(nowhere, "", TODAY) is None
    assert responder.respond_within(nowhere, "네", TODAY) is None
    assert responder.refuse_step(nowhere, "여기에 없어요", TODAY) is None


def test_a_citizen_may_leave_and_the_talk_before_goes_on(responder: Responder, catalog: Catalog) -> None:
    reply = responder.leave("그만하기", CONTEXT)
    assert (reply.status, reply.context) == (ReplyStatus.SCENARIO_STOPPED, CONTEXT)
    assert reply.text == catalog.wording.scenario.stopped


def test_none_of_the_options_gives_the_telephone_and_keeps_the_step(responder: Responder) -> None:
    reply = responder.refuse_step(place("first", "2"), "여기에 없어요", TODAY)
    assert reply is not None
    assert reply.status is ReplyStatus.FALLBACK_NONE_OF_THESE
    assert reply.state is not None
    assert reply.state.step_id == "pages"
    assert reply.contact.phone == "031-000-1000"


def test_an_end_of_which_nothing_holds_names_the_department(responder: Responder, catalog: Catalog) -> None:
    lost = catalog.entries["passport-lost"].model_copy(update={"effective_until": TODAY - timedelta(days=1)})
    later = replace(catalog, entries={**catalog.entries, "passport-lost": lost})
    reply = Responder(later, responder.retriever, Thresholds()).walk(place("lost", "2026-03-09"), "", TODAY)
    assert reply is not None
    assert (reply.status, reply.contact.phone) == (ReplyStatus.FALLBACK_EXPIRED, "031-000-1100")
