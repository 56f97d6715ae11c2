from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from chatbot.dialogue.context import Context
from chatbot.dialogue.guide import ScenarioPlace
from chatbot.dialogue.reply import Reply, ReplyStatus
from chatbot.dialogue.responder import Responder
from chatbot.store.conversations import Conversations, Offer, Visitor, new_conversation_id
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
    kept = conversations.record_turn(conversation_id, reply, elapsed_ms=12.5, catalog_digest=DIGEST)
    return kept.conversation_id


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


def test_a_talk_gives_back_what_its_newest_turn_left(
    conversations: Conversations, responder: Responder
) -> None:
    first = responder.respond("종량제 봉투는 어디서 사나요?", TODAY)
    conversation_id = record(conversations, first)
    assert conversations.context(conversation_id) == first.context
    second = responder.respond("얼마예요?", TODAY, first.context)
    record(conversations, second, conversation_id)
    assert second.context is not None
    assert second.context.subject is not None
    assert conversations.context(conversation_id) == second.context
    record(conversations, responder.none_of_these("여기에 없어요"), conversation_id)
    assert conversations.context(conversation_id) is None


@pytest.mark.parametrize("unknown", [None, "nobody"])
def test_an_unknown_talk_has_no_context(conversations: Conversations, unknown: str | None) -> None:
    assert conversations.context(unknown) is None


def test_what_a_turn_was_taken_for_is_kept_without_personal_numbers(
    conversations: Conversations, database: Database, responder: Responder
) -> None:
    number = NUMBERS[0]
    careless = replace(
        responder.respond("안녕", TODAY),
        understood=f"여권 · {number}",
        context=Context(("passport-fee",), f"{number} 여권", f"여권 {number}"),
    )
    conversation_id = record(conversations, careless)
    (turn,) = turns(database)
    assert turn.understood == f"여권 · {MASK}"
    assert conversations.context(conversation_id) == Context(
        ("passport-fee",), f"{MASK} 여권", f"여권 {MASK}"
    )


def test_a_turn_that_cannot_be_kept_opens_no_talk(
    conversations: Conversations, database: Database, responder: Responder
) -> None:
    unkeepable = replace(responder.respond("안녕", TODAY), score=float("nan"))
    with pytest.raises(Exception, match="NOT NULL"):
        record(conversations, unkeepable)
    with database.transaction() as session:
        assert list(session.scalars(select(ConversationRow))) == []


class TestVisitors:
    """Talks in a messenger, which does not remember which talk is going on."""

    HOURS = timedelta(hours=3)
    CITIZEN = Visitor("kakao", "a" * 64)

    def age(self, database: Database, conversation_id: str, hours: float) -> None:
        """Let a talk and its turns have been so many hours ago."""
        with database.transaction() as session:
            talk = session.get(ConversationRow, conversation_id)
            assert talk is not None
            talk.started_at -= timedelta(hours=hours)
            for turn in session.scalars(select(TurnRow).where(TurnRow.conversation_id == conversation_id)):
                turn.said_at -= timedelta(hours=hours)

    def key_of(self, database: Database, conversation_id: str) -> str | None:
        with database.transaction() as session:
            talk = session.get(ConversationRow, conversation_id)
            assert talk is not None
            return talk.user_key

    def test_the_newest_talk_of_a_visitor_is_found_and_nobody_elses(
        self, conversations: Conversations
    ) -> None:
        conversations.open_talk(self.CITIZEN)
        newest = conversations.open_talk(self.CITIZEN)
        conversations.open_talk(Visitor("kakao", "b" * 64))
        conversations.open_talk(Visitor("other", "a" * 64))
        assert conversations.talk_of(self.CITIZEN, self.HOURS) == newest
        assert conversations.talk_of(Visitor("kakao", "c" * 64), self.HOURS) is None
        assert conversations.talk_of(Visitor("kakao"), self.HOURS) is None

    def test_a_talk_lasts_as_long_as_there_are_turns(
        self, conversations: Conversations, database: Database, responder: Responder
    ) -> None:
        talk = conversations.open_talk(self.CITIZEN)
        self.age(database, talk, 5)
        record(conversations, responder.respond("안녕", TODAY), talk)
        assert conversations.talk_of(self.CITIZEN, self.HOURS) == talk
        self.age(database, talk, 2.9)
        assert conversations.talk_of(self.CITIZEN, self.HOURS) == talk

    def test_a_talk_that_has_ended_forgets_whose_it_was_whoever_comes_next(
        self, conversations: Conversations, database: Database
    ) -> None:
        ended, going_on = conversations.open_talk(self.CITIZEN), conversations.open_talk(self.CITIZEN)
        conversations.keep_place(ended, ScenarioPlace("birth-report", ("married",)))
        self.age(database, ended, 3.1)
        assert conversations.talk_of(Visitor("kakao", "b" * 64), self.HOURS) is None
        assert self.key_of(database, ended) is None
        assert conversations.place(ended) is None
        assert self.key_of(database, going_on) == self.CITIZEN.user_key

    def test_the_place_in_a_scenario_is_kept_until_it_is_left(self, conversations: Conversations) -> None:
        talk = conversations.open_talk(self.CITIZEN)
        assert conversations.place(talk) is None
        place = ScenarioPlace("birth-report", ("married", "2026-03-02"))
        conversations.keep_place(talk, place)
        assert conversations.place(talk) == place
        conversations.keep_place(talk, None)
        assert conversations.place(talk) is None

    def test_a_talk_that_does_not_exist_has_no_place(self, conversations: Conversations) -> None:
        conversations.keep_place("nobody", ScenarioPlace("birth-report"))
        assert conversations.place("nobody") is None
        assert conversations.place(None) is None


