"""Whether an answer helped, and what is missing: through the interface and through plain forms."""

import re
from collections.abc import Sequence
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import select

from chatbot.store.tables import FeedbackRow, TurnRow
from chatbot.text.personal_data import MASK
from tests.web.test_chat import ask


class Kept:
    """What stands in the database."""

    def __init__(self, application: FastAPI) -> None:
        self._database = application.state.services.database

    def feedback(self, key: str) -> list[tuple[int | None, str | None, bool, str | None]]:
        with self._database.transaction() as session:
            rows = session.scalars(select(FeedbackRow).where(FeedbackRow.key == key)).all()
            return [(row.turn_id, row.entry_id, row.helpful, row.comment) for row in rows]

    def turns(self, conversation_id: str) -> Sequence[tuple[str, str, list[str]]]:
        with self._database.transaction() as session:
            query = select(TurnRow).where(TurnRow.conversation_id == conversation_id).order_by(TurnRow.id)
            return [(turn.status, turn.utterance, turn.choices) for turn in session.scalars(query)]


@pytest.fixture
def kept(application: FastAPI) -> Kept:
    return Kept(application)


def rate(client: TestClient, turn_id: str, **rating: Any) -> dict[str, Any]:
    response = client.post("/api/feedback", json={"turn_id": turn_id, **rating})
    assert response.status_code == 200, response.text
    body: dict[str, Any] = response.json()
    return body


class TestInterface:
    def test_a_rating_is_stored_with_its_turn(self, client: TestClient, kept: Kept) -> None:
        turn = ask(client, "여권 수수료 얼마예요?")["turn_id"]
        reply = rate(client, turn, helpful=True)
        assert (reply["helpful"], reply["comment"]) == (True, None)
        ((turn_id, entry_id, helpful, comment),) = kept.feedback(turn)
        assert turn_id is not None
        assert (entry_id, helpful, comment) == ("passport-fee", True, None)

    def test_rating_twice_replaces_and_a_comment_is_masked(self, client: TestClient, kept: Kept) -> None:
        turn = ask(client, "여권 수수료 얼마예요?")["turn_id"]
        rate(client, turn, helpful=True)
        reply = rate(client, turn, helpful=False, comment="900101-1234567 금액이 달라요")
        assert reply["comment"] == f"{MASK} 금액이 달라요"
        (row,) = kept.feedback(turn)
        assert row[2:] == (False, f"{MASK} 금액이 달라요")

    def test_the_fragment_thanks_and_asks_for_words_once(self, client: TestClient) -> None:
        turn = ask(client, "여권 수수료 얼마예요?")["turn_id"]
        asked = rate(client, turn, helpful=False)["html"]
        assert "알려 주셔서 고마워요" in asked
        assert "무엇이 아쉬웠나요?" in asked
        assert "<textarea" not in rate(client, turn, helpful=False, comment="짧아요")["html"]

    @pytest.mark.parametrize(
        ("body", "status"),
        [
            (b"{", 400),
            (b"{}", 422),
            (b'{"turn_id": "1", "helpful": true}', 422),
            (b'{"turn_id": "' + b"0" * 32 + b'", "helpful": "maybe"}', 422),
            (b'{"turn_id": "' + b"0" * 32 + b'", "helpful": true, "comment": "' + b"a" * 301 + b'"}', 422),
            (b'{"turn_id": "' + b"0" * 32 + b'", "helpful": true}', 404),
        ],
    )
    def test_a_bad_rating_gets_a_clear_error(self, client: TestClient, body: bytes, status: int) -> None:
        response = client.post("/api/feedback", content=body, headers={"Content-Type": "application/json"})
        assert response.status_code == status
        assert response.json()["error"]["message"].endswith(".")

    def test_the_talk_does_not_name_its_turns(self, client: TestClient) -> None:
        reply = ask(client, "여권 수수료 얼마예요?")
        answer = client.post("/api/feedback", json={"turn_id": reply["conversation_id"], "helpful": True})
        assert answer.status_code == 404


