from chatbot.dialogue.responder import Responder
from eval.cases import Case
from eval.generate import RANKED, generate
from tests.conftest import TODAY


def test_an_outcome_holds_the_case_and_what_the_bot_made_of_it(responder: Responder) -> None:
    case = Case("여권 수수료는 얼마인가요?", ("passport-fee",), ("plain",))
    (outcome,) = generate([case], responder, TODAY)
    assert (outcome.utterance, outcome.expected_entries, outcome.tags) == (
        case.utterance,
        case.expected_entries,
        case.tags,
    )
    assert (outcome.status, outcome.entry_id, outcome.choices) == ("answered", "passport-fee", ())
    assert outcome.ranked[0][0] == "passport-fee"
    assert len(outcome.ranked) <= RANKED
    assert outcome.answered_right
    assert outcome.resolved


def test_candidates_are_ranked_even_where_a_guard_ends_the_turn(responder: Responder) -> None:
    (outcome,) = generate([Case("안녕하세요", (), ())], responder, TODAY)
    assert outcome.status == "small_talk_greeting"
    assert outcome.ranked
    assert not outcome.in_scope
    assert not outcome.answered


def test_an_answer_that_no_longer_holds_is_no_answer(responder: Responder) -> None:
    case = Case("폐건전지를 새 건전지로 바꿔 주는 행사는 언제 하나요?", ("waste-old",), ())
    (outcome,) = generate([case], responder, TODAY)
    assert (outcome.status, outcome.entry_id) == ("fallback_expired", None)
    assert not outcome.resolved


def test_outcomes_come_in_the_order_of_the_cases(responder: Responder) -> None:
    utterances = ["쓰레기봉투 파는 곳", "여권 값", "안녕"]
    outcomes = generate([Case(utterance, (), ()) for utterance in utterances], responder, TODAY)
    assert [outcome.utterance for outcome in outcomes] == utterances
