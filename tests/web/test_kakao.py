"""KakaoTalk's door: what it sends, what it gets back, and what is kept of it."""

import json
import logging
import shutil
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import select

from chatbot.dialogue.responder import Responder
from chatbot.settings import Settings
from chatbot.store.database import Database
from chatbot.store.tables import ConversationRow, TurnRow
from chatbot.text.morphemes import MorphemeTokenizer
from tests.web.conftest import KNOWLEDGE, OFFICE_HOURS
from web.app import create_app
from web.kakao_cards import KakaoCards
from web.kakao_schemas import SkillReply
from web.kakao_users import UserKeys
from web.services import Services

BODIES = Path(__file__).parent.parent / "fixtures" / "kakao"
USER = "138d8b2f8e6ffc8b9b2a1a5ae1bd05d5b9b8b0d2a54d0b0ab7b3e8c1d5f6a7b8c9"
SITE = "https://talk.hanbit.example"
SALT = "a secret for tests only"
TOKEN = "agreed-by-both"  # noqa: S105


SCENARIO = """\
id: passport-copies
topic: passport
title: 여권 수수료 계산
summary: 몇 권인지 적으면 모두 얼마인지 더해 드려요
phrases: [여권값 계산해 주세요]
entries: [passport-fee]
start: kind
steps:
  kind:
    question: 누구의 여권인가요?
    label: 누구
    options:
      - {id: adult, label: 어른, phrases: [성인], to: copies}
      - {id: child, label: 어린이, hint: 만 18세가 안 된 사람, to: child}
  copies:
    question: 몇 권 만드나요?
    label: 권수
    number: {least: 1, most: 10, unit: 권, to: fee}
ends:
  child:
    title: 어린이 여권
    shows: [{entry: passport-new}]
  fee:
    title: 10년 여권
    shows: [{entry: passport-fee, fields: [lead]}]
    total: [{entry: passport-fee, fee: "10년 여권, 58면", times: copies}]
"""


