"""Writing by voice, in Chromium with an ear that the test controls."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from chatbot.text.personal_data import MASK
from tests.web.widget_page import WidgetPage

if TYPE_CHECKING:
    from tests.web.browser import NewPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

_SPEECH = Path(__file__).with_name("speech.js")
_NO_EAR = "delete window.SpeechRecognition; delete window.webkitSpeechRecognition;"


@pytest.fixture
def listening(new_page: "NewPage", server_url: str) -> WidgetPage:
    """The widget, listening."""
    page = new_page()
    page.add_init_script(path=_SPEECH)
    widget = WidgetPage(page, server_url).visit().open().reply_with("greeting")
    widget.button("말로 쓰기").click()
    expect(widget.button("말로 쓰기")).to_have_attribute("aria-pressed", "true")
    return widget


def note(widget: WidgetPage) -> str:
    text: str = widget.host.locator(".voice-note").inner_text()
    return text


def test_it_listens_to_korean_and_says_where_the_sound_goes(listening: WidgetPage) -> None:
    assert listening.page.evaluate("[recognition.state, recognition.lang]") == ["listening", "ko-KR"]
    assert "브라우저 회사를 거쳐" in note(listening)
    expect(listening.host.locator(".voice-note")).to_have_attribute("aria-live", "polite")


def test_what_is_heard_so_far_stands_in_the_field_and_nothing_is_sent(listening: WidgetPage) -> None:
    listening.page.evaluate("recognition.hear('여권')")
    expect(listening.field).to_have_value("여권")
    listening.page.evaluate("recognition.hear('여권 사진', ' 규격')")
    expect(listening.field).to_have_value("여권 사진 규격")
    listening.page.evaluate("recognition.end()")
    expect(listening.button("말로 쓰기")).to_have_attribute("aria-pressed", "false")
    expect(listening.field).to_be_focused()
    assert "보내기를 누르세요" in note(listening)
    assert listening.posts == []
    listening.send.click()
    expect(listening.questions).to_have_count(1)
    assert [post["message"] for post in listening.posts] == ["여권 사진 규격"]
    assert note(listening) == ""


def test_words_are_added_to_those_typed_before(new_page: "NewPage", server_url: str) -> None:
    page = new_page()
    page.add_init_script(path=_SPEECH)
    widget = WidgetPage(page, server_url).visit().open()
    widget.field.fill("여권")
    widget.button("말로 쓰기").click()
    page.wait_for_function("window.recognition")
    page.evaluate("recognition.hear('준비물')")
    expect(widget.field).to_have_value("여권 준비물")


def test_a_personal_number_that_was_spoken_is_hidden(listening: WidgetPage) -> None:
    listening.page.evaluate("recognition.hear('900101-1234567 여권')")
    expect(listening.field).to_have_value(f"{MASK} 여권")


def test_another_press_stops_and_keeps_the_words(listening: WidgetPage) -> None:
    listening.page.evaluate("recognition.hear('여권')")
    listening.button("말로 쓰기").click()
    expect(listening.button("말로 쓰기")).to_have_attribute("aria-pressed", "false")
    assert listening.page.evaluate("recognition.state") == "aborted"
    expect(listening.field).to_have_value("여권")


def test_what_is_heard_after_sending_does_not_come_back(listening: WidgetPage) -> None:
    listening.page.evaluate("recognition.hear('여권')")
    listening.field.press("Enter")
    expect(listening.questions).to_have_count(1)
    listening.page.evaluate("recognition.hear('여권 사진')")
    expect(listening.field).to_have_value("")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("not-allowed", "마이크가 막혀 있어요"),
        ("service-not-allowed", "마이크가 막혀 있어요"),
        ("no-speech", "말소리를 듣지 못했어요"),
        ("network", "지금은 말로 쓸 수 없어요"),
    ],
)
def test_what_goes_wrong_is_said_with_what_to_do(listening: WidgetPage, error: str, words: str) -> None:
    listening.page.evaluate(f"recognition.fail('{error}')")
    assert words in note(listening)
    expect(listening.button("말로 쓰기")).to_have_attribute("aria-pressed", "false")


def test_clearing_stops_listening(listening: WidgetPage) -> None:
    listening.page.evaluate("recognition.hear('여권')")
    listening.button("지우기").click()
    listening.page.evaluate("recognition.hear('여권 사진')")
    expect(listening.field).to_have_value("")
    assert listening.page.evaluate("recognition.state") == "aborted"


def test_a_browser_that_cannot_listen_has_no_button_but_a_word_in_the_settings(
    new_page: "NewPage", server_url: str
) -> None:
    page = new_page()
    page.add_init_script(_NO_EAR)
    widget = WidgetPage(page, server_url).visit().open()
    expect(widget.button("말로 쓰기")).to_be_hidden()
    widget.button("글자·화면").click()
    expect(widget.panel.get_by_text("이 브라우저에서는 쓸 수 없어요")).to_be_visible()


def test_the_chat_page_listens_too(new_page: "NewPage", server_url: str) -> None:
    page = new_page()
    page.add_init_script(path=_SPEECH)
    page.goto(f"{server_url}/chat")
    page.get_by_role("button", name="말로 쓰기").click()
    page.evaluate("recognition.hear('여권 수수료는 얼마인가요?')")
    page.evaluate("recognition.end()")
    page.get_by_role("button", name="보내기").click()
    expect(page.locator("article.answer")).to_be_visible()
