from dataclasses import replace

import pytest

from chatbot.dialogue.guards import (
    GUARDS,
    MESSAGE_LIMIT,
    Guard,
    Turn,
    fixed_turn,
    nothing_to_read,
    only_personal_data,
    too_long,
)
from chatbot.dialogue.reply import ReplyStatus
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.wording import FixedTurn
from chatbot.text.personal_data import MASK


def turn(catalog: Catalog, utterance: str, *, hidden: bool = False) -> Turn:
    return Turn(utterance, hidden, catalog)


def test_the_guards_look_in_an_order_that_hides_numbers_before_it_reads() -> None:
    assert list(GUARDS) == [too_long, only_personal_data, nothing_to_read, fixed_turn]


@pytest.mark.parametrize("guard", GUARDS)
def test_a_plain_question_passes_every_guard(catalog: Catalog, guard: Guard) -> None:
    assert guard(turn(catalog, "여권 수수료는 얼마인가요?")) is None


def test_a_message_as_long_as_the_limit_passes_and_a_longer_one_is_told_the_limit(catalog: Catalog) -> None:
    assert too_long(turn(catalog, "가" * MESSAGE_LIMIT)) is None
    reply = too_long(turn(catalog, "가" * (MESSAGE_LIMIT + 1)))
    assert reply is not None
    assert reply.status is ReplyStatus.REFUSED_TOO_LONG
    assert reply.text == f"한 번에 {MESSAGE_LIMIT}자까지 읽을 수 있어요."


@pytest.mark.parametrize("utterance", [MASK, f"{MASK}, {MASK}!", f"{MASK} 12"])
def test_a_message_of_nothing_but_hidden_numbers_is_refused(catalog: Catalog, utterance: str) -> None:
    reply = only_personal_data(turn(catalog, utterance, hidden=True))
    assert reply is not None
    assert reply.status is ReplyStatus.REFUSED_PERSONAL_DATA
    assert reply.text == catalog.wording.refused_personal_data


def test_a_question_around_a_hidden_number_passes(catalog: Catalog) -> None:
    assert only_personal_data(turn(catalog, f"{MASK} 여권 되나요", hidden=True)) is None


@pytest.mark.parametrize("utterance", ["", "   ", "?!", "123", "ㅇㄱ", "ㅋㅋㅋ", "😀", "___"])
def test_a_message_without_a_word_is_refused(catalog: Catalog, utterance: str) -> None:
    reply = nothing_to_read(turn(catalog, utterance))
    assert reply is not None
    assert reply.status is ReplyStatus.REFUSED_EMPTY


@pytest.mark.parametrize("utterance", ["여권", "pdf", "ㅇ권", "1층", "여권ㅋㅋㅋ"])
def test_a_message_with_a_word_passes(catalog: Catalog, utterance: str) -> None:
    assert nothing_to_read(turn(catalog, utterance)) is None


@pytest.mark.parametrize(
    ("utterance", "status"),
    [
        ("안녕하세요!", ReplyStatus.SMALL_TALK_GREETING),
        ("안녕 하세요~~", ReplyStatus.SMALL_TALK_GREETING),
        ("감사합니다^^", ReplyStatus.SMALL_TALK_THANKS),
        ("상담원연결", ReplyStatus.HANDOFF_REQUESTED),
        ("불이 났어요", ReplyStatus.HANDOFF_URGENT),
        ("우리 집에 불이 났어요!! 도와주세요", ReplyStatus.HANDOFF_URGENT),
        ("불이났어요도와주세요", ReplyStatus.HANDOFF_URGENT),
        ("우리 집에 불이났어요 도와주세요", ReplyStatus.HANDOFF_URGENT),
        ("우리집불이났어요", ReplyStatus.HANDOFF_URGENT),
    ],
)
def test_a_fixed_turn_is_known_whatever_its_spacing_and_punctuation(
    catalog: Catalog, utterance: str, status: ReplyStatus
) -> None:
    reply = fixed_turn(turn(catalog, utterance))
    assert reply is not None
    assert reply.status is status
    assert reply.text in {fixed.text for fixed in catalog.wording.turns if fixed.status == status}
    assert reply.reason == f"guard: {status.value}"


@pytest.mark.parametrize("utterance", ["안녕하세요 여권 값이 얼마예요", "상담원 채용 공고", "감사합니다만"])
def test_a_phrase_that_must_be_the_whole_message_is_not_found_within_one(
    catalog: Catalog, utterance: str
) -> None:
    assert fixed_turn(turn(catalog, utterance)) is None


def test_a_phrase_that_may_be_anywhere_is_found_only_where_a_word_begins(catalog: Catalog) -> None:
    fire = FixedTurn(status="handoff_urgent", match="contains", phrases=("불이야",), text="119")
    alarmed = replace(catalog, wording=catalog.wording.model_copy(update={"turns": (fire,)}))
    assert fixed_turn(turn(alarmed, "큰일이에요 불이야")) is not None
    assert fixed_turn(turn(alarmed, "요금은 후불이야 선불이야")) is None


def test_a_long_story_that_mentions_a_fire_is_a_question(catalog: Catalog) -> None:
    story = (
        "작년에 옆집에서 불이 났어요. " + "그때 여권이 물에 젖어서 쓸 수 없게 되었는데 " * 3 + "재발급 되나요"
    )
    assert fixed_turn(turn(catalog, story)) is None


def test_a_guard_sends_to_the_call_centre_and_keeps_what_was_said(catalog: Catalog) -> None:
    reply = nothing_to_read(turn(catalog, "?"))
    assert reply is not None
    assert reply.contact == catalog.call_centre
    assert (reply.utterance, reply.entry, reply.score, reply.candidates) == ("?", None, 0.0, ())
