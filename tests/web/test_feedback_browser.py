"""Saying whether an answer helped, in Chromium: in the widget, and as plain forms without JavaScript."""

import json
from typing import TYPE_CHECKING

import pytest
from fastapi import FastAPI
from playwright.sync_api import Request, expect

from chatbot.text.personal_data import MASK
from tests.web.test_feedback import Kept
from tests.web.widget_page import WidgetPage

if TYPE_CHECKING:
    from tests.web.browser import NewPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

_QUESTION = "여권 수수료는 얼마인가요?"


@pytest.fixture
def kept(application: FastAPI) -> Kept:
    return Kept(application)


def answered(widget: WidgetPage) -> str:
    """Ask the real bot; return the key of the turn."""
    widget.ask(_QUESTION)
    expect(widget.answers).to_have_count(1)
    return widget.log.locator('.feedback input[name="turn_id"]').first.input_value()


class TestWidget:
    def test_a_press_is_stored_thanked_for_and_announced_and_the_focus_stays_on_the_button(
        self, widget: WidgetPage, kept: Kept
    ) -> None:
        turn = answered(widget)
        yes, no = widget.button("네, 됐어요"), widget.button("아니요")
        expect(yes).to_have_attribute("aria-pressed", "false")
        yes.click()
        expect(widget.log.locator(".thanks")).to_have_text("알려 주셔서 고마워요.")
        expect(widget.status).to_have_text("알려 주셔서 고마워요.")
        expect(yes).to_have_attribute("aria-pressed", "true")
        expect(yes).to_be_focused()
        assert [row[1:] for row in kept.feedback(turn)] == [("passport-fee", True, None)]
        no.click()
        expect(no).to_have_attribute("aria-pressed", "true")
        expect(yes).to_have_attribute("aria-pressed", "false")
        assert [row[2] for row in kept.feedback(turn)] == [False]
        expect(widget.answers).to_be_visible()

    def test_a_comment_is_sent_without_personal_numbers_by_keys_alone(
        self, widget: WidgetPage, kept: Kept
    ) -> None:
        turn = answered(widget)
        sent: list[str] = []

        def note(request: Request) -> None:
            if request.url.endswith("/api/feedback"):
                sent.append(request.post_data or "")

        widget.page.on("request", note)
        widget.button("아니요").focus()
        widget.page.keyboard.press("Enter")
        field = widget.panel.get_by_label("무엇이 아쉬웠나요?")
        expect(field).to_be_visible()
        widget.page.keyboard.press("Tab")
        expect(field).to_be_focused()
        widget.page.keyboard.type("900101-1234567 ")
        expect(widget.log.get_by_role("alert")).to_contain_text("주민등록번호를 가렸어요")
        widget.page.keyboard.type("OK")
        widget.page.keyboard.press("Tab")
        widget.page.keyboard.press("Enter")
        expect(widget.log.locator(".thanks")).to_be_focused()
        expect(widget.status).to_have_text("알려 주셔서 고마워요. 적어 주신 말은 담당자가 읽어요.")
        expect(field).to_have_count(0)
        assert json.loads(sent[-1])["comment"] == f"{MASK} OK"
        assert kept.feedback(turn)[0][2:] == (False, f"{MASK} OK")

    def test_a_broken_line_is_said_and_the_press_can_be_repeated(self, widget: WidgetPage) -> None:
        answered(widget)
        widget.page.route("**/api/feedback", lambda route: route.abort())
        widget.button("네, 됐어요").click()
        expect(widget.log.locator(".problem")).to_be_visible()
        expect(widget.status).to_have_text("보내지 못했어요. 다시 눌러 주세요.")
        widget.page.unroute("**/api/feedback")
        widget.button("네, 됐어요").click()
        expect(widget.log.locator(".thanks")).to_be_visible()

    def test_pressing_twice_at_once_is_one_rating(self, widget: WidgetPage, kept: Kept) -> None:
        turn = answered(widget)
        widget.button("네, 됐어요").dblclick()
        expect(widget.log.locator(".thanks")).to_be_visible()
        assert len(kept.feedback(turn)) == 1

    def test_refused_choices_are_named_by_their_turn(self, widget: WidgetPage) -> None:
        widget.reply_with("clarification").ask("여권 사진")
        widget.log.locator(".choice.none").click()
        expect(widget.log.locator("[data-status]")).to_have_count(2)
        turn = widget.log.locator('input[name="turn_id"]').first.input_value()
        assert widget.posts[-1]["turn_id"] == turn

    def test_refused_choices_are_kept_by_the_real_bot(self, widget: WidgetPage, kept: Kept) -> None:
        widget.ask("여권")
        expect(widget.log.locator(".choice.none")).to_be_visible()
        offered = [
            choice.get_attribute("value")
            for choice in widget.log.locator('.choices button[name="entry_id"]').all()
        ]
        widget.log.locator(".choice.none").click()
        expect(widget.log.locator('[data-status="fallback_none_of_these"]')).to_be_visible()
        talk = widget.log.locator('input[name="conversation_id"]').first.input_value()
        expect(widget.questions.last).to_have_text("내 질문: 여기에 없어요")
        assert kept.turns(talk)[-1] == ("fallback_none_of_these", "여권", offered)


class TestWithoutJavaScript:
    def test_an_answer_of_the_chat_is_rated_and_commented(
        self, new_page: "NewPage", server_url: str, kept: Kept
    ) -> None:
        page = new_page(360, 740, java_script_enabled=False)
        page.goto(f"{server_url}/chat")
        page.get_by_label("궁금한 것을 적어 주세요").fill(_QUESTION)
        page.get_by_role("button", name="보내기").click()
        turn = page.locator('.feedback input[name="turn_id"]').first.input_value()
        page.get_by_role("button", name="아니요").click()
        expect(page.locator(".thanks")).to_be_in_viewport()
        expect(page.locator("article.answer")).to_have_count(1)
        page.get_by_label("무엇이 아쉬웠나요?").fill("줄이 길다는 말이 없어요")
        page.get_by_role("button", name="남기기").click()
        expect(page.locator(".thanks")).to_contain_text("담당자가 읽어요")
        assert kept.feedback(turn)[0][1:] == ("passport-fee", False, "줄이 길다는 말이 없어요")

    def test_the_page_of_an_entry_is_rated_and_the_rating_can_be_changed(
        self, new_page: "NewPage", server_url: str, kept: Kept
    ) -> None:
        page = new_page(360, 740, java_script_enabled=False)
        page.goto(f"{server_url}/faq/passport-fee")
        page.get_by_role("button", name="네, 됐어요").click()
        expect(page.locator(".thanks")).to_be_in_viewport()
        page.get_by_role("button", name="아니요").click()
        expect(page.get_by_role("button", name="아니요")).to_have_attribute("aria-pressed", "true")
        key = page.locator('.feedback input[name="rated"]').first.input_value()
        assert kept.feedback(key) == [(None, "passport-fee", False, None)]


def test_personal_numbers_are_hidden_in_the_comment_of_a_page(new_page: "NewPage", server_url: str) -> None:
    page = new_page()
    page.goto(f"{server_url}/faq/passport-fee")
    page.get_by_role("button", name="아니요").click()
    page.get_by_label("무엇이 아쉬웠나요?").fill("M12345678 여권")
    expect(page.get_by_label("무엇이 아쉬웠나요?")).to_have_value(f"{MASK} 여권")
    expect(page.get_by_role("alert")).to_contain_text("여권번호를 가렸어요")
