"""The talk as it goes on from turn to turn: in the fixture city, and with what the city really says."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from chatbot.dialogue.context import Context
from chatbot.dialogue.decision import Thresholds
from chatbot.dialogue.reply import Reply, ReplyStatus
from chatbot.dialogue.responder import Responder
from chatbot.knowledge.reader import read_catalog
from chatbot.retrieval.retriever import Retriever
from chatbot.text.morphemes import MorphemeTokenizer
from chatbot.text.personal_data import MASK
from tests.conftest import TODAY

ROOT = Path(__file__).parents[2]


def talk(responder: Responder, *utterances: str) -> Sequence[Reply]:
    context: Context | None = None
    replies = []
    for utterance in utterances:
        replies.append(responder.respond(utterance, TODAY, context))
        context = replies[-1].context
    return replies


def test_a_follow_up_is_answered_and_shown_as_what_it_was_taken_for(responder: Responder) -> None:
    first, second = talk(responder, "종량제 봉투는 어디서 사나요?", "얼마예요?")
    assert first.understood is None
    assert second.entry is not None
    assert (second.entry.id, second.understood) == ("waste-bag", "종량제 봉투 · 얼마예요?")
    assert second.utterance == "얼마예요?"


def test_the_same_words_without_the_talk_mean_something_else(responder: Responder) -> None:
    assert responder.respond("얼마예요?", TODAY).understood is None


def test_thanks_and_greetings_keep_the_talk(responder: Responder) -> None:
    *_, thanks, last = talk(responder, "종량제 봉투는 어디서 사나요?", "고맙습니다", "얼마예요?")
    assert thanks.status is not ReplyStatus.ANSWERED
    assert last.understood == "종량제 봉투 · 얼마예요?"


def test_a_refused_message_keeps_the_talk(responder: Responder) -> None:
    first, refused, _ = talk(responder, "종량제 봉투는 어디서 사나요?", "010-1234-5678", "얼마예요?")
    assert refused.status is ReplyStatus.REFUSED_PERSONAL_DATA
    assert refused.context == first.context


def test_a_new_topic_takes_the_place_of_the_old_one(responder: Responder) -> None:
    *_, last = talk(responder, "여권 수수료는 얼마인가요?", "대형폐기물은 어떻게 버리나요?", "얼마예요?")
    assert last.entry is not None
    assert last.entry.id == "waste-bulky"
    assert last.understood == "대형폐기물 · 얼마예요?"


def test_leaving_a_topic_for_nothing_known_leaves_nothing(responder: Responder) -> None:
    deaf = Responder(responder.catalog, responder.retriever, Thresholds(1.0, 1.0, 1.0, 1.0))
    kept = Context(("waste-bag",), "종량제 봉투")
    assert deaf.respond("그건 됐고 로켓", TODAY, kept).context is None
    assert deaf.respond("로켓", TODAY, kept).context == kept


def test_choices_that_were_all_refused_end_the_talk(responder: Responder) -> None:
    assert responder.none_of_these("여기에 없어요").context is None


def test_a_chosen_entry_is_what_the_talk_is_about(responder: Responder) -> None:
    reply = responder.choose("waste-bulky", TODAY)
    assert reply is not None
    assert reply.context == Context(("waste-bulky",), reply.utterance)


def test_a_choice_can_be_picked_by_its_place(responder: Responder) -> None:
    offered = Context(("waste-bag", "waste-bulky"), "버릴 게 있는데")
    reply = responder.respond("두 번째요", TODAY, offered)
    assert reply.entry is not None
    assert reply.entry.id == "waste-bulky"
    assert reply.context == Context(("waste-bulky",), reply.entry.question)
    alone = responder.respond("두 번째요", TODAY, Context(("waste-bag",), "봉투"))
    assert alone.reason != reply.reason


def test_of_two_questions_the_surest_is_answered_and_the_other_offered(responder: Responder) -> None:
    reply = responder.respond("여권 수수료랑 종량제 봉투 파는 곳", TODAY)
    assert reply.entry is not None
    assert {reply.entry.id, *(choice.entry.id for choice in reply.choices)} == {"passport-fee", "waste-bag"}
    assert len(reply.choices) == 1
    assert reply.context is not None
    assert reply.context.entry_ids == (reply.entry.id,)


def test_two_questions_of_which_none_is_sure_are_both_offered_first(responder: Responder) -> None:
    torn = Responder(responder.catalog, responder.retriever, Thresholds(0.88, 1.0, 0.1, 0.5))
    reply = torn.respond("여권 수수료랑 종량제 봉투 파는 곳", TODAY)
    assert reply.status is ReplyStatus.CLARIFICATION
    assert {choice.entry.id for choice in reply.choices[:2]} == {"passport-fee", "waste-bag"}


def test_an_expired_entry_is_not_offered_beside_an_answer(responder: Responder) -> None:
    for reply in talk(responder, "종량제 봉투 가격이랑 예전 대형폐기물 스티커"):
        assert all(choice.entry.holds_on(TODAY) for choice in reply.choices)


def test_personal_numbers_are_hidden_from_the_context(responder: Responder) -> None:
    reply = responder.respond("900101-1234567 종량제 봉투는 어디서 사나요?", TODAY)
    assert reply.context is not None
    assert reply.context.utterance.startswith(MASK)
    assert "900101" not in repr(reply)


@pytest.fixture(scope="module")
def gimpo(tokenizer: MorphemeTokenizer) -> Responder:
    """The bot with what the city really says; its index is kept in `var/`, as the server keeps it."""
    catalog = read_catalog(ROOT / "knowledge", with_advice=False).catalog
    assert catalog is not None
    return Responder(catalog, Retriever(catalog, tokenizer, cache=ROOT / "var" / "index"), Thresholds())


def reached(reply: Reply) -> list[str]:
    return [reply.entry.id] if reply.entry else [choice.entry.id for choice in reply.choices]


@pytest.mark.parametrize(
    ("talked", "entry"),
    [
        (("인감증명서 떼러 가려는데 준비물이요", "얼마예요"), "civic-seal-certificate-visit"),
        (("골드라인 막차 몇시예요", "요금은 얼마"), "civic-goldline"),
        (("기초연금 소득 얼마까지 받아", "부부면?"), "civic-basic-pension"),
        (("재산세 언제 내요", "재산세 말고 자동차세요"), "tax-car-schedule"),
        (
            ("봉사활동 하고 싶은데 어떻게 신청해요", "감사합니다", "시간은 자동으로 기록돼요?"),
            "civic-volunteer",
        ),
    ],
)
def test_real_talks_lead_where_a_counsellor_would(
    gimpo: Responder, talked: Sequence[str], entry: str
) -> None:
    *_, last = talk(gimpo, *talked)
    assert entry in reached(last)
    assert last.understood


@pytest.mark.parametrize(
    ("talked", "entry"),
    [
        (
            ("출생신고 늦으면 과태료 얼마예요", "딴건데 여권번호 모를때 어떻게 확인해요"),
            "passport-number-lookup",
        ),
        (("여권 영문이름에 하이픈 넣어도 되나", "기초연금 소득 얼마까지 받아"), "civic-basic-pension"),
        (("재산세 고지서를 못받았어요", "여권 며칠 걸려요"), "passport-processing-time"),
    ],
)
def test_a_real_change_of_topic_takes_nothing_along(
    gimpo: Responder, talked: Sequence[str], entry: str
) -> None:
    *_, before, last = talk(gimpo, *talked)
    assert reached(last)[0] == entry
    assert last.understood is None
    assert not set(reached(last)) & set(reached(before))
