"""Guided scenarios over HTTP: as JSON, as plain forms, and as pages of their own."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import text

from web.services import Services

STEP = {"scenario": "passport-steps"}


def ask(client: TestClient, message: str = "", **more: Any) -> dict[str, Any]:
    response = client.post("/api/chat", json={"message": message, **more})
    assert response.status_code == 200, response.text
    reply: dict[str, Any] = response.json()
    return reply


def rows(application: FastAPI, conversation_id: str) -> list[tuple[str, str]]:
    """Return status and utterance of each turn that was kept of a talk."""
    services: Services = application.state.services
    with services.database.transaction() as session:
        found = session.execute(
            text("SELECT status, utterance FROM turns WHERE conversation_id = :id ORDER BY id"),
            {"id": conversation_id},
        )
        return [(row.status, row.utterance) for row in found]


def test_a_scenario_is_walked_by_presses_and_by_typing_and_kept_like_any_talk(
    client: TestClient, application: FastAPI
) -> None:
    first = ask(client, "여권 하나씩 알려 주세요")
    talk = first["conversation_id"]
    assert first["status"] == "scenario_step"
    assert [option["id"] for option in first["scenario"]["question"]["options"]] == ["first", "lost", "other"]
    second = ask(client, "처음이에요", answers=["first"], pressed=True, conversation_id=talk, **STEP)
    assert second["scenario"]["question"]["number"] == {"least": 1, "most": 10, "unit": "권"}
    third = ask(client, "세 권", answers=["first"], conversation_id=talk, **STEP)
    assert (third["scenario"]["done"], third["scenario"]["total"]) == (3, 3)
    assert [given["text"] for given in third["scenario"]["given"]] == ["처음이에요", "3권"]
    last = ask(client, "58면", answers=third["scenario"]["answers"], conversation_id=talk, **STEP)
    assert last["status"] == "scenario_end"
    outcome = last["scenario"]["outcome"]
    assert outcome["total"]["total_text"] == "156,000원"
    assert [fee["sum_text"] for fee in outcome["total"]["fees"]] == ["156,000원", "무료"]
    assert [(part["entry_id"], bool(part["lead"]), bool(part["fees"])) for part in outcome["parts"]] == [
        ("passport-fee", True, False),
        ("passport-new", True, True),
    ]
    assert rows(application, talk) == [
        ("scenario_step", "여권 하나씩 알려 주세요"),
        ("scenario_step", "처음이에요"),
        ("scenario_step", "세 권"),
        ("scenario_end", "58면"),
    ]


def test_a_counted_day_shows_the_rule_its_entry_and_its_month(client: TestClient) -> None:
    reply = ask(client, "2026-02-21", answers=["lost"], **STEP)
    deadline, late = reply["scenario"]["outcome"]["deadline"], reply["scenario"]["outcome"]["late"]
    assert deadline["last_day_text"] == "2026년 3월 3일 화요일"
    assert deadline["days_left_text"] == "7일 지났어요"
    assert (late["amount_text"], late["basis"]["says"]) == ("52,000원", "58면 52,000원")
    for shown in (
        "2026년 3월 3일 화요일",
        "알게 된 때 바로 신고하세요.",
        "/faq/passport-lost",
        "여권법 제12조",
        "2026년 1월 기준",
    ):
        assert shown in reply["html"]


def test_a_message_that_is_no_answer_is_answered_with_the_way_back(client: TestClient) -> None:
    reply = ask(client, "대형폐기물은 어떻게 버려요?", answers=["first"], **STEP)
    assert reply["entry_id"] == "waste-bulky"
    assert reply["scenario"]["waits"] is True
    assert reply["scenario"]["question"] is None
    assert "안내 계속하기" in reply["html"]


def test_none_of_the_options_is_kept_with_the_question_that_lacked_one(
    client: TestClient, application: FastAPI
) -> None:
    reply = ask(client, "여기에 없어요", none=True, **STEP)
    assert reply["status"] == "fallback_none_of_these"
    assert rows(application, reply["conversation_id"]) == [
        ("fallback_none_of_these", "여권 한 단계씩: 왜 만드나요?")
    ]


def test_leaving_says_so(client: TestClient) -> None:
    assert ask(client, "그만하기", stop=True, pressed=True, **STEP)["status"] == "scenario_stopped"


def test_an_answer_offers_its_scenario(client: TestClient) -> None:
    reply = ask(client, entry_id="passport-fee")
    assert [link["path"] for link in reply["scenarios"]] == ["/guide/passport-steps"]
    assert 'name="scenario" value="passport-steps"' in reply["html"]


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"message": "네", "scenario": "gone"}, 404),
        ({"message": "네", "scenario": "gone", "pressed": True}, 404),
        ({"message": "네", "scenario": "passport-steps", "answers": ["a"] * 21}, 422),
        ({"message": "네", "scenario": "passport-steps", "answers": ["a" * 61]}, 422),
    ],
)
def test_what_cannot_be_is_refused(client: TestClient, request_: dict[str, Any], status: int) -> None:
    assert client.post("/api/chat", json=request_).status_code == status


def test_a_day_from_the_composer_of_the_chat_page_is_read_in_the_scenario(client: TestClient) -> None:
    asked = client.post("/chat", data={**STEP, "answers": ["lost"], "pressed": "1"}).text
    composer = asked.split('class="composer"')[1]
    assert 'name="scenario" value="passport-steps"' in composer
    assert 'name="answers" value="lost"' in composer
    ended = client.post("/chat", data={**STEP, "answers": ["lost"], "message": "어제"}).text
    assert "2026년 3월 16일 월요일" in ended


class TestPages:
    def test_all_scenarios_are_listed_by_topic(self, client: TestClient) -> None:
        page = client.get("/guide").text
        assert 'href="/guide/passport-steps"' in page
        assert "여권 한 단계씩 안내" in page

    def test_each_answer_is_a_link_to_the_next_question(self, client: TestClient) -> None:
        assert 'href="/guide/passport-steps?a=first"' in client.get("/guide/passport-steps").text
        third = client.get("/guide/passport-steps?a=first&a=2").text
        assert 'href="/guide/passport-steps?a=first&amp;a=2&amp;a=thick"' in third
        # To change an answer is to go to the address before it.
        assert 'href="/guide/passport-steps?a=first"' in third

    def test_the_end_has_an_address_of_its_own(self, client: TestClient) -> None:
        page = client.get("/guide/passport-steps?a=first&a=2&a=thick")
        assert "104,000원" in page.text
        assert page.headers["Cache-Control"] == "no-store"

    @pytest.mark.parametrize(("typed", "answer"), [("3월 2일", "2026-03-02"), ("어제", "2026-03-09")])
    def test_a_day_as_people_write_it_moves_to_the_plain_address(
        self, client: TestClient, typed: str, answer: str
    ) -> None:
        response = client.get("/guide/passport-steps", params={"a": ["lost", typed]}, follow_redirects=False)
        assert response.status_code == 303
        assert parse_qs(urlsplit(response.headers["Location"]).query) == {"a": ["lost", answer]}

    def test_a_day_that_cannot_be_is_asked_again_with_the_bounds(self, client: TestClient) -> None:
        page = client.get("/guide/passport-steps", params={"a": ["lost", "1999-01-01"]}).text
        assert "2023년 3월 10일부터 2026년 3월 10일까지의 날짜를 적어 주세요." in page
        assert 'type="date"' in page

    def test_answers_beyond_an_end_are_left_out_with_a_word(self, client: TestClient) -> None:
        page = client.get("/guide/passport-steps?a=other&a=first").text
        assert "그 밖의 여권" in page
        assert "안내가 바뀌어서" in page

    def test_what_is_typed_into_an_address_is_shown_as_text_alone(self, client: TestClient) -> None:
        page = client.get("/guide/passport-steps", params={"a": ["<script>alert(1)</script>"]}).text
        assert "<script>alert" not in page
        assert "아래에서 하나를 골라 주세요." in page

    def test_a_scenario_that_does_not_exist_is_not_found(self, client: TestClient) -> None:
        for path in ("/guide/gone", "/guide/gone/picture"):
            assert client.get(path).status_code == 404

    def test_too_many_answers_are_refused(self, client: TestClient) -> None:
        assert client.get("/guide/passport-steps", params={"a": ["x"] * 21}).status_code == 422

    def test_the_picture_names_every_step_and_end_twice_once_drawn_and_once_listed(
        self, client: TestClient
    ) -> None:
        page = client.get("/guide/passport-steps/picture").text
        drawn, listed = page.split("목록으로 보기")
        for words in ("왜 만드나요?", "58면 여권", "그 밖의 여권", "잃어버린 여권"):
            assert words in drawn
            assert words in listed
