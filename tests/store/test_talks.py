from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from chatbot.dialogue.responder import Responder
from chatbot.store.conversations import Conversations
from chatbot.store.database import Database
from chatbot.store.talk_code import talk_code
from chatbot.store.talks import Talks
from tests.conftest import TODAY

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path}/talks.sqlite3")
    yield opened
    opened.close()


def ask(database: Database, responder: Responder, message: str, conversation_id: str | None = None) -> str:
    reply = responder.respond(message, TODAY)
    kept = Conversations(database).record_turn(conversation_id, reply, elapsed_ms=1.0, catalog_digest="d")
    return kept.conversation_id


def test_the_turns_of_a_talk_are_told_in_their_order(database: Database, responder: Responder) -> None:
    talk = ask(database, responder, "여권 수수료는 얼마인가요?")
    ask(database, responder, "고맙습니다", talk)
    ask(database, responder, "장롱 버리기")
    told = Talks(database).told(talk_code(talk), _LONG_AGO)
    assert [turn.utterance for turn in told] == ["여권 수수료는 얼마인가요?", "고맙습니다"]
    assert told[0].entry_id == "passport-fee"
    assert told[1].status == "small_talk_thanks"


def test_personal_numbers_are_not_told(database: Database, responder: Responder) -> None:
    talk = ask(database, responder, "900101-1234567 여권 수수료")
    assert "1234567" not in Talks(database).told(talk_code(talk), _LONG_AGO)[0].utterance


def test_old_turns_are_not_told(database: Database, responder: Responder) -> None:
    talk = ask(database, responder, "여권 수수료는 얼마인가요?")
    assert Talks(database).told(talk_code(talk), datetime.now(UTC) + timedelta(minutes=1)) == []


@pytest.mark.parametrize("code", ["AAA AAA", "아무거나", ""])
def test_an_unknown_code_tells_nothing(database: Database, responder: Responder, code: str) -> None:
    talk = ask(database, responder, "여권 수수료는 얼마인가요?")
    if talk_code(talk) != code:
        assert Talks(database).told(code, _LONG_AGO) == []
