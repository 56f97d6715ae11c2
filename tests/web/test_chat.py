"""The chat interface: what goes in, what comes back, and every way to fail."""

from typing import Any

import pytest
from fastapi.testclient import TestClient


def ask(client: TestClient, message: str, **more: Any) -> dict[str, Any]:
    response = client.post("/api/chat", json={"message": message, **more})
    assert response.status_code == 200, response.text
    reply: dict[str, Any] = response.json()
    return reply


def test_a_question_gets_the_approved_answer_with_fee_source_month_and_telephone(client: TestClient) -> None:
    reply = ask(client, "여권 수수료 얼마예요?")
    assert reply["status"] == "answered"
    assert reply["entry_id"] == "passport-fee"
    answer = reply["answer"]
    assert answer["fees"]
    assert answer["fees"][0]["amount_text"].endswith("원")
    assert answer["sources"]
    assert answer["as_of_text"].endswith("기준")
    assert answer["contact"]["phone"]
    assert answer["contact"]["open_now"]["text"] == "지금 상담 가능"


def test_the_text_is_the_entry_word_for_word(client: TestClient) -> None:
    reply = ask(client, "여권 수수료 얼마예요?")
    assert reply["text"] == "\n".join(reply["answer"]["lead"]).replace("**", "")


def test_the_fragment_shows_what_the_answer_says(client: TestClient) -> None:
    reply = ask(client, "여권 수수료 얼마예요?")
    for shown in (reply["answer"]["title"], reply["answer"]["as_of_text"], reply["answer"]["path"]):
        assert shown in reply["html"]


def test_a_talk_keeps_its_id(client: TestClient) -> None:
    first = ask(client, "여권 수수료 얼마예요?")
    second = ask(client, "대형폐기물은 어떻게 버려요?", conversation_id=first["conversation_id"])
    assert second["conversation_id"] == first["conversation_id"]


def test_an_unknown_talk_is_opened_anew_under_another_id(client: TestClient) -> None:
    invented = "0" * 32
    assert ask(client, "여권 수수료", conversation_id=invented)["conversation_id"] != invented


def test_a_chosen_entry_is_answered_without_a_search(client: TestClient) -> None:
    reply = ask(client, "", entry_id="waste-bulky")
    assert (reply["status"], reply["entry_id"]) == ("answered", "waste-bulky")


def test_none_of_these_gives_the_telephone(client: TestClient) -> None:
    reply = ask(client, "여기에 없어요", none=True)
    assert reply["status"] == "fallback_none_of_these"
    assert reply["contact"]["phone"] == "031-000-1000"


def test_an_expired_entry_is_never_shown(client: TestClient) -> None:
    reply = ask(client, "", entry_id="waste-old")
    assert reply["status"] == "fallback_expired"
    assert reply["answer"] is None


def test_a_question_from_another_world_is_not_answered(client: TestClient) -> None:
    reply = ask(client, "양자역학에서 슈뢰딩거 방정식이 뭐야")
    assert reply["status"] in ("fallback_low_score", "fallback_no_candidate")
    assert reply["answer"] is None
    assert reply["contact"]["phone"]


def test_a_personal_number_is_hidden_and_the_question_answered(client: TestClient) -> None:
    reply = ask(client, "900101-1234567 인데 여권 수수료 얼마예요?")
    assert reply["status"] == "answered"
    assert reply["notice"]
    assert "900101" not in str(reply)


def test_only_a_personal_number_is_refused_with_a_gentle_word(client: TestClient) -> None:
    reply = ask(client, "900101-1234567")
    assert reply["status"] == "refused_personal_data"
    assert "900101" not in str(reply)


@pytest.mark.parametrize(
    "message", ["", "   ", "😀😀", "ㅇㅇ", "!!!", "\u0000\u0007", "\u200b", "12", "\n\t"]
)
def test_a_message_without_words_gets_a_useful_reply(client: TestClient, message: str) -> None:
    assert ask(client, message)["status"] == "refused_empty"


def test_more_than_300_characters_are_refused_with_the_limit(client: TestClient) -> None:
    reply = ask(client, "여권 " * 200)
    assert reply["status"] == "refused_too_long"
    assert "300" in reply["text"]


@pytest.mark.parametrize(
    ("message", "status"),
    [
        ("안녕하세요", "small_talk_greeting"),
        ("감사합니다!", "small_talk_thanks"),
        ("상담원 연결", "handoff_requested"),
        ("옆집에 불이 났어요!", "handoff_urgent"),
    ],
)
def test_fixed_turns_end_before_search(client: TestClient, message: str, status: str) -> None:
    reply = ask(client, message)
    assert reply["status"] == status
    assert reply["score"] == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[]", 422),
        (b"{}", 422),
        (b'{"message": 1}', 422),
        (b'{"message": null}', 422),
        (b'{"message": "a", "unknown": 1}', 422),
        (b'{"message": "a", "conversation_id": "no such form"}', 422),
        (b'{"message": "' + b"a" * 5000 + b'"}', 422),
        (b'{"message": "' + b"a" * 1_000_000 + b'"}', 413),
        (b'{"message": "a", "entry_id": "no-such-entry"}', 404),
    ],
)
def test_a_bad_request_gets_a_clear_error(client: TestClient, body: bytes, status: int) -> None:
    response = client.post("/api/chat", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == status
    error = response.json()["error"]
    assert error["code"]
    assert error["message"].endswith(".")


def test_half_a_character_is_refused(client: TestClient) -> None:
    body = b'{"message": "\\ud800 \\uc5ec\\uad8c"}'
    response = client.post("/api/chat", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 422


def test_an_error_never_repeats_what_was_sent(client: TestClient) -> None:
    response = client.post("/api/chat", json={"message": "a", "entry_id": ["900101-1234567"]})
    assert response.status_code == 422
    assert "900101" not in response.text


def test_a_body_of_unknown_length_is_refused(client: TestClient) -> None:
    response = client.post("/api/chat", content=iter([b'{"message": "a"}']))
    assert response.status_code == 411


def test_the_form_answers_like_the_interface(client: TestClient) -> None:
    page = client.post("/chat", data={"message": "여권 수수료 얼마예요?"}).text
    reply = ask(client, "여권 수수료 얼마예요?")
    assert reply["answer"]["title"] in page
    assert reply["answer"]["as_of_text"] in page


def test_markup_in_a_message_is_shown_as_text(client: TestClient) -> None:
    reply = ask(client, "<script>alert(1)</script> 여권 수수료")
    assert "<script>alert" not in reply["html"]
