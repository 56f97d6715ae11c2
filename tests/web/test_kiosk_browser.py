"""A public screen, in Chromium with a clock that the test controls: nobody finds what another left behind."""

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import ForeignSite
from tests.web.widget_page import WidgetPage

if TYPE_CHECKING:
    from tests.web.browser import NewPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

_SECONDS = 90


@pytest.fixture
def kiosk(new_page: "NewPage", server_url: str) -> WidgetPage:
    """The open widget of a page whose script line says data-kiosk."""
    page = new_page()
    page.clock.install()
    page.route(
        f"{server_url}/kiosk",
        lambda route: route.fulfill(
            content_type="text/html; charset=utf-8",
            body="<!doctype html><html lang='ko'><title>한빛시</title><main><h1>한빛시</h1></main>"
            f"<script src='/widget.js' data-kiosk='{_SECONDS}' async></script></html>",
        ),
    )
    return WidgetPage(page, server_url).visit(f"{server_url}/kiosk").open()


def question_of(widget: WidgetPage) -> "Page":
    """Let the time run out until it is asked whether anybody is there."""
    widget.page.clock.run_for(_SECONDS * 1000)
    expect(widget.host.get_by_role("alertdialog", name="계속 쓰시겠어요?")).to_be_visible()
    return widget.page


def answered(widget: WidgetPage) -> WidgetPage:
    widget.ask("여권 수수료는 얼마인가요?")
    expect(widget.answers).to_have_count(1)
    return widget