class TestPlainForms:
    def test_the_chat_page_thanks_and_still_shows_the_answer(self, client: TestClient, kept: Kept) -> None:
        page = client.post("/chat", data={"message": "여권 수수료 얼마예요?"})
        (turn,) = set(re.findall(r'name="turn_id" value="(\w{32})"', page.text))
        thanks = client.post("/chat/feedback", data={"turn_id": turn, "helpful": "false"}).text
        assert "알려 주셔서 고마워요" in thanks
        assert "52,000원" in thanks
        assert "여권 수수료 얼마예요?" in thanks
        talk = re.findall(r'name="conversation_id" value="(\w{32})"', page.text)
        assert re.findall(r'name="conversation_id" value="(\w{32})"', thanks) == talk
        form = {"turn_id": turn, "helpful": "false", "comment": "010-1234-5678로\r\n전화 주세요"}
        assert "담당자가 읽어요" in client.post("/chat/feedback", data=form).text
        assert kept.feedback(turn)[0][2:] == (False, f"{MASK}로 전화 주세요")

    def test_nobody_finds_the_talk_by_going_back(self, client: TestClient) -> None:
        response = client.post("/chat", data={"message": "여권 수수료 얼마예요?"})
        assert response.headers["cache-control"] == "no-store"

    def test_an_unknown_turn_is_not_found(self, client: TestClient) -> None:
        form = {"turn_id": "0" * 32, "helpful": "true"}
        assert client.post("/chat/feedback", data=form).status_code == 404

    def test_the_page_of_an_entry_keeps_a_rating_without_a_talk(self, client: TestClient, kept: Kept) -> None:
        address = "/faq/passport-fee/feedback"
        sent = client.post(address, data={"helpful": "true", "rated": ""}, follow_redirects=False)
        assert sent.status_code == 303
        key = sent.headers["location"].partition("rated=")[2].partition("#")[0]
        assert kept.feedback(key) == [(None, "passport-fee", True, None)]
        assert "알려 주셔서 고마워요" in client.get(f"/faq/passport-fee?rated={key}").text
        form = {"helpful": "false", "rated": key, "comment": "오래됐어요"}
        assert "담당자가 읽어요" in client.post(address, data=form).text
        assert kept.feedback(key) == [(None, "passport-fee", False, "오래됐어요")]

    @pytest.mark.parametrize("key", ["0" * 32, "x", ""])
    def test_an_unknown_key_shows_the_page_as_it_always_is(self, client: TestClient, key: str) -> None:
        page = client.get("/faq/passport-fee")
        assert client.get(f"/faq/passport-fee?rated={key}").text == page.text

    @pytest.mark.parametrize("entry_id", ["no-such-entry", "waste-old"])
    def test_an_entry_that_is_not_shown_cannot_be_rated(self, client: TestClient, entry_id: str) -> None:
        assert client.post(f"/faq/{entry_id}/feedback", data={"helpful": "true"}).status_code == 404


class TestNoneOfThese:
    """A miss is kept with what was asked and what was offered, whatever way it is reported."""

    AMBIGUOUS = "여권"

    def test_the_interface_keeps_words_and_choices_of_the_turn_that_asked_back(
        self, client: TestClient, kept: Kept
    ) -> None:
        asked = ask(client, self.AMBIGUOUS)
        assert asked["status"] == "clarification"
        talk = asked["conversation_id"]
        reply = ask(client, "여기에 없어요", none=True, conversation_id=talk, turn_id=asked["turn_id"])
        assert reply["choices"] == []
        assert reply["message"] == "여기에 없어요"
        offered = [choice["entry_id"] for choice in asked["choices"]]
        assert kept.turns(talk)[-1] == ("fallback_none_of_these", self.AMBIGUOUS, offered)

    def test_the_plain_form_keeps_them_too(self, client: TestClient, kept: Kept) -> None:
        page = client.post("/chat", data={"message": self.AMBIGUOUS}).text
        form = page.split('<ul class="choices">')[0].rpartition("<form")[2]
        fields = dict(re.findall(r'name="(\w+)" value="(\w+)"', form))
        offered = re.findall(r'name="entry_id" value="([\w-]+)"', page)
        assert client.post("/chat", data={**fields, "none": "1"}).status_code == 200
        assert kept.turns(fields["conversation_id"])[-1] == (
            "fallback_none_of_these",
            self.AMBIGUOUS,
            offered,
        )

    def test_without_the_turn_the_newest_offer_of_the_talk_counts(
        self, client: TestClient, kept: Kept
    ) -> None:
        asked = ask(client, self.AMBIGUOUS)
        talk = asked["conversation_id"]
        ask(client, "안녕", conversation_id=talk)
        ask(client, "여기에 없어요", none=True, conversation_id=talk)
        assert kept.turns(talk)[-1][1] == self.AMBIGUOUS

    def test_a_turn_of_another_talk_tells_nothing(self, client: TestClient, kept: Kept) -> None:
        other = ask(client, self.AMBIGUOUS)
        talk = ask(client, "안녕")["conversation_id"]
        ask(client, "여기에 없어요", none=True, conversation_id=talk, turn_id=other["turn_id"])
        assert kept.turns(talk)[-1] == ("fallback_none_of_these", "여기에 없어요", [])
