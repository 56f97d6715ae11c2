"""Who may call the skill, and the page that tells how to set it up."""

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from chatbot.settings import Settings
from chatbot.text.morphemes import MorphemeTokenizer
from tests.web.conftest import KNOWLEDGE
from tests.web.kakao.client import SITE, TOKEN, document, first_text, send
from web.app import create_app
from web.services import Services


class TestToken:
    @pytest.mark.parametrize(
        "how",
        [
            {"headers": {"X-Skill-Token": TOKEN}},
            {"params": {"token": TOKEN}},
        ],
        ids=["header", "address"],
    )
    def test_the_agreed_token_lets_a_request_in(self, guarded: TestClient, how: dict[str, Any]) -> None:
        assert guarded.post("/kakao/skill", json=document("typed"), **how).status_code == 200

    @pytest.mark.parametrize(
        "how",
        [{}, {"headers": {"X-Skill-Token": "추측한 값".encode()}}, {"params": {"token": ""}}],
        ids=["none", "wrong", "empty"],
    )
    def test_any_other_is_refused_without_a_word_about_the_right_one(
        self, guarded: TestClient, how: dict[str, Any], caplog: pytest.LogCaptureFixture
    ) -> None:
        response = guarded.post("/kakao/skill", json=document("typed"), **how)
        assert response.status_code == 403
        assert response.json()["error"]["code"] == "forbidden"
        assert TOKEN not in caplog.text + response.text

    def test_the_page_says_where_to_enter_it_and_not_what_it_is(self, guarded: TestClient) -> None:
        page = guarded.get("/kakao/setup").text
        assert "X-Skill-Token" in page
        assert TOKEN not in page


class TestSetupPage:
    def test_it_gives_the_address_of_the_skill(self, client: TestClient) -> None:
        page = client.get("/kakao/setup").text
        assert f"<code>{SITE}/kakao/skill</code>" in page
        for words in ("폴백 블록", "보안레벨", "스킬 테스트", "X-Skill-Token"):
            assert words in page

    def test_its_tests_are_answered(self, client: TestClient, app: FastAPI) -> None:
        services: Services = app.state.services
        pages = client.get("/kakao/setup").text
        start = services.presenter().start()
        assert start.popular[0].question in pages
        bodies = pages.split('<pre class="code"><code>')[1:]
        assert len(bodies) == 3
        for body in bodies:
            text = body.split("</code>")[0].replace("&#34;", '"')
            assert first_text(send(client, json.loads(text)))

    def test_without_a_public_address_it_says_what_is_missing(
        self, tokenizer: MorphemeTokenizer, tmp_path: Path
    ) -> None:
        settings = Settings(knowledge=KNOWLEDGE, database="sqlite://", reload_seconds=0)
        page = TestClient(create_app(settings, tokenizer)).get("/kakao/setup").text
        assert "http://testserver/kakao/skill" in page
        assert "MINWONTALK_PUBLIC_URL" in page
