import pytest
from fastapi.testclient import TestClient

from chatbot.text.keyboard import to_latin
from web.other_language import is_foreign

pytest_plugins = ["tests.web.speaking"]


@pytest.mark.parametrize(
    "message", ["How do I throw away a sofa?", "passport fee", "GIMPO bus", "김포 where can I buy trash bags"]
)
def test_a_message_mostly_in_other_letters_is_foreign(message: str) -> None:
    assert is_foreign(message)


@pytest.mark.parametrize(
    "message", ["", "031-980-2114", "ok", "여권 수수료", "RFID 카드 어디서 사요", "ㅇㄱ ㅅㅅㄹ", "K패스 신청"]
)
def test_korean_numbers_and_crumbs_are_not_foreign(message: str) -> None:
    assert not is_foreign(message)


@pytest.mark.parametrize("message", ["여권 수수료 얼마예요", "대형폐기물 버리는 방법"])
def test_korean_typed_in_english_mode_is_not_foreign(message: str) -> None:
    assert not is_foreign(to_latin(message))


def test_a_message_that_the_language_answers_gets_a_link_to_its_answer(spoken: TestClient) -> None:
    reply = spoken.post("/api/chat", json={"message": "how do I dispose of a sofa"}).json()
    assert reply["other_language"] == {
        "lang": "en",
        "label": "See the answer in English",
        "path": "/en/chat?message=how+do+I+dispose+of+a+sofa",
    }
    assert 'hreflang="en" href="/en/chat?message=how+do+I+dispose+of+a+sofa"' in reply["html"]
    assert 'data-status="answered"' in spoken.get(reply["other_language"]["path"]).text


def test_the_link_tells_where_the_answer_is_in_korean_only(spoken: TestClient) -> None:
    offered = spoken.post("/api/chat", json={"message": "report a stolen passport"}).json()["other_language"]
    assert offered["label"] == "Find the answer, which is in Korean only"


@pytest.mark.parametrize("message", ["소파 버리기", "please extend my visa", "hello"])
def test_a_message_that_is_korean_or_has_no_answer_in_the_language_gets_none(
    spoken: TestClient, message: str
) -> None:
    assert spoken.post("/api/chat", json={"message": message}).json()["other_language"] is None