class TestWidget:
    def test_the_text_is_larger_and_nothing_is_copied_shared_or_left(self, kiosk: WidgetPage) -> None:
        answered(kiosk)
        assert round(kiosk.field.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")) == 22
        for name in ("답 복사", "주소 복사", "공유"):
            expect(kiosk.button(name)).to_be_hidden()
        expect(kiosk.button("읽어 주기")).to_be_visible()
        expect(kiosk.panel.locator('a[target="_blank"][href]')).to_have_count(0)

    def test_everything_is_wiped_when_nobody_answers(self, kiosk: WidgetPage) -> None:
        kiosk.button("글자·화면").click()
        kiosk.panel.get_by_text("가장 크게").click()
        kiosk.panel.get_by_text("어둡게").click()
        answered(kiosk)
        kiosk.field.fill("쓰다 만 말")
        page = question_of(kiosk)
        expect(kiosk.host.get_by_role("button", name="계속 쓰기")).to_be_focused()
        page.clock.run_for(4000)
        expect(kiosk.host.locator(".idle [data-slot=seconds]")).to_have_text(re.compile("^[1-6]$"))
        expect(kiosk.answers).to_have_count(1)
        page.clock.run_for(6000)
        expect(kiosk.host.get_by_role("alertdialog")).to_be_hidden()
        expect(kiosk.log.locator(".turn")).to_have_count(0)
        expect(kiosk.log.get_by_text("무엇을 도와드릴까요?")).to_be_visible()
        expect(kiosk.field).to_have_value("")
        root = kiosk.host.locator(".mt")
        expect(root).to_have_attribute("data-mt-text", "4")
        expect(root).to_have_attribute("data-mt-theme", "auto")
        expect(kiosk.host.locator("#mt-name")).to_be_focused()
        kiosk.reply_with("greeting").ask("다음 사람")
        expect(kiosk.questions).to_have_count(1)
        assert kiosk.posts[-1]["conversation_id"] is None

    @pytest.mark.parametrize("way", ["click", "Escape"])
    def test_an_answer_keeps_the_talk_and_the_time_begins_anew(self, kiosk: WidgetPage, way: str) -> None:
        answered(kiosk)
        page = question_of(kiosk)
        page.clock.run_for(2000)
        if way == "click":
            kiosk.host.get_by_role("button", name="계속 쓰기").click()
        else:
            page.keyboard.press("Escape")
        expect(kiosk.host.get_by_role("alertdialog")).to_be_hidden()
        expect(kiosk.field).to_be_focused()
        page.clock.run_for((_SECONDS - 15) * 1000)
        expect(kiosk.answers).to_have_count(1)
        expect(kiosk.host.get_by_role("alertdialog")).to_be_hidden()
        page.clock.run_for(15_000)
        expect(kiosk.host.get_by_role("alertdialog")).to_be_visible()

    def test_it_can_be_wiped_at_once(self, kiosk: WidgetPage) -> None:
        answered(kiosk)
        question_of(kiosk)
        kiosk.host.get_by_role("button", name="지우고 끝내기").click()
        expect(kiosk.log.locator(".turn")).to_have_count(0)

    def test_whoever_types_is_not_asked(self, kiosk: WidgetPage) -> None:
        answered(kiosk)
        for _ in range(3):
            kiosk.page.clock.run_for((_SECONDS - 20) * 1000)
            kiosk.page.keyboard.type("a")
        expect(kiosk.host.get_by_role("alertdialog")).to_be_hidden()

    def test_an_untouched_screen_is_not_asked_again_and_again(self, kiosk: WidgetPage) -> None:
        answered(kiosk)
        page = question_of(kiosk)
        page.clock.run_for(10_000)
        page.clock.run_for(600_000)
        expect(kiosk.host.get_by_role("alertdialog")).to_be_hidden()


def test_without_the_attribute_nobody_is_asked(
    new_page: "NewPage", server_url: str, foreign_site: ForeignSite
) -> None:
    page = new_page()
    page.clock.install()
    widget = answered(WidgetPage(page, server_url).visit(foreign_site.url).open())
    page.clock.run_for(3_600_000)
    expect(widget.host.get_by_role("alertdialog")).to_be_hidden()
    expect(widget.answers).to_have_count(1)


class TestChatPage:
    def test_a_talk_left_behind_is_wiped_and_cannot_be_had_back(
        self, new_page: "NewPage", server_url: str
    ) -> None:
        page = new_page()
        page.clock.install()
        page.goto(f"{server_url}/chat?kiosk={_SECONDS}")
        page.locator("[name=message]").fill("여권 수수료는 얼마인가요?")
        page.get_by_role("button", name="보내기").click()
        expect(page.locator("article.answer")).to_be_visible()
        expect(page.get_by_role("button", name="답 복사")).to_be_hidden()
        # The script that watches has run.
        expect(page.locator('a[target="_blank"][href]')).to_have_count(0)
        page.clock.run_for(_SECONDS * 1000)
        expect(page.get_by_role("alertdialog", name="계속 쓰시겠어요?")).to_be_visible()
        page.clock.run_for(10_000)
        expect(page).to_have_url(f"{server_url}/chat?kiosk={_SECONDS}")
        expect(page.get_by_role("heading", name="무엇을 도와드릴까요?")).to_be_visible()
        expect(page.locator("article.answer")).to_have_count(0)
        page.go_back()
        expect(page.locator("article.answer")).to_have_count(0)

    def test_it_stays_a_public_screen_wherever_one_goes(self, new_page: "NewPage", server_url: str) -> None:
        page = new_page()
        page.goto(f"{server_url}/chat?kiosk={_SECONDS}")
        expect(page.locator("html")).to_have_attribute("data-mt-text", "4")
        expect(page.get_by_role("navigation", name="주 메뉴")).to_have_count(0)
        steps = (
            page.locator(".cats a").first,
            page.locator(".row-link").first,
            page.get_by_role("button", name="아니요"),
            page.locator(".plate .row-link").first,
            page.get_by_role("button", name="보내기"),
            page.get_by_role("link", name="처음으로 가서 다시 찾기"),
        )
        for step in steps:
            step.click()
            expect(page.locator("html")).to_have_attribute("data-mt-text", "4")
            assert f"kiosk={_SECONDS}" in page.url
            expect(page.locator('a[target="_blank"][href]')).to_have_count(0)

    @pytest.mark.parametrize("seconds", ["0", "9", "4000", "x"])
    def test_a_time_that_makes_no_sense_is_refused(
        self, new_page: "NewPage", server_url: str, seconds: str
    ) -> None:
        response = new_page().goto(f"{server_url}/chat?kiosk={seconds}")
        assert response is not None
        assert response.status == 422
