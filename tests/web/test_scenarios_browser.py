"""A guided scenario in the widget and on its own page, as a citizen sees it."""

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.web.axe import barriers_in_every_look
from tests.web.widget_page import WidgetPage, cut_parts

if TYPE_CHECKING:
    from tests.web.browser import NewPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

START = "여권 하나씩 알려 주세요"


def heading(widget: WidgetPage) -> str:
    """Return the first heading of the newest turn, once it has come."""
    turn = widget.log.locator(".turn[data-status]").last
    return turn.locator("h3").first.inner_text()


def turns(widget: WidgetPage, count: int) -> None:
    expect(widget.log.locator(".turn[data-status]")).to_have_count(count)


def test_given_answers_can_be_changed_taken_back_and_left(widget: WidgetPage) -> None:
    widget.ask(START)
    widget.button("처음이에요").click()
    turns(widget, 2)
    widget.ask("두 권")
    turns(widget, 3)
    assert heading(widget) == "몇 면으로 만드나요?"
    newest = widget.log.locator(".turn").last
    newest.get_by_role("button", name=re.compile("바꾸기.*까닭")).click()
    turns(widget, 4)
    assert heading(widget) == "왜 만드나요?"
    expect(widget.questions.last).to_contain_text("바꾸기: 까닭")
    widget.ask("처음")
    turns(widget, 5)
    widget.log.locator(".turn").last.get_by_role("button", name="이전").click()
    turns(widget, 6)
    assert heading(widget) == "왜 만드나요?"
    widget.log.locator(".turn").last.get_by_role("button", name="그만하기").click()
    turns(widget, 7)
    expect(widget.log.locator(".turn").last).to_have_attribute("data-status", "scenario_stopped")
    # What is typed now is a question like any other.
    widget.ask("처음")
    turns(widget, 8)
    assert "scenario" not in (widget.log.locator(".turn").last.get_attribute("data-status") or "")


def test_an_earlier_question_can_still_be_answered_otherwise(widget: WidgetPage) -> None:
    widget.ask(START)
    widget.button("처음이에요").click()
    turns(widget, 2)
    widget.log.locator(".turn").first.locator('button[value="lost"]').click()
    turns(widget, 3)
    assert heading(widget) == "언제 잃어버렸나요?"


def test_another_question_is_answered_and_the_scenario_goes_on(widget: WidgetPage) -> None:
    widget.ask(START)
    widget.button("처음이에요").click()
    turns(widget, 2)
    widget.ask("대형폐기물은 어떻게 버려요?")
    turns(widget, 3)
    expect(widget.answers).to_have_count(1)
    widget.log.locator(".turn").last.get_by_role("button", name="안내 계속하기").click()
    turns(widget, 4)
    assert heading(widget) == "몇 권 만드나요?"


def test_none_of_the_options_gives_the_telephone_and_the_way_back(widget: WidgetPage) -> None:
    widget.ask(START)
    widget.button("여기에 없어요").click()
    turns(widget, 2)
    turn = widget.log.locator(".turn").last
    expect(turn).to_have_attribute("data-status", "fallback_none_of_these")
    expect(turn.locator('a[href="tel:031-000-1000"]')).to_be_visible()
    expect(turn.get_by_role("button", name="안내 계속하기")).to_be_visible()


def test_a_scenario_starts_beside_an_answer(widget: WidgetPage) -> None:
    widget.ask("여권 수수료는 얼마인가요?")
    turns(widget, 1)
    widget.log.locator('button[name="scenario"]').click()
    turns(widget, 2)
    assert heading(widget) == "왜 만드나요?"
    expect(widget.questions.last).to_contain_text("여권 한 단계씩")


def test_the_status_tells_step_and_question_and_is_said_once(widget: WidgetPage) -> None:
    widget.ask(START)
    expect(widget.status).to_have_text("3단계 중 1단계. 왜 만드나요?")


def test_a_press_that_does_not_get_through_leaves_the_field_alone_and_can_be_sent_again(
    widget: WidgetPage,
) -> None:
    widget.ask(START)
    turns(widget, 1)
    widget.break_line()
    widget.log.locator('button[value="lost"]').click()
    expect(widget.button("다시 보내기")).to_be_visible()
    expect(widget.field).to_have_value("")
    widget.page.unroute("**/api/chat")
    widget.button("다시 보내기").click()
    turns(widget, 2)
    assert heading(widget) == "언제 잃어버렸나요?"


def test_steps_and_ends_have_no_barrier_and_fit_a_phone(phone_widget: WidgetPage) -> None:
    widget = phone_widget
    widget.ask(START)
    widget.log.locator('button[value="lost"]').click()
    turns(widget, 2)
    assert cut_parts(widget.panel) == []
    assert barriers_in_every_look(widget.page) == []
    widget.page.set_viewport_size({"width": 360, "height": 740})
    widget.ask("2월 21일")
    turns(widget, 3)
    expect(widget.log.locator(".turn").last).to_have_attribute("data-status", "scenario_end")
    assert cut_parts(widget.panel) == []
    assert barriers_in_every_look(widget.page) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_targets_of_a_step_are_large_enough(new_page: "NewPage", server_url: str, width: int) -> None:
    page = new_page(width, 740)
    page.goto(f"{server_url}/guide/passport-steps?a=first")
    for target in page.locator("main .btn, main .choice, main input:visible").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44


def test_the_page_of_an_end_prints_without_its_tools(new_page: "NewPage", server_url: str) -> None:
    page = new_page()
    page.goto(f"{server_url}/guide/passport-steps?a=first&a=2&a=thick")
    page.emulate_media(media="print")
    expect(page.get_by_text("104,000원").first).to_be_visible()
    for hidden in (".site-head", ".btn-row", ".given .btn"):
        expect(page.locator(hidden).first).to_be_hidden()


def test_a_page_walks_without_javascript_and_the_browsers_back_is_the_step_before(
    new_page: "NewPage", server_url: str
) -> None:
    page = new_page(360, 740, java_script_enabled=False)
    page.goto(f"{server_url}/guide")
    page.get_by_role("link", name="여권 한 단계씩").click()
    page.get_by_role("link", name="처음이에요").click()
    page.get_by_label("1부터 10까지").fill("2")
    page.get_by_role("button", name="다음").click()
    expect(page.get_by_role("heading", name="몇 면으로 만드나요?")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="몇 권 만드나요?")).to_be_visible()
    page.go_forward()
    page.get_by_role("link", name="58면").click()
    expect(page.get_by_text("104,000원").first).to_be_visible()
