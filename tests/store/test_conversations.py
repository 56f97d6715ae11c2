from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from chatbot.dialogue.reply import Reply, ReplyStatus
from chatbot.dialogue.responder import Responder
from chatbot.store.conversations import Conversations, new_conversation_id
from chatbot.store.database import Database
from chatbot.store.tables import ConversationRow, TurnRow
from chatbot.text.personal_data import MASK
from tests.conftest import TODAY

DIGEST = "0123456789abcdef"
NUMBERS = ("900101-1234567", "010-1234-5678", "1234-5678-9012-3456", "M12345678", "a@b.example")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "talks.sqlite3"


@pytest.fixture
def database(file: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{file}")
    yield opened
    opened.close()


@pytest.fixture
def conversations(database: Database) -> Conversations:
    return Conversations(database)


def turns(database: Database) -> list[TurnRow]:
    with database.transaction() as session:
        rows = list(session.scalars(select(TurnRow).order_by(TurnRow.id)))
        session.expunge_all()
        return rows


def record(conversations: Conversations, reply: Reply, conversation_id: str | None = None) -> str:
    return conversations.record_turn(conversation_id, reply, elapsed_ms=12.5, catalog_digest=DIGEST)


def test_an_answered_turn_is_kept_with_all_that_explains_it(
    conversations: Conversations, database: Database, responder: Responder
) -> None:
    before = datetime.now(UTC).replace(tzinfo=None)
    reply = responder.respond("여권 수수료는 얼마인가요?", TODAY)
    conversation_id = record(conversations, reply)
    (turn,) = turns(database)
    assert turn.conversation_id == conversation_id
    assert turn.utterance == "여권 수수료는 얼마인가요?"
    assert (turn.status, turn.entry_id) == ("answered", "passport-fee")
    assert turn.score == reply.score
    assert turn.candidates == [
        {"entry_id": candidate.entry.id, "score": round(candidate.score, 4)}
        for candidate in reply.candidates[:5]
    ]
    assert turn.choices == []
    assert (turn.elapsed_ms, turn.catalog_digest) == (12.5, DIGEST)
    assert before <= turn.said_at.replace(tzinfo=None) <= datetime.now(UTC).replace(tzinfo=None)


def test_a_turn_that_asks_back_is_kept_with_its_choices(
    conversations: Conversations, database: Database, responder: Responder
) -> None:
    reply = responder.respond("여권 수수료는 얼마인가요?", TODAY)
    asked = replace(reply, status=ReplyStatus.CLARIFICATION, entry=None, choices=tuple(reply.candidates[:2]))
    record(conversations, asked)
    (turn,) = turns(database)
    assert turn.entry_id is None
    assert turn.choices == [candidate.entry.id for candidate in reply.candidates[:2]]


def test_turns_of_one_talk_stand_together_in_their_order(
    conversations: Conversations, database: Database, responder: Responder
) -> None:
    conversation_id = record(conversations, responder.respond("안녕", TODAY))
    assert record(conversations, responder.respond("고마워", TODAY), conversation_id) == conversation_id
    assert [(turn.conversation_id, turn.status) for turn in turns(database)] == [
        (conversation_id, "small_talk_greeting"),
        (conversation_id, "small_talk_thanks"),
    ]
    with database.transaction() as session:
        assert len(list(session.scalars(select(ConversationRow)))) == 1


@pytest.mark.parametrize("unknown", ["", "nobody", "' OR 1=1 --", "f" * 500])
def test_an_unknown_talk_is_not_continued_but_opened_anew(
    conversations: Conversations, responder: Responder, unknown: str
) -> None:
    opened = record(conversations, responder.respond("안녕", TODAY), unknown)
    assert opened != unknown
    assert len(opened) == 32


def test_personal_numbers_never_reach_the_file(
    conversations: Conversations, database: Database, responder: Responder, file: Path
) -> None:
    for number in NUMBERS:
        record(conversations, responder.respond(f"{number} 여권 분실 신고", TODAY))
    # A reply that somebody made by hand and forgot to scrub.
    careless = replace(responder.respond("안녕", TODAY), utterance=f"비밀 {' '.join(NUMBERS)}")
    record(conversations, careless)

    def assert_nothing_is_written() -> None:
        written = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
        assert "여권 분실 신고".encode() in written
        for number in NUMBERS:
            assert number.encode() not in written
            assert number.encode("utf-16-le") not in written

    assert (file.parent / f"{file.name}-wal").exists()
    assert_nothing_is_written()
    assert [turn.utterance for turn in turns(database)] == [f"{MASK} 여권 분실 신고"] * len(NUMBERS) + [
        f"비밀 {' '.join([MASK] * len(NUMBERS))}"
    ]
    database.close()
    assert_nothing_is_written()


def test_a_turn_that_cannot_be_kept_opens_no_talk(
    conversations: Conversations, database: Database, responder: Responder
) -> None:
    unkeepable = replace(responder.respond("안녕", TODAY), score=float("nan"))
    with pytest.raises(Exception, match="NOT NULL"):
        record(conversations, unkeepable)
    with database.transaction() as session:
        assert list(session.scalars(select(ConversationRow))) == []


def test_ids_are_long_and_never_the_same() -> None:
    ids = {new_conversation_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(one) == 32 and int(one, 16) >= 0 for one in ids)
