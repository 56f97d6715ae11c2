"""The widget when the line breaks, when a citizen wants it forgotten, in other sizes and on a phone."""

import pytest
from playwright.sync_api import Route, expect

from tests.web.widget_page import WidgetPage, cut_parts

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser


class TestBrokenLine:
    def test_offline_keeps_the_text_and_sending_again_works(self, widget: WidgetPage) -> None:
        widget.break_line().ask("여권 사진 규격")
        note = widget.log.locator(".note.bad")
        expect(note).to_contain_text("연결이 끊겼어요. 다시 보내 주세요.")
        expect(note.locator('a[href^="tel:"]')).to_be_visible()
        expect(widget.field).to_have_value("여권 사진 규격")
        expect(widget.status).to_have_text("연결이 끊겼어요. 다시 보내 주세요.")
        widget.reply_with("answered").button("다시 보내기").click()
        expect(widget.answers).to_have_count(1)
        assert [post["message"] for post in widget.posts] == ["여권 사진 규격"]
        expect(widget.field).to_have_value("")
        expect(note).to_have_count(0)
        expect(widget.questions).to_have_count(1)

    def test_a_failed_choice_can_be_sent_again_as_the_same_choice(self, widget: WidgetPage) -> None:
        widget.reply_with("clarification").ask("여권 사진")
        widget.break_line().log.locator(".choice").first.click()
        expect(widget.log.locator(".note.bad")).to_be_visible()
        expect(widget.field).to_have_value("")
        widget.reply_with("answered").button("다시 보내기").click()
        expect(widget.answers).to_have_count(1)
        assert widget.posts[-1]["entry_id"] == "passport-photo-basic"

    def test_typing_something_else_meanwhile_is_not_overwritten(self, widget: WidgetPage) -> None:
        def fail_slowly(route: Route) -> None:
            widget.page.wait_for_timeout(300)
            route.abort()

        widget.page.route("**/api/chat", fail_slowly)
        widget.ask("첫 질문")
        widget.field.fill("다른 질문")
        expect(widget.log.locator(".note.bad")).to_be_visible()
        expect(widget.field).to_have_value("다른 질문")

    def test_the_message_of_the_server_is_shown(self, widget: WidgetPage) -> None:
        body = '{"error": {"code": "internal", "message": "지금은 답을 찾지 못했어요.", "details": []}}'
        widget.page.route(
            "**/api/chat", lambda route: route.fulfill(status=500, content_type="application/json", body=body)
        )
        widget.ask("여권")
        expect(widget.log.locator(".note.bad strong")).to_have_text("지금은 답을 찾지 못했어요.")
        expect(widget.button("다시 보내기")).to_be_visible()

    def test_an_answer_that_does_not_come_within_five_seconds_counts_as_a_broken_line(
        self, widget: WidgetPage
    ) -> None:
        widget.page.route("**/api/chat", lambda route: None)
        widget.ask("여권")
        expect(widget.log.locator(".note.bad")).to_be_visible(timeout=7000)
        expect(widget.field).to_have_value("여권")


class TestForgetting:
    def test_clearing_leaves_nothing_and_returns_to_the_welcome(self, widget: WidgetPage) -> None:
        widget.reply_with("answered").ask("여권 준비물")
        expect(widget.answers).to_have_count(1)
        widget.field.fill("쓰다 만 말")
        widget.button("지우기").click()
        expect(widget.log.locator(".turn")).to_have_count(0)
        expect(widget.log.get_by_text("무엇을 도와드릴까요?")).to_be_visible()
        expect(widget.field).to_have_value("")
        expect(widget.status).to_have_text("대화를 지웠어요.")
        widget.ask("다시")
        expect(widget.answers).to_have_count(1)
        assert widget.posts[-1]["conversation_id"] is None

    def test_an_answer_that_arrives_after_clearing_is_not_shown(self, widget: WidgetPage) -> None:
        widget.reply_with("answered", delay_ms=500).ask("여권 준비물")
        widget.button("지우기").click()
        widget.page.wait_for_timeout(900)
        expect(widget.log.locator(".turn")).to_have_count(0)

    def test_nothing_is_kept_on_the_device(self, widget: WidgetPage) -> None:
        widget.ask("여권 수수료 얼마예요?")
        expect(widget.log.locator("[data-status]")).to_have_count(1)
        state = widget.page.context.storage_state()
        assert state["cookies"] == []
        assert state["origins"] == []
        kept = (
            "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]"
        )
        assert widget.page.evaluate(kept) == [0, 0, 0]

    def test_a_page_put_aside_for_back_shows_no_talk(self, widget: WidgetPage) -> None:
        widget.reply_with("answered").ask("여권 준비물")
        expect(widget.answers).to_have_count(1)
        widget.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
        expect(widget.log.locator(".turn")).to_have_count(0)


