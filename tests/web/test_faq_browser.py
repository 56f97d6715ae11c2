"""The question pages in Chromium: on phone and desk, without JavaScript, and on paper."""

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.web.test_pages_browser import problems_of

if TYPE_CHECKING:
    from tests.web.browser import NewPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

_PATHS = ["/faq", "/faq/topic/passport", "/faq/topic/waste", "/faq/passport-fee"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", _PATHS)
def test_a_page_fits_the_screen_and_breaks_no_policy(
    new_page: "NewPage", server_url: str, path: str, width: int, scheme: str
) -> None:
    page = new_page(width, 740, color_scheme=scheme)
    problems = problems_of(page)
    page.add_init_script(
        "window.broken = [];"
        "addEventListener('securitypolicyviolation', (event) => broken.push(event.violatedDirective));"
    )
    page.goto(server_url + path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("broken") == []
    assert problems == []


@pytest.mark.parametrize("path", _PATHS)
def test_its_headings_are_in_order(new_page: "NewPage", server_url: str, path: str) -> None:
    page = new_page()
    page.goto(server_url + path)
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(e => Number(e.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", ["/faq/topic/passport", "/faq/passport-fee"])
def test_the_structured_data_are_read_as_json(new_page: "NewPage", server_url: str, path: str) -> None:
    page = new_page()
    page.goto(server_url + path)
    block = page.locator('script[type="application/ld+json"]')
    data = json.loads(block.text_content() or "")
    assert data["@context"] == "https://schema.org"
    assert server_url in json.dumps(data)


class TestWithoutJavaScript:
    def test_the_way_from_the_index_to_an_answer_and_back(self, new_page: "NewPage", server_url: str) -> None:
        page = new_page(360, 740, java_script_enabled=False)
        page.goto(f"{server_url}/chat")
        page.get_by_role("navigation", name="주 메뉴").get_by_role("link", name="질문 찾기").click()
        expect(page).to_have_url(f"{server_url}/faq")
        page.get_by_role("link", name="여권 신청, 수수료, 분실").click()
        expect(page).to_have_url(f"{server_url}/faq/topic/passport")
        page.get_by_role("link", name="여권 수수료는 얼마인가요?").click()
        expect(page.locator("article.answer")).to_be_visible()
        crumbs = page.get_by_role("navigation", name="현재 위치")
        crumbs.get_by_role("link", name="여권").click()
        expect(page).to_have_url(f"{server_url}/faq/topic/passport")
        crumbs.get_by_role("link", name="질문 찾기").click()
        expect(page).to_have_url(f"{server_url}/faq")

    def test_a_question_typed_on_the_index_is_answered(self, new_page: "NewPage", server_url: str) -> None:
        page = new_page(java_script_enabled=False)
        page.goto(f"{server_url}/faq")
        page.get_by_label("궁금한 것을 적어 주세요").fill("여권 수수료는 얼마인가요?")
        page.get_by_role("button", name="찾기").click()
        expect(page.locator("article.answer")).to_be_visible()
        expect(page).to_have_url(f"{server_url}/chat")


class TestPaper:
    @pytest.mark.parametrize("entry_id", ["passport-fee", "passport-new", "waste-bulky"])
    def test_an_answer_fits_on_one_sheet(self, new_page: "NewPage", server_url: str, entry_id: str) -> None:
        page = new_page()
        page.goto(f"{server_url}/faq/{entry_id}")
        sheets = re.findall(rb"/Type\s*/Page[^s]", page.pdf(prefer_css_page_size=True))
        assert len(sheets) == 1

    def test_it_shows_address_and_date_and_nothing_to_press(
        self, new_page: "NewPage", server_url: str
    ) -> None:
        page = new_page()
        page.goto(f"{server_url}/faq/passport-fee")
        page.emulate_media(media="print")
        for hidden in (".site-head", ".site-foot", ".crumbs", ".page-tools", ".no-print"):
            for part in page.locator(hidden).all():
                expect(part).to_be_hidden()
        expect(page.get_by_text(f"{server_url}/faq/passport-fee")).to_be_visible()
        expect(page.locator("aside dd", has_text="2026년 3월 기준")).to_be_visible()
        call = page.locator(".call .btn")
        expect(call).to_contain_text("031-000-1100")
        assert call.evaluate("e => getComputedStyle(e).borderTopWidth") == "0px"

    def test_a_topic_prints_its_questions_without_the_ways_round_the_page(
        self, new_page: "NewPage", server_url: str
    ) -> None:
        page = new_page()
        page.goto(f"{server_url}/faq/topic/passport")
        page.emulate_media(media="print")
        expect(page.locator(".group a")).to_have_count(3)
        expect(page.get_by_text("여권 수수료는 얼마인가요?")).to_be_visible()
        expect(page.locator(".site-head")).to_be_hidden()
        expect(page.get_by_text("다른 분야 보기")).to_be_hidden()
