"""When a turn is understood from the talk, in the fixture city."""

import pytest

from chatbot.dialogue.context import Context
from chatbot.dialogue.reading import KIN_ODDS, MARGIN, Reading, read_turn, with_odds
from chatbot.knowledge.catalog import Catalog
from chatbot.retrieval.retriever import Retriever

ACCEPT = 0.88
BAG = Context(("waste-bag",), "종량제 봉투는 어디서 사나요?")
LOST = Context(("passport-lost",), "여권을 잃어버렸어요")
NEW = Context(("passport-new",), "여권을 처음 만들려면 무엇을 준비해야 하나요?")


@pytest.fixture
def read(retriever: Retriever, catalog: Catalog) -> "Reader":
    return Reader(retriever, catalog)


class Reader:
    def __init__(self, retriever: Retriever, catalog: Catalog) -> None:
        self.retriever = retriever
        self.catalog = catalog

    def __call__(self, utterance: str, context: Context | None = None) -> Reading:
        return read_turn(utterance, context, self.retriever, self.catalog, ACCEPT)


def first(reading: Reading) -> str:
    return reading.findings.candidates[0].entry.id


def test_without_a_talk_the_utterance_is_searched_as_it_is(read: Reader, retriever: Retriever) -> None:
    reading = read("얼마예요?")
    assert reading == Reading(retriever.look_up(retriever.query("얼마예요?")))


@pytest.mark.parametrize("utterance", ["얼마예요?", "그럼 돈은요", "값은 얼마나 해요"])
def test_a_turn_that_names_no_matter_is_joined_to_the_subject(read: Reader, utterance: str) -> None:
    reading = read(utterance, BAG)
    assert first(reading) == "waste-bag"
    assert (reading.understood, reading.subject) == (f"종량제 봉투 · {utterance}", "종량제 봉투")
    assert reading.margin == MARGIN


def test_the_subject_stays_what_it_was_over_several_turns(read: Reader) -> None:
    context = Context(("passport-new",), "며칠 걸려요?", "여권")
    reading = read("수수료는요", context)
    assert (first(reading), reading.subject) == ("passport-fee", "여권")


def test_what_was_offered_and_not_chosen_is_a_subject_too(read: Reader) -> None:
    context = Context(("waste-bag", "waste-bulky"), "봉투 사려고요")
    reading = read("얼마예요", context)
    assert first(reading) == "waste-bag"
    assert reading.understood


def test_a_question_that_stands_by_itself_drops_the_talk(read: Reader) -> None:
    reading = read("대형폐기물은 어떻게 버리나요?", LOST)
    assert first(reading) == "waste-bulky"
    assert (reading.understood, reading.subject) == (None, None)
    assert all(candidate.score < 0.1 for candidate in reading.findings.candidates[1:])


def test_a_question_that_names_the_subject_itself_is_not_joined_to_it(read: Reader) -> None:
    reading = read("여권 수수료는 얼마인가요?", Context(("passport-fee",), "얼마예요", "여권"))
    assert (first(reading), reading.understood) == ("passport-fee", None)


def test_nothing_of_the_old_topic_is_left_once_the_citizen_leaves_it(read: Reader) -> None:
    reading = read("그건 됐고 대형폐기물 신청", BAG)
    assert first(reading) == "waste-bulky"
    assert reading.leaves_topic
    assert (reading.understood, reading.subject) == (None, None)


def test_an_entry_that_does_not_speak_of_what_was_asked_is_not_taken_from_the_talk(read: Reader) -> None:
    reading = read("토익 시험 접수", BAG)
    assert reading.understood is None
    assert reading.is_guess


@pytest.mark.parametrize("utterance", ["아하 그렇군요", "오키 땡큐", "네 알겠습니다"])
def test_a_nod_brings_the_old_answer_back_by_no_means(read: Reader, utterance: str) -> None:
    reading = read(utterance, BAG)
    assert reading.understood is None
    assert reading.is_guess


def test_a_correction_puts_the_right_word_in_the_place_of_the_wrong_one(read: Reader) -> None:
    context = Context(("waste-bag",), "종량제 봉투 가격이 얼마예요")
    reading = read("아니 종량제 봉투 말고 여권이요", context)
    assert first(reading) == "passport-fee"
    assert reading.understood == "여권 가격이 얼마예요"
    assert "waste-bag" not in [candidate.entry.id for candidate in reading.findings.candidates]


def test_whoever_objects_does_not_get_the_same_answer_as_surely(read: Reader) -> None:
    plain, objecting = read("며칠 걸려요", NEW), read("아니 며칠 걸려요", NEW)
    scores = [
        {found.entry.id: found.score for found in reading.findings.candidates}["passport-new"]
        for reading in (plain, objecting)
    ]
    assert scores[1] < scores[0]


def test_that_is_not_it_passes_over_the_answer_before(read: Reader) -> None:
    reading = read("그게 아니라 분실이요", NEW)
    assert first(reading) == "passport-lost"
    assert "passport-new" not in [candidate.entry.id for candidate in reading.findings.candidates]


def test_a_negation_of_something_else_is_part_of_the_question(read: Reader) -> None:
    reading = read("소파 말고 침대도 버려 주나요", LOST)
    assert first(reading) == "waste-bulky"


def test_an_entry_that_is_gone_is_no_context(read: Reader) -> None:
    assert read("얼마예요", Context(("gone",), "옛 질문")) == read("얼마예요")


def test_odds_are_multiplied_and_a_probability_stays_one() -> None:
    assert with_odds(0.5, KIN_ODDS) == pytest.approx(2 / 3)
    assert (with_odds(0.0, 2.0), with_odds(1.0, 2.0)) == (0.0, 1.0)
