from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import select

from chatbot.dialogue.responder import Responder
from chatbot.store.conversations import Conversations
from chatbot.store.database import Database
from chatbot.store.feedback import COMMENT_LIMIT, Feedback, Rating
from chatbot.store.tables import FeedbackRow
from chatbot.text.personal_data import MASK
from tests.conftest import TODAY


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path}/talks.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def feedback(database: Database) -> Feedback:
    return Feedback(database)


@pytest.fixture
def turn(database: Database, responder: Responder) -> str:
    """The key of an answered turn."""
    reply = responder.respond("여권 수수료는 얼마인가요?", TODAY)
    kept = Conversations(database).record_turn(None, reply, elapsed_ms=1.0, catalog_digest="d")
    return kept.key


def ratings(database: Database) -> list[FeedbackRow]:
    with database.transaction() as session:
        rows = list(session.scalars(select(FeedbackRow)))
        session.expunge_all()
        return rows


def test_a_rating_is_kept_with_its_turn_and_its_entry(
    feedback: Feedback, database: Database, turn: str
) -> None:
    rated = feedback.rate_turn(turn, Rating(True, "고마워요"))
    assert rated is not None
    assert (rated.utterance, rated.entry_id) == ("여권 수수료는 얼마인가요?", "passport-fee")
    (row,) = ratings(database)
    assert (row.turn_id, row.entry_id) == (1, "passport-fee")
    assert (row.helpful, row.comment) == (True, "고마워요")


def test_the_newest_rating_replaces_the_one_before(feedback: Feedback, database: Database, turn: str) -> None:
    feedback.rate_turn(turn, Rating(True, "좋아요"))
    feedback.rate_turn(turn, Rating(False))
    (row,) = ratings(database)
    assert (row.helpful, row.comment) == (False, None)


def test_presses_at_the_same_moment_are_one_rating(
    feedback: Feedback, database: Database, responder: Responder
) -> None:
    reply = responder.respond("여권 수수료는 얼마인가요?", TODAY)
    for number in range(1, 11):
        kept = Conversations(database).record_turn(None, reply, elapsed_ms=1.0, catalog_digest="d")
        with ThreadPoolExecutor(4) as pool:
            rated = list(pool.map(lambda key: feedback.rate_turn(key, Rating(True)), [kept.key] * 4))
        assert None not in rated
        assert len(ratings(database)) == number


@pytest.mark.parametrize("key", ["", "1", "0" * 32, "' OR 1=1 --"])
def test_a_turn_that_nobody_named_cannot_be_rated(
    feedback: Feedback, database: Database, turn: str, key: str
) -> None:
    assert feedback.rate_turn(key, Rating(True)) is None
    assert ratings(database) == []


def test_personal_numbers_in_a_comment_are_hidden_and_the_rest_is_kept(
    feedback: Feedback, database: Database, turn: str
) -> None:
    rated = feedback.rate_turn(turn, Rating(False, " 900101-1234567\n전화 주세요 010-1234-5678 "))
    assert rated is not None
    assert rated.rating.comment == f"{MASK} 전화 주세요 {MASK}"
    assert ratings(database)[0].comment == rated.rating.comment


@pytest.mark.parametrize("comment", ["", "  \n ", "\u200b", None])
def test_a_comment_without_words_is_none(feedback: Feedback, turn: str, comment: str | None) -> None:
    rated = feedback.rate_turn(turn, Rating(True, comment))
    assert rated is not None
    assert rated.rating.comment is None


def test_a_comment_is_cut_at_the_limit(feedback: Feedback, turn: str) -> None:
    rated = feedback.rate_turn(turn, Rating(True, "가" * 1000))
    assert rated is not None
    assert rated.rating.comment == "가" * COMMENT_LIMIT


class TestPageOfAnEntry:
    def test_each_reader_has_a_rating_of_his_own(self, feedback: Feedback, database: Database) -> None:
        first = feedback.rate_entry("passport-fee", Rating(True))
        second = feedback.rate_entry("passport-fee", Rating(False))
        assert first != second
        assert [(row.turn_id, row.entry_id) for row in ratings(database)] == [(None, "passport-fee")] * 2

    def test_a_known_key_replaces_and_an_unknown_one_does_not(
        self, feedback: Feedback, database: Database
    ) -> None:
        key = feedback.rate_entry("passport-fee", Rating(True))
        assert feedback.rate_entry("passport-fee", Rating(False, "오래됐어요"), key) == key
        assert feedback.of_entry("passport-fee", key) == Rating(False, "오래됐어요")
        assert feedback.rate_entry("waste-bulky", Rating(True), key) != key
        assert feedback.rate_entry("passport-fee", Rating(True), "0" * 32) != "0" * 32
        assert len(ratings(database)) == 3

    def test_the_key_of_a_turn_is_none_of_a_page(self, feedback: Feedback, turn: str) -> None:
        feedback.rate_turn(turn, Rating(True))
        assert feedback.of_entry("passport-fee", turn) is None
        assert feedback.rate_entry("passport-fee", Rating(False), turn) != turn
