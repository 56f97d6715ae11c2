"""The page of a life event in the real browser: with and without scripts, on phone, desk and paper."""

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.web.axe import barriers_in_every_look
from tests.web.test_pages_browser import problems_of

if TYPE_CHECKING:
    from tests.web.browser import NewPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

_PATHS = ["/life", "/life/moving", "/life/moving?date=2026-03-02", "/life/moving?date=2025-11-01"]
_BAD = "/life/moving?date=2026-03-11"


@pytest.mark.parametrize("path", [*_PATHS, _BAD])
def test_a_page_has_no_barrier(new_page: "NewPage", server_url: str, path: str) -> None:
    page = new_page()
    page.goto(server_url + path)
    assert barriers_in_every_look(page) == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", [*_PATHS, _BAD])
def test_a_page_fits_the_screen_and_has_no_errors(
    new_page: "NewPage", server_url: str, path: str, width: int
) -> None:
    page = new_page(width, 740)
    problems = problems_of(page)
    page.goto(server_url + path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert problems == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_date_puts_the_most_urgent_first(new_page: "NewPage", server_url: str, scripts: bool) -> None:
    page = new_page(360, 740, java_script_enabled=scripts)
    page.goto(f"{server_url}/life/moving")
    page.get_by_label("이사한 날").fill("2026-03-02")
    page.get_by_role("button", name="기한 계산").click()
    expect(page.locator(".todo h2").first).to_have_text("1. 여권 분실 신고")
    expect(page.locator(".todo .by strong").first).to_have_text("3월 16일까지")
    expect(page.get_by_label("이사한 날")).to_have_value("2026-03-02")


def test_a_coming_day_is_refused_in_korean_beside_the_field(new_page: "NewPage", server_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{server_url}/life/moving")
    page.get_by_label("이사한 날").fill("2026-03-11")
    page.get_by_role("button", name="기한 계산").click()
    expect(page.get_by_role("alert")).to_have_text("앞날은 적을 수 없어요. 오늘이나 지난 날을 적어 주세요.")
    expect(page.get_by_label("이사한 날")).to_have_accessible_description(re.compile("앞날은"))


def test_boxes_are_ticked_by_a_target_large_enough_and_never_kept(
    new_page: "NewPage", server_url: str
) -> None:
    page = new_page(360, 740)
    sent: list[str] = []
    page.goto(f"{server_url}/life/moving")
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: sent.append(request.url))
    box = page.get_by_label("큰 짐 버리기 마쳤어요")
    target = page.locator(".tick").nth(1)
    size = target.bounding_box()
    assert size is not None
    assert min(size["width"], size["height"]) >= 44
    target.click()
    expect(box).to_be_checked()
    assert sent == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.reload()
    expect(page.get_by_label("큰 짐 버리기 마쳤어요")).not_to_be_checked()


def test_the_print_button_prints_and_stays_away_without_scripts(new_page: "NewPage", server_url: str) -> None:
    page = new_page()
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    page.goto(f"{server_url}/life/moving")
    page.get_by_role("button", name="인쇄").click()
    assert page.evaluate("printed") == 1
    plain = new_page(java_script_enabled=False)
    plain.goto(f"{server_url}/life/moving")
    expect(plain.locator('[data-action="print"]')).to_be_hidden()


def test_paper_is_one_sheet_with_date_papers_and_boxes_but_without_buttons(
    new_page: "NewPage", server_url: str
) -> None:
    page = new_page(688, 1000, color_scheme="dark")
    page.goto(f"{server_url}/life/moving?date=2026-03-02")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1
    page.emulate_media(media="print")
    for hidden in (".when-form", ".site-head", ".crumbs", ".site-foot"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.get_by_role("button", name="인쇄")).to_be_hidden()
    expect(page.get_by_text("이사한 날: 2026년 3월 2일")).to_be_visible()
    expect(page.locator(".tick input").first).to_be_visible()
    visit = page.locator(".side .card").first
    assert visit.bounding_box()["y"] < page.locator(".todo").bounding_box()["y"]  # type: ignore[index]
    assert page.locator(".todo h2").first.evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"


def test_the_chat_leads_there_without_scripts(new_page: "NewPage", server_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{server_url}/chat")
    page.locator("[name=message]").fill("이사했어요")
    page.get_by_role("button", name="보내기").click()
    link = page.locator('.row-link[href="/life/moving"]')
    with page.context.expect_page() as opened:
        link.click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("이사했어요")
