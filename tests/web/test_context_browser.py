"""Follow-ups in Chromium: shown as what they were taken for, with a way back, with and without JavaScript."""

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.web.widget_page import WidgetPage

if TYPE_CHECKING:
    from tests.web.browser import NewPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

FIRST = "종량제 봉투는 어디서 사나요?"
NEXT = "얼마예요?"
UNDERSTOOD = "“종량제 봉투 · 얼마예요?” 질문으로 알아들었어요."


def test_a_follow_up_shows_and_tells_what_it_was_taken_for_and_can_be_asked_afresh(
    widget: WidgetPage,
) -> None:
    widget.ask(FIRST)
    expect(widget.answers).to_have_count(1)
    widget.ask(NEXT)
    expect(widget.answers).to_have_count(2)
    expect(widget.log.locator(".understood p")).to_have_text(UNDERSTOOD)
    expect(widget.status).to_contain_text(UNDERSTOOD)
    again = widget.button("이 말만 새로 찾기")
    box = again.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    again.click()
    expect(widget.questions).to_have_count(3)
    expect(widget.questions.last).to_contain_text(NEXT)
    expect(widget.log.locator(".turn").last.locator(".understood")).to_have_count(0)
    # What was found afresh is now what the talk is about: nothing of the bags is left.
    expect(widget.status).not_to_contain_text("종량제 봉투 ·")


def test_without_javascript_the_talk_goes_on_and_the_way_back_is_a_button(
    new_page: "NewPage", server_url: str
) -> None:
    page = new_page(360, 740, java_script_enabled=False)
    page.goto(f"{server_url}/chat")
    for message in (FIRST, NEXT):
        page.get_by_label("궁금한 것을 적어 주세요").fill(message)
        page.get_by_role("button", name="보내기").click()
    expect(page.locator(".understood p")).to_have_text(UNDERSTOOD)
    page.get_by_role("button", name="이 말만 새로 찾기").click()
    expect(page.locator(".q")).to_contain_text(NEXT)
    expect(page.locator(".understood")).to_have_count(0)
