"""No barrier that axe knows, on any page and in any state of the widget, in every theme and width."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.web.axe import barriers_in_every_look
from tests.web.test_kiosk_browser import kiosk, question_of
from tests.web.test_voice_browser import listening
from tests.web.widget_page import WidgetPage

if TYPE_CHECKING:
    from tests.web.browser import NewPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

__all__ = ["kiosk", "listening"]  # fixtures

_PATHS = [
    "/",
    "/faq",
    "/faq/topic/passport",
    "/faq/passport-fee",
    "/faq/passport-new",
    "/chat",
    "/chat?topic=waste",
    "/chat?kiosk=90",
    "/kakao/setup",
    "/guide",
    "/guide/passport-steps",
    "/guide/passport-steps?a=first",
    "/guide/passport-steps?a=lost&a=1999-01-01",
    "/guide/passport-steps?a=first&a=2&a=thick",
    "/guide/passport-steps?a=lost&a=2026-02-21",
    "/guide/passport-steps/picture",
    "/faq/no-such-entry",
    "/chat?kiosk=x",
]

_QUESTIONS = {
    "answer": "여권 수수료는 얼마인가요?",
    "choices": "여권",
    "fallback": "양자역학에서 슈뢰딩거 방정식이 뭐야",
    "emergency": "옆집에 불이 났어요",
    "hidden number": "900101-1234567 여권 수수료 얼마예요?",
    "scenario": "여권 하나씩 알려 주세요",
}


@pytest.mark.parametrize("path", _PATHS)
def test_a_page_has_no_barrier(new_page: "NewPage", server_url: str, path: str) -> None:
    page = new_page()
    page.goto(server_url + path)
    assert barriers_in_every_look(page) == []


@pytest.mark.parametrize("kind", _QUESTIONS)
def test_the_chat_page_has_no_barrier_after_a_turn(new_page: "NewPage", server_url: str, kind: str) -> None:
    page = new_page(java_script_enabled=True)
    page.goto(f"{server_url}/chat")
    page.locator("[name=message]").fill(_QUESTIONS[kind])
    page.get_by_role("button", name="보내기").click()
    expect(page.locator("[data-status]")).to_be_visible()
    assert barriers_in_every_look(page) == []


@pytest.mark.parametrize("path", ["/faq/passport-fee", "/chat"])
def test_a_page_has_no_barrier_once_its_answer_is_rated(
    new_page: "NewPage", server_url: str, path: str
) -> None:
    page = new_page()
    page.goto(server_url + path)
    if path == "/chat":
        page.locator("button[name=entry_id]").first.click()
    page.get_by_role("button", name="아니요").click()
    expect(page.locator(".comment")).to_be_visible()
    assert barriers_in_every_look(page) == []


def closed(widget: WidgetPage) -> None:
    widget.button("닫기").click()
    expect(widget.launcher).to_be_visible()


def opened(widget: WidgetPage) -> None:
    expect(widget.field).to_be_visible()


def topic(widget: WidgetPage) -> None:
    widget.panel.locator("[data-topic]").first.click()


def reply(kind: str) -> Callable[[WidgetPage], None]:
    def show(widget: WidgetPage) -> None:
        widget.reply_with(kind).ask("여권 사진")
        expect(widget.log.locator("[data-status]")).to_have_count(1)

    return show


def rated(widget: WidgetPage) -> None:
    widget.ask(_QUESTIONS["answer"])
    widget.button("아니요").click()
    widget.panel.get_by_label("무엇이 아쉬웠나요?").fill("900101-1234567")
    expect(widget.log.get_by_role("alert")).to_contain_text("가렸어요")


def commented(widget: WidgetPage) -> None:
    rated(widget)
    widget.button("남기기").click()
    expect(widget.log.locator(".comment")).to_have_count(0)


def settings(widget: WidgetPage) -> None:
    widget.button("글자·화면").click()


def broken(widget: WidgetPage) -> None:
    widget.break_line().ask("여권")
    expect(widget.log.locator(".note.bad")).to_be_visible()


def hidden_number(widget: WidgetPage) -> None:
    widget.field.fill("900101-1234567")
    expect(widget.host.get_by_role("alert").first).to_contain_text("가렸어요")


STATES: dict[str, Callable[[WidgetPage], None]] = {
    "closed": closed,
    "open": opened,
    "topic": topic,
    "answer": reply("answered"),
    "review due": reply("review_due"),
    "choices": reply("clarification"),
    "fallback": reply("fallback"),
    "other agency": reply("agency"),
    "emergency": reply("urgent"),
    "rated": rated,
    "commented": commented,
    "settings": settings,
    "broken line": broken,
    "hidden number": hidden_number,
}


@pytest.mark.parametrize("state", STATES)
def test_the_widget_has_no_barrier(widget: WidgetPage, state: str) -> None:
    STATES[state](widget)
    assert barriers_in_every_look(widget.page) == []


def test_the_widget_has_no_barrier_while_it_listens(listening: WidgetPage) -> None:
    assert barriers_in_every_look(listening.page) == []


def test_a_public_screen_has_no_barrier_while_it_asks(kiosk: WidgetPage) -> None:
    kiosk.ask(_QUESTIONS["answer"])
    expect(kiosk.answers).to_have_count(1)
    page: Page = question_of(kiosk)
    page.clock.resume()
    assert barriers_in_every_look(page) == []