class TestView:
    def test_text_size_and_theme_apply_at_once_and_only_in_the_widget(self, widget: WidgetPage) -> None:
        widget.reply_with("answered").ask("여권 준비물")
        expect(widget.answers).to_have_count(1)
        button = widget.button("글자·화면")
        button.click()
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(widget.answers).to_be_hidden()
        widget.panel.get_by_text("가장 크게").click()
        widget.panel.get_by_text("고대비", exact=False).first.click()
        assert round(widget.field.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")) == 26
        assert widget.panel.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(0, 0, 0)"
        assert widget.page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(0, 0, 0)"
        widget.panel.locator('[data-part="view"] button').click()
        expect(button).to_be_focused()
        expect(widget.answers).to_be_visible()

    @pytest.mark.parametrize("size", ["1", "5"])
    def test_the_field_never_makes_a_phone_zoom_and_nothing_is_cut(
        self, phone_widget: WidgetPage, size: str
    ) -> None:
        widget = phone_widget.reply_with("answered")
        widget.button("글자·화면").click()
        widget.panel.locator(f".size.s{size}").click()
        widget.ask("여권 준비물")
        expect(widget.answers).to_have_count(1)
        assert float(widget.field.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")) >= 16
        assert cut_parts(widget.panel) == []


class TestPhone:
    def test_the_panel_fills_the_screen_and_is_modal(self, phone_widget: WidgetPage) -> None:
        box = phone_widget.panel.bounding_box()
        assert box == {"x": 0, "y": 0, "width": 360, "height": 740}
        expect(phone_widget.panel).to_have_attribute("aria-modal", "true")
        expect(phone_widget.host.locator("#mt-name")).to_be_focused()

    @pytest.mark.parametrize("kind", ["answered", "clarification", "fallback", "greeting", "urgent"])
    def test_no_reply_scrolls_sideways(self, phone_widget: WidgetPage, kind: str) -> None:
        phone_widget.reply_with(kind).ask("여권" + "ㅋ" * 80)
        expect(phone_widget.log.locator("[data-status]")).to_have_count(1)
        assert cut_parts(phone_widget.panel) == []
        assert phone_widget.page.evaluate("document.documentElement.scrollWidth") <= 360

    def test_the_focus_stays_inside(self, phone_widget: WidgetPage) -> None:
        inside = "e => Boolean(e.shadowRoot.activeElement?.closest('.panel'))"
        for key in ["Tab"] * 30 + ["Shift+Tab"] * 30:
            phone_widget.page.keyboard.press(key)
            assert phone_widget.host.evaluate(inside)

    def test_every_target_is_44_pixels_high(self, phone_widget: WidgetPage) -> None:
        phone_widget.reply_with("answered")
        low = """panel => [...panel.querySelectorAll('a[href], button, input:not([type=hidden])')]
            .filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 43.5)
            .map(e => e.outerHTML.slice(0, 80))"""
        assert phone_widget.panel.evaluate(low) == []
        phone_widget.ask("여권 준비물")
        expect(phone_widget.answers).to_have_count(1)
        assert phone_widget.panel.evaluate(low) == []
