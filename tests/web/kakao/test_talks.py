"""A talk in KakaoTalk goes on from turn to turn, in a scenario too."""

import json
from pathlib import Path

from fastapi.testclient import TestClient

from chatbot.store.database import Database
from chatbot.text.morphemes import MorphemeTokenizer
from tests.web.kakao.client import SITE, ask, first_text, make_app, press, talks, turns
from web.services import Services


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
