"""What a citizen asked the bot before, by the code of the talk."""

import re

from fastapi.testclient import TestClient

from chatbot.store.talk_code import talk_code
from tests.web.staff_client import StaffClient


def ask(client: TestClient, message: str, conversation_id: str | None = None) -> dict[str, str]:
    reply: dict[str, str] = client.post(
        "/api/chat", json={"message": message, "conversation_id": conversation_id}
    ).json()
    return reply


def code_in(html: str) -> str:
    found = re.search(r'talk-code">[^<]*<strong>([A-Z ]+)</strong>', html)
    assert found
    return found[1]


def test_the_citizen_sees_the_code_under_every_turn_and_on_the_plain_page(client: TestClient) -> None:
    reply = ask(client, "여권 수수료는 얼마인가요?")
    assert code_in(reply["html"]) == talk_code(reply["conversation_id"])
    assert code_in(client.post("/chat", data={"message": "여권 수수료"}).text)


def test_the_counsellor_sees_the_turns_with_what_was_answered(client: TestClient, staff: StaffClient) -> None:
    reply = ask(client, "여권 수수료는 얼마인가요?")
    ask(client, "900101-1234567 오늘 날씨 어때", reply["conversation_id"])
    code = talk_code(reply["conversation_id"])
    # The fixed clock of the application lies before the talk, which is kept with the real one.
    told = staff.http.get(f"/api/staff/conversations/{code}").json()
    assert told["turns"][0]["utterance"] == "여권 수수료는 얼마인가요?"
    assert told["turns"][0]["entry"]["entry_id"] == "passport-fee"
    assert "1234567" not in str(told)
    page = staff.http.get("/staff", params={"code": code.lower().replace(" ", "")}).text
    assert "여권 수수료는 얼마인가요?" in page


def test_an_unknown_code_is_no_error(staff: StaffClient) -> None:
    told = staff.http.get("/api/staff/conversations/AAAAAA").json()
    assert told["turns"] == []
    assert "그런 대화가 없어요" in told["html"]
