"""KakaoTalk's door: what it sends, what it gets back, and what is kept of it."""

import json
import logging
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from chatbot.dialogue.responder import Responder
from chatbot.store.database import Database
from tests.web.kakao.client import SALT, SITE, USER, ask, document, first_text, send, talks, turns
from web.kakao_cards import KakaoCards
from web.kakao_schemas import SkillReply
from web.kakao_users import UserKeys


class TestDocumentedRequests:
    @pytest.mark.parametrize("name", ["typed", "first_version"])
    def test_a_typed_question_gets_the_approved_answer(self, client: TestClient, name: str) -> None:
        reply = send(client, document(name))
        card = reply["template"]["outputs"][0]["textCard"]
        assert card["title"] == "여권 수수료"
        assert "10년 여권은 58면 52,000원, 26면 49,000원이에요." in card["description"]
        assert card["buttons"][1]["webLinkUrl"] == f"{SITE}/faq/passport-fee"

    def test_a_pressed_button_is_answered_with_its_entry(self, client: TestClient) -> None:
        reply = send(client, document("button"))
        assert reply["template"]["outputs"][0]["textCard"]["title"] == "대형폐기물 버리기"

    def test_the_answer_is_that_of_the_web(self, client: TestClient) -> None:
        web = client.post("/api/chat", json={"message": "여권 수수료는 얼마인가요?"}).json()
        assert web["text"] in first_text(send(client, document("typed")))

    def test_what_is_empty_is_left_out(self, client: TestClient) -> None:
        assert "null" not in json.dumps(ask(client, "안녕하세요"))


class TestPrivacy:
    def test_the_id_of_a_user_stands_nowhere_in_clear(
        self, client: TestClient, database: Database, folder: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        with caplog.at_level(logging.DEBUG):
            ask(client, "여권 수수료는 얼마인가요?")
            ask(client, "처음으로")
            send(client, {"userRequest": {"user": {"id": USER}, "utterance": ["900101-1234567"]}})
            client.post("/kakao/skill", json={"userRequest": USER})
        written = b"".join(path.read_bytes() for path in folder.iterdir())
        assert "여권 수수료".encode() in written
        assert USER.encode() not in written
        assert USER not in caplog.text
        assert {talk.user_key for talk in talks(database)} == {UserKeys(SALT, folder / "none").key(USER)}

    def test_nor_when_answering_fails(
        self, client: TestClient, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise RuntimeError("broken")

        monkeypatch.setattr(KakaoCards, "reply", fail)
        with caplog.at_level(logging.DEBUG):
            ask(client, "900101-1234567 여권 수수료")
        assert "answering KakaoTalk failed" in caplog.text
        assert USER not in caplog.text
        assert "900101" not in caplog.text

    def test_a_personal_number_is_hidden_and_said_to_remain_in_kakaotalk(
        self, client: TestClient, database: Database
    ) -> None:
        reply = ask(client, "900101-1234567 여권 수수료는 얼마인가요?")
        assert "카카오톡 대화방에는 남아 있으니" in first_text(reply)
        assert "900101" not in json.dumps(reply)
        assert "900101" not in turns(database)[-1].utterance


class TestFailures:
    @pytest.mark.parametrize(
        "body",
        [
            {"userRequest": {}},
            {"userRequest": {"utterance": None, "user": None}, "action": None},
            {"userRequest": {"utterance": 5, "user": []}, "action": "x"},
            {"userRequest": {"utterance": "여권"}, "action": {"clientExtra": {"entry_id": ["x"]}}},
            {"userRequest": {"utterance": "여권"}, "action": {"clientExtra": {"none": "perhaps"}}},
            {"userRequest": {"utterance": "여" * 20_000}},
        ],
        ids=["empty", "nulls", "kinds", "entry", "none", "long"],
    )
    def test_a_skill_request_with_anything_in_it_is_answered(
        self, client: TestClient, body: dict[str, Any]
    ) -> None:
        assert first_text(send(client, body))

    def test_half_a_character_is_answered(self, client: TestClient) -> None:
        body = b'{"userRequest": {"utterance": "\\ud800 \\uc5ec\\uad8c", "user": {"id": "\\ud800"}}}'
        response = client.post("/kakao/skill", content=body, headers={"Content-Type": "application/json"})
        assert response.status_code == 200
        SkillReply.model_validate(response.json())

    def test_a_button_of_an_entry_that_is_gone_is_taken_by_its_words(self, client: TestClient) -> None:
        reply = ask(client, "여권 수수료는 얼마인가요?", entry_id="taken-out-long-ago")
        assert reply["template"]["outputs"][0]["textCard"]["title"] == "여권 수수료"

    @pytest.mark.parametrize(
        ("content", "status"),
        [
            (b"{", 400),
            (b"[]", 422),
            (b"{}", 422),
            (b'{"userRequest": "a"}', 422),
            (b'{"message": "a"}', 422),
            (b'{"userRequest": {"utterance": "' + b"a" * 70_000 + b'"}}', 413),
        ],
    )
    def test_what_is_no_skill_request_is_refused_in_the_one_shape_of_errors(
        self, client: TestClient, content: bytes, status: int
    ) -> None:
        headers = {"Content-Type": "application/json", "Accept": "text/html"}
        response = client.post("/kakao/skill", content=content, headers=headers)
        assert response.status_code == status
        assert response.json()["error"]["code"]

    def test_a_fault_of_the_engine_ends_at_the_telephone(
        self, client: TestClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise RuntimeError("broken")

        monkeypatch.setattr(Responder, "respond", fail)
        assert "031-000-1000" in first_text(ask(client, "여권 수수료"))

    def test_cards_that_cannot_be_made_end_at_the_telephone(
        self, client: TestClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def too_long(*_: object) -> SkillReply:
            return SkillReply.model_validate(
                {"template": {"outputs": [{"simple_text": {"text": "가" * 1001}}]}}
            )

        monkeypatch.setattr(KakaoCards, "reply", too_long)
        reply = ask(client, "여권 수수료")
        assert "031-000-1000" in first_text(reply)
        assert reply["template"]["outputs"][0]["textCard"]["buttons"][0]["phoneNumber"] == "031-000-1000"

    def test_a_database_that_fails_does_not_keep_a_citizen_from_the_answer(
        self, client: TestClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(_: Database) -> None:
            raise OSError("disk full")

        monkeypatch.setattr(Database, "transaction", fail)
        reply = send(client, document("typed"))
        assert reply["template"]["outputs"][0]["textCard"]["title"] == "여권 수수료"