class TestRefusedChoices:
    """A citizen who finds none of the choices right: the miss is kept with what was offered."""

    def refuse(
        self, conversations: Conversations, responder: Responder, offer: Offer | None, talk: str
    ) -> None:
        conversations.record_turn(
            talk,
            responder.none_of_these("여기에 없어요"),
            elapsed_ms=1.0,
            catalog_digest=DIGEST,
            refused=offer,
        )

    def ask_back(self, responder: Responder, utterance: str, first: int) -> Reply:
        reply = responder.respond("여권 수수료는 얼마인가요?", TODAY)
        choices = tuple(reply.candidates[first : first + 2])
        return replace(
            reply, utterance=utterance, status=ReplyStatus.CLARIFICATION, entry=None, choices=choices
        )

    def test_the_miss_holds_the_words_and_the_entries_of_the_turn_that_asked_back(
        self, conversations: Conversations, database: Database, responder: Responder
    ) -> None:
        asked = self.ask_back(responder, "여권 거시기", 0)
        talk = record(conversations, asked)
        offer = conversations.offer(talk)
        self.refuse(conversations, responder, offer, talk)
        missed = turns(database)[-1]
        assert missed.status == "fallback_none_of_these"
        assert missed.utterance == "여권 거시기"
        assert missed.choices == [choice.entry.id for choice in asked.choices]

    def test_the_turn_that_is_named_counts_or_else_the_newest_that_offered_anything(
        self, conversations: Conversations, responder: Responder
    ) -> None:
        first = conversations.record_turn(
            None, self.ask_back(responder, "처음", 0), elapsed_ms=1.0, catalog_digest=DIGEST
        )
        talk = first.conversation_id
        record(conversations, self.ask_back(responder, "다음", 1), talk)
        record(conversations, responder.respond("안녕", TODAY), talk)
        named, newest = conversations.offer(talk, first.key), conversations.offer(talk)
        assert named is not None
        assert newest is not None
        assert (named.utterance, newest.utterance) == ("처음", "다음")

    def test_nothing_is_found_under_another_talk_or_a_key_of_another_talk(
        self, conversations: Conversations, responder: Responder
    ) -> None:
        asked = self.ask_back(responder, "처음", 0)
        kept = conversations.record_turn(None, asked, elapsed_ms=1.0, catalog_digest=DIGEST)
        other = record(conversations, asked)
        assert conversations.offer(None) is None
        assert conversations.offer("nobody") is None
        assert conversations.offer(other, kept.key) is None


def test_ids_are_long_and_never_the_same() -> None:
    ids = {new_conversation_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(one) == 32 and int(one, 16) >= 0 for one in ids)
