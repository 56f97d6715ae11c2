"""The talk over HTTP: follow-ups, the way back, and what is kept between two requests."""

from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from chatbot.dialogue.context import Context
from web.services import Services

FIRST = "종량제 봉투는 어디서 사나요?"
NEXT = "얼마예요?"
UNDERSTOOD = "종량제 봉투 · 얼마예요?"


def ask(client: TestClient, message: str, **more: Any) -> dict[str, Any]:
    response = client.post("/api/chat", json={"message": message, **more})
    assert response.status_code == 200, response.text
    reply: dict[str, Any] = response.json()
    return reply


def opened(client: TestClient) -> str:
    conversation_id: str = ask(client, FIRST)["conversation_id"]
    return conversation_id


def test_a_follow_up_is_understood_from_the_talk_and_says_so(client: TestClient) -> None:
    reply = ask(client, NEXT, conversation_id=opened(client))
    assert (reply["status"], reply["entry_id"]) == ("answered", "waste-bag")
    assert (reply["message"], reply["understood"]) == (NEXT, UNDERSTOOD)
    assert reply["understood_text"] == f"“{UNDERSTOOD}” 질문으로 알아들었어요."
    assert reply["understood_text"] in reply["html"]
    assert 'name="fresh"' in reply["html"]


def test_a_fresh_question_is_taken_by_itself_and_begins_the_talk_anew(client: TestClient) -> None:
    conversation_id = opened(client)
    fresh = ask(client, NEXT, conversation_id=conversation_id, fresh=True)
    assert (fresh["understood"], fresh["understood_text"]) == (None, None)
    assert 'name="fresh"' not in fresh["html"]
    assert fresh["conversation_id"] == conversation_id


@pytest.mark.parametrize("conversation_id", [None, "0" * 32])
def test_no_talk_and_an_unknown_one_give_nothing_to_understand_from(
    client: TestClient, conversation_id: str | None
) -> None:
    opened(client)
    assert ask(client, NEXT, conversation_id=conversation_id)["understood"] is None


def test_a_chosen_entry_goes_on_as_the_talk(client: TestClient) -> None:
    chosen = ask(client, "", entry_id="waste-bulky")
    reply = ask(client, NEXT, conversation_id=chosen["conversation_id"])
    assert (reply["entry_id"], reply["understood"]) == ("waste-bulky", "대형폐기물 · 얼마예요?")


def test_another_process_goes_on_with_the_talk(client: TestClient, application: FastAPI) -> None:
    """Nothing is kept in memory: what the next turn needs stands in the database."""
    services: Services = application.state.services
    conversation_id = opened(client)
    assert services.conversations.context(conversation_id) == Context(("waste-bag",), FIRST)
    ask(client, NEXT, conversation_id=conversation_id)
    assert services.conversations.context(conversation_id) == Context(("waste-bag",), NEXT, "종량제 봉투")


def test_a_talk_that_cannot_be_read_keeps_nobody_from_an_answer(
    client: TestClient, application: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(conversation_id: str | None) -> Context | None:
        raise OSError("disk full")

    conversation_id = opened(client)
    monkeypatch.setattr(application.state.services.conversations, "context", fail)
    reply = ask(client, FIRST, conversation_id=conversation_id)
    assert (reply["status"], reply["understood"]) == ("answered", None)


def test_what_else_was_asked_is_offered_beside_the_answer(client: TestClient) -> None:
    reply = ask(client, "여권 수수료랑 종량제 봉투 파는 곳")
    assert reply["status"] == "answered"
    assert len(reply["choices"]) == 1
    assert {reply["entry_id"], reply["choices"][0]["entry_id"]} == {"passport-fee", "waste-bag"}
    assert "이것도 물으셨나요?" in reply["html"]
    assert reply["choices"][0]["question"] in reply["html"]


class TestPlainForms:
    """The same without JavaScript."""

    def test_the_form_carries_the_talk_on(self, client: TestClient) -> None:
        page = client.post("/chat", data={"message": NEXT, "conversation_id": opened(client)}).text
        assert UNDERSTOOD in page

    def test_the_way_back_is_a_button(self, client: TestClient) -> None:
        form = {"message": NEXT, "conversation_id": opened(client), "fresh": "1"}
        response = client.post("/chat", data=form)
        assert response.status_code == 200
        assert NEXT in response.text
        assert UNDERSTOOD not in response.text