def make_app(
    tokenizer: MorphemeTokenizer, folder: Path, knowledge: Path = KNOWLEDGE, **settings: Any
) -> FastAPI:
    return create_app(
        Settings(
            knowledge=knowledge,
            database=f"sqlite:///{folder}/talks.sqlite3",
            reload_seconds=0,
            public_url=f"{SITE}/",
            kakao_user_secret=SALT,
            kakao_user_secret_file=folder / "secret",
            **settings,
        ),
        tokenizer,
        clock=lambda: OFFICE_HOURS,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kakao")


@pytest.fixture(scope="module")
def app(tokenizer: MorphemeTokenizer, folder: Path) -> FastAPI:
    return make_app(tokenizer, folder)


@pytest.fixture(scope="module")
def client(app: FastAPI) -> TestClient:
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def guarded(tokenizer: MorphemeTokenizer, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The application with an agreed token."""
    return TestClient(make_app(tokenizer, tmp_path_factory.mktemp("guarded"), kakao_skill_token=TOKEN))


@pytest.fixture(scope="module")
def guided(tokenizer: MorphemeTokenizer, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The application of a city that has a scenario."""
    folder = tmp_path_factory.mktemp("guided")
    shutil.copytree(KNOWLEDGE, folder / "knowledge")
    (folder / "knowledge" / "scenarios").mkdir(exist_ok=True)
    scenario = folder / "knowledge" / "scenarios" / "passport-copies.yaml"
    scenario.write_text(SCENARIO, encoding="utf-8")
    return TestClient(make_app(tokenizer, folder, folder / "knowledge"))


@pytest.fixture
def database(app: FastAPI) -> Database:
    """The database of the application, without any talk."""
    services: Services = app.state.services
    with services.database.transaction() as session:
        for row in (*session.scalars(select(TurnRow)), *session.scalars(select(ConversationRow))):
            session.delete(row)
            session.flush()
    return services.database


def document(name: str) -> dict[str, Any]:
    body: dict[str, Any] = json.loads((BODIES / f"{name}.json").read_text(encoding="utf-8"))
    return body


def send(client: TestClient, body: Any) -> dict[str, Any]:
    """Send a body, and return the cards that came, held against the limits."""
    response = client.post("/kakao/skill", json=body)
    assert response.status_code == 200, response.text
    reply: dict[str, Any] = response.json()
    SkillReply.model_validate(reply)
    return reply


def ask(client: TestClient, utterance: str, user: str = USER, **extra: Any) -> dict[str, Any]:
    body = document("typed")
    body["userRequest"]["utterance"] = utterance
    body["userRequest"]["user"]["id"] = user
    body["action"]["clientExtra"] = extra
    return send(client, body)


def first_text(reply: dict[str, Any]) -> str:
    output = reply["template"]["outputs"][0]
    return str(output.get("textCard", {}).get("description") or output.get("simpleText", {}).get("text"))


def turns(database: Database) -> list[TurnRow]:
    with database.transaction() as session:
        rows = list(session.scalars(select(TurnRow).order_by(TurnRow.id)))
        session.expunge_all()
        return rows


def talks(database: Database) -> list[ConversationRow]:
    with database.transaction() as session:
        rows = list(session.scalars(select(ConversationRow).order_by(ConversationRow.started_at)))
        session.expunge_all()
        return rows


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


class TestTalks:
    def test_a_follow_up_is_understood_from_the_talk(self, client: TestClient, database: Database) -> None:
        ask(client, "종량제 봉투는 어디서 사나요?")
        reply = ask(client, "얼마예요?")
        assert "질문으로 알아들었어요" in first_text(reply)
        assert len({turn.conversation_id for turn in turns(database)}) == 1

    def test_another_user_has_another_talk(self, client: TestClient, database: Database) -> None:
        ask(client, "종량제 봉투는 어디서 사나요?")
        reply = ask(client, "얼마예요?", user="somebody-else")
        assert "알아들었어요" not in first_text(reply)
        assert len(talks(database)) == 2

    def test_home_begins_anew(self, client: TestClient, database: Database) -> None:
        ask(client, "종량제 봉투는 어디서 사나요?")
        assert "무엇이든 물어보세요." in first_text(ask(client, "처음으로", home=True))
        assert "알아들었어요" not in first_text(ask(client, "얼마예요?"))
        assert len(talks(database)) == 2

    def test_a_talk_ends_after_the_hours_of_the_settings_and_forgets_whose_it_was(
        self, tokenizer: MorphemeTokenizer, tmp_path: Path
    ) -> None:
        app = make_app(tokenizer, tmp_path, kakao_talk_hours=1e-9)
        client = TestClient(app)
        ask(client, "종량제 봉투는 어디서 사나요?")
        assert "알아들었어요" not in first_text(ask(client, "얼마예요?"))
        services: Services = app.state.services
        first, second = talks(services.database)
        assert first.user_key is None
        assert second.user_key is not None

    def test_a_user_without_an_id_is_answered(self, client: TestClient, database: Database) -> None:
        ask(client, "여권 수수료는 얼마인가요?", user="")
        assert [talk.user_key for talk in talks(database)] == [None]

    def test_refusing_the_choices_is_kept_with_what_was_offered(
        self, client: TestClient, database: Database
    ) -> None:
        reply = ask(client, "여권")
        none = next(
            button for button in reply["template"]["quickReplies"] if button["label"] == "여기에 없어요"
        )
        refused = ask(client, none["messageText"], **none["extra"])
        assert "031-000-1000" in first_text(refused)
        missed = turns(database)[-1]
        assert (missed.status, missed.utterance) == ("fallback_none_of_these", "여권")
        assert missed.choices

    def test_the_words_of_a_button_count_without_what_it_sends(
        self, client: TestClient, database: Database
    ) -> None:
        ask(client, "여권")
        ask(client, "여기에 없어요")
        assert turns(database)[-1].status == "fallback_none_of_these"
        assert "무엇이든 물어보세요." in first_text(ask(client, " 처음으로 "))

    def test_turns_are_kept_with_their_channel(self, client: TestClient, database: Database) -> None:
        ask(client, "여권 수수료는 얼마인가요?")
        client.post("/api/chat", json={"message": "여권 수수료는 얼마인가요?"})
        assert sorted(talk.channel for talk in talks(database)) == ["kakao", "web"]


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


def press(client: TestClient, reply: dict[str, Any], label: str, user: str) -> dict[str, Any]:
    """Press the quick reply of that name."""
    button = next(button for button in reply["template"]["quickReplies"] if button["label"] == label)
    return ask(client, button["messageText"], user, **button["extra"])


class TestScenario:
    def test_it_starts_from_an_answer_and_is_walked_by_buttons_and_by_typing(
        self, guided: TestClient
    ) -> None:
        answer = ask(guided, "여권 수수료는 얼마인가요?", "walker")
        asked = press(guided, answer, "여권 수수료 계산", "walker")
        assert "2단계 중 1단계" in first_text(asked)
        assert "- 어린이 (만 18세가 안 된 사람)" in first_text(asked)
        labels = [button["label"] for button in asked["template"]["quickReplies"]]
        assert labels == ["어른", "어린이", "그만하기", "여기에 없어요"]
        asked = press(guided, asked, "어른", "walker")
        assert "몇 권 만드나요?" in first_text(asked)
        assert "수를 적어 주세요." in first_text(asked)
        end = ask(guided, "세 권이요", "walker")
        assert "합계 156,000원" in first_text(end)
        url = end["template"]["outputs"][0]["textCard"]["buttons"][1]["webLinkUrl"]
        assert url == f"{SITE}/guide/passport-copies?a=adult&a=3"

    def test_at_the_end_what_is_typed_is_a_question_again(self, guided: TestClient) -> None:
        ask(guided, "여권값 계산해 주세요", "finisher")
        assert "어린이 여권" in json.dumps(ask(guided, "어린이", "finisher"), ensure_ascii=False)
        assert "출처" in first_text(ask(guided, "여권 수수료는 얼마인가요?", "finisher"))

    def test_its_words_do_what_its_buttons_do(self, guided: TestClient) -> None:
        ask(guided, "여권값 계산해 주세요", "typist")
        assert "몇 권 만드나요?" in first_text(ask(guided, "성인", "typist"))
        assert "누구의 여권인가요?" in first_text(ask(guided, "이전", "typist"))
        assert "안내를 그만했어요." in first_text(ask(guided, "그만하기", "typist"))
        assert "누구의 여권인가요?" not in first_text(ask(guided, "이전", "typist"))

    def test_another_question_is_answered_while_it_waits(self, guided: TestClient) -> None:
        ask(guided, "여권값 계산해 주세요", "asker")
        answer = ask(guided, "대형폐기물은 어떻게 버리나요?", "asker")
        assert answer["template"]["outputs"][0]["textCard"]["title"] == "대형폐기물 버리기"
        assert "누구의 여권인가요?" in first_text(press(guided, answer, "안내 계속하기", "asker"))

    def test_a_number_that_cannot_be_taken_is_asked_again(self, guided: TestClient) -> None:
        ask(guided, "여권값 계산해 주세요", "counter")
        ask(guided, "어른", "counter")
        again = first_text(ask(guided, "100", "counter"))
        assert "1부터 10까지의 수로 적어 주세요." in again
        assert "카카오톡 대화방" not in again

    def test_finding_no_option_right_gives_the_number(self, guided: TestClient) -> None:
        asked = ask(guided, "여권값 계산해 주세요", "misser")
        missed = press(guided, asked, "여기에 없어요", "misser")
        assert "031-000-1000" in first_text(missed)
        assert "안내 계속하기" in [button["label"] for button in missed["template"]["quickReplies"]]

    def test_another_user_is_in_no_scenario(self, guided: TestClient) -> None:
        ask(guided, "여권값 계산해 주세요", "one")
        assert "몇 권 만드나요?" not in first_text(ask(guided, "어른", "two"))

    def test_a_button_of_a_scenario_that_is_gone_is_taken_by_its_words(self, client: TestClient) -> None:
        reply = ask(client, "여권 수수료는 얼마인가요?", scenario="gone", answers=["a"])
        assert reply["template"]["outputs"][0]["textCard"]["title"] == "여권 수수료"


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
