"""Our own pages: on phone and desk, without errors, and without JavaScript."""

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from tests.web.browser import NewPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

_PATHS = [
    "/",
    "/chat",
    "/chat?topic=passport",
    "/faq/passport-fee",
    "/faq/passport-new",
    "/kakao/setup",
    "/guide",
    "/guide/passport-steps",
    "/guide/passport-steps?a=lost",
    "/guide/passport-steps?a=first&a=2&a=thick",
    "/guide/passport-steps?a=lost&a=2026-02-21",
    "/guide/passport-steps/picture",
]


def problems_of(page: Page) -> list[str]:
    """Return a list that fills with errors of the console and of scripts."""
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    return problems


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", _PATHS)
def test_a_page_fits_the_screen_and_has_no_errors(
    new_page: "NewPage", server_url: str, path: str, width: int
) -> None:
    page = new_page(width, 740)
    problems = problems_of(page)
    page.goto(server_url + path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert problems == []


@pytest.mark.parametrize("path", [*_PATHS, "/faq/no-such-entry"])
def test_a_page_has_one_h1_a_title_a_main_part_and_no_skipped_heading(
    new_page: "NewPage", server_url: str, path: str
) -> None:
    page = new_page()
    page.goto(server_url + path)
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(e => Number(e.tagName[1]))")
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.locator("main").count() == 1
    assert page.title().strip()
    assert page.locator('a[href^="tel:"]').count() > 0


class TestWithoutJavaScript:
    def test_a_typed_question_is_answered_and_a_related_one_can_be_chosen(
        self, new_page: "NewPage", server_url: str
    ) -> None:
        page = new_page(360, 740, java_script_enabled=False)
        page.goto(f"{server_url}/chat")
        page.get_by_label("궁금한 것을 적어 주세요").fill("여권 수수료는 얼마인가요?")
        page.get_by_role("button", name="보내기").click()
        article = page.locator("article.answer")
        expect(article.locator("td", has_text="52,000원")).to_be_visible()
        expect(article.get_by_text("출처")).to_be_visible()
        expect(page.locator(".q")).to_contain_text("여권 수수료는 얼마인가요?")
        talk = page.locator("input[name=conversation_id]").first.input_value()
        related = page.locator("button[name=entry_id]").first
        question = related.inner_text()
        related.click()
        expect(page.locator(".q")).to_contain_text(question)
        expect(article).to_have_count(1)
        assert page.locator("input[name=conversation_id]").first.input_value() == talk

    def test_a_popular_question_and_a_topic_lead_to_answers(
        self, new_page: "NewPage", server_url: str
    ) -> None:
        page = new_page(java_script_enabled=False)
        page.goto(f"{server_url}/chat")
        page.locator("button[name=entry_id]").first.click()
        expect(page.locator("article.answer")).to_be_visible()
        page.goto(f"{server_url}/chat")
        page.locator(".cats a").first.click()
        page.locator(".row-link").first.click()
        expect(page).to_have_url(f"{server_url}/faq/passport-fee")

    def test_a_question_without_an_answer_ends_at_the_telephone(
        self, new_page: "NewPage", server_url: str
    ) -> None:
        page = new_page(java_script_enabled=False)
        page.goto(f"{server_url}/chat")
        page.locator("[name=message]").fill("양자역학에서 슈뢰딩거 방정식이 뭐야")
        page.locator("[name=message]").press("Enter")
        expect(page.locator('.call a.btn-primary[href^="tel:"]')).to_be_visible()

    def test_the_tools_that_need_scripts_are_left_out(self, new_page: "NewPage", server_url: str) -> None:
        page = new_page(java_script_enabled=False)
        page.goto(f"{server_url}/faq/passport-fee")
        for button in page.locator(".answer-tools button").all():
            expect(button).to_be_hidden()
        expect(page.locator("article.answer")).to_be_visible()


class TestAnswerPage:
    def test_it_shows_month_owner_source_and_phone_beside_the_answer(
        self, new_page: "NewPage", server_url: str
    ) -> None:
        page = new_page()
        page.goto(f"{server_url}/faq/passport-fee")
        side = page.locator("aside.side")
        for words in ("담당", "기준", "출처", "이 답변의 주소"):
            expect(side.locator("dt", has_text=words).first).to_be_visible()
        expect(side.locator('a.btn-primary[href^="tel:"]')).to_be_visible()
        expect(page.locator('link[rel="canonical"]')).to_have_attribute("href", "/faq/passport-fee")

    def test_print_and_copy_work(self, new_page: "NewPage", server_url: str) -> None:
        page = new_page(permissions=["clipboard-read", "clipboard-write"])
        page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
        page.goto(f"{server_url}/faq/passport-fee?from=search")
        page.get_by_role("button", name="인쇄").click()
        assert page.evaluate("printed") == 1
        page.get_by_role("button", name="주소 복사").click()
        expect(page.get_by_role("status")).to_have_text("주소를 복사했어요.")
        assert page.evaluate("navigator.clipboard.readText()") == f"{server_url}/faq/passport-fee"

    def test_paper_shows_the_answer_and_its_proof_in_black_without_buttons(
        self, new_page: "NewPage", server_url: str
    ) -> None:
        page = new_page(color_scheme="dark")
        page.goto(f"{server_url}/faq/passport-fee")
        page.emulate_media(media="print")
        expect(page.locator(".page-tools")).to_be_hidden()
        expect(page.locator(".site-head nav")).to_be_hidden()
        expect(page.locator("aside dt", has_text="출처")).to_be_visible()
        assert page.locator(".lead").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"


class TestChatPage:
    def test_personal_numbers_are_hidden_before_the_form_is_sent(
        self, new_page: "NewPage", server_url: str
    ) -> None:
        page = new_page()
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.post_data or ""))
        page.goto(f"{server_url}/chat")
        page.locator("[name=message]").fill("900101-1234567 여권 수수료 얼마예요?")
        expect(page.get_by_role("alert")).to_contain_text("주민등록번호를 가렸어요")
        page.locator("[name=message]").press("Enter")
        expect(page.locator(".q")).to_contain_text("[가린 번호]")
        assert "900101" not in "".join(sent)

    def test_the_demo_page_says_that_it_is_no_official_site(
        self, new_page: "NewPage", server_url: str
    ) -> None:
        page = new_page()
        page.goto(server_url)
        expect(page.get_by_text("공식 누리집이 아니에요")).to_be_visible()

    def test_the_search_field_of_the_demo_page_gives_an_answer_and_keeps_the_words_out_of_the_address(
        self, new_page: "NewPage", server_url: str
    ) -> None:
        page = new_page(java_script_enabled=False)
        page.goto(server_url)
        page.get_by_label("누리집에서 찾기").fill("여권 수수료는 얼마인가요?")
        page.get_by_role("button", name="찾기").click()
        expect(page.locator("article.answer")).to_be_visible()
        expect(page).to_have_url(f"{server_url}/chat")

    def test_every_own_link_of_the_demo_page_leads_somewhere(
        self, new_page: "NewPage", server_url: str
    ) -> None:
        page = new_page()
        page.goto(server_url)
        for path in page.locator('a[href^="/"]').evaluate_all("all => all.map(e => e.getAttribute('href'))"):
            assert page.request.get(server_url + path).ok, path
        for target in page.locator('a[href^="#"]').evaluate_all(
            "all => all.map(e => e.getAttribute('href'))"
        ):
            expect(page.locator(target)).to_have_count(1)

    def test_an_unknown_address_still_gives_the_telephone(self, new_page: "NewPage", server_url: str) -> None:
        page = new_page(360, 740)
        response = page.goto(f"{server_url}/faq/no-such-entry")
        assert response is not None
        assert response.status == 404
        expect(page.locator('main a[href^="tel:"]')).to_be_visible()
