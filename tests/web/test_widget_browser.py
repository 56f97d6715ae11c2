"""What a citizen sees and does in the widget, on the real pages in the real Chromium."""

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.web.widget_page import WidgetPage, top_within

if TYPE_CHECKING:
    from tests.web.browser import NewPage
    from tests.web.conftest import ForeignSite

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

_NOTE_VIOLATIONS = """
  window.violations = [];
  addEventListener("securitypolicyviolation",
    (event) => window.violations.push(event.violatedDirective), true);
"""


class TestOpening:
    def test_nothing_is_fetched_before_the_launcher_is_pressed(
        self, new_page: "NewPage", server_url: str, foreign_site: "ForeignSite"
    ) -> None:
        page = new_page()
        fetched: list[str] = []
        page.on("request", lambda request: fetched.append(request.url))
        widget = WidgetPage(page, server_url).visit(foreign_site.url)
        expect(widget.launcher).to_be_visible()
        assert [url for url in fetched if url.startswith(server_url)] == [f"{server_url}/widget.js"]

    def test_on_a_wide_screen_the_field_has_the_focus_and_the_page_stays_usable(
        self, widget: WidgetPage
    ) -> None:
        expect(widget.field).to_be_focused()
        expect(widget.panel).to_have_attribute("aria-modal", "false")
        expect(widget.launcher).to_be_hidden()

    def test_the_launcher_looks_the_same_before_and_after_the_styles_came(
        self, new_page: "NewPage", server_url: str, foreign_site: "ForeignSite"
    ) -> None:
        for options in ({}, {"color_scheme": "dark"}, {"contrast": "more"}):
            widget = WidgetPage(new_page(**options), server_url).visit(foreign_site.url)
            look = """e => { const s = getComputedStyle(e); return [s.backgroundColor, s.color, s.borderColor,
                s.fontSize, s.fontFamily.split(",")[0], s.borderRadius, e.offsetWidth, e.offsetHeight]; }"""
            before = widget.launcher.evaluate(look)
            widget.open().button("닫기").click()
            widget.field.evaluate("() => document.activeElement.blur()")
            assert widget.launcher.evaluate(look) == before

    @pytest.mark.parametrize("missing", ["**/widget/panel", "**/static/panel.js*", "**/static/composer.js"])
    def test_a_launcher_that_could_not_load_says_so_and_works_when_pressed_again(
        self, new_page: "NewPage", server_url: str, missing: str
    ) -> None:
        widget = WidgetPage(new_page(), server_url).visit()
        widget.page.route(missing, lambda route: route.abort())
        widget.launcher.click()
        expect(widget.host.get_by_role("alert")).to_contain_text("다시 눌러 주세요")
        widget.page.unroute(missing)
        widget.open()
        expect(widget.host.locator(".failed")).to_have_count(0)

    def test_closing_gives_the_focus_back_and_keeps_the_talk(self, widget: WidgetPage) -> None:
        widget.reply_with("answered").ask("여권 준비물")
        expect(widget.answers).to_have_count(1)
        widget.button("닫기").click()
        expect(widget.panel).to_be_hidden()
        expect(widget.launcher).to_be_focused()
        expect(widget.launcher).to_have_attribute("aria-expanded", "false")
        widget.open()
        expect(widget.answers).to_have_count(1)

    def test_escape_closes_the_panel(self, widget: WidgetPage) -> None:
        widget.field.press("Escape")
        expect(widget.panel).to_be_hidden()
        expect(widget.launcher).to_be_focused()

    def test_tab_goes_from_head_to_log_to_composer_to_help_line_and_out(self, widget: WidgetPage) -> None:
        widget.button("글자·화면").focus()
        seen = []
        for _ in range(40):
            seen.append(
                widget.host.evaluate(
                    "e => { const a = e.shadowRoot.activeElement;"
                    "const part = a && a.closest('.panel-head, .log, .panel-foot > *');"
                    "return a ? (part || a).className : 'outside'; }"
                )
            )
            widget.page.keyboard.press("Tab")
        order = list(dict.fromkeys(seen))
        assert order == ["panel-head", "log", "composer", "help-line", "outside"]


class TestAnswering:
    def test_a_popular_question_is_answered_by_the_real_bot(self, widget: WidgetPage) -> None:
        first = widget.panel.locator('[data-part="start"] .row-link').first
        question = first.inner_text()
        first.click()
        expect(widget.questions).to_have_text([f"내 질문: {question}"])
        for words in ("기준", "담당", "출처", "주소"):
            expect(widget.answers.locator("dt", has_text=words)).to_be_visible()
        expect(widget.answers.locator('.call a[href^="tel:"]')).to_be_visible()
        expect(widget.answers.locator('dd a[href*="/faq/"]')).to_have_attribute(
            "href", re.compile(f"^{widget.server_url}/faq/")
        )

    def test_an_answer_shows_sections_in_their_fixed_order_with_fee_source_month_and_phone(
        self, widget: WidgetPage
    ) -> None:
        widget.reply_with("answered").ask("여권 처음 만드는데 뭐 필요해요")
        card = widget.answers
        assert card.locator("h4").all_inner_texts() == [
            "준비물",
            "수수료",
            "언제까지",
            "신청 방법",
            "알아 두세요",
        ]
        expect(card.locator("strong", has_text="본인이 직접")).to_be_visible()
        expect(card.locator("td", has_text="52,000원")).to_be_visible()
        expect(card.get_by_text("2026년 3월 기준")).to_be_visible()
        expect(card.get_by_role("link", name="여권법 제9조")).to_have_attribute("target", "_blank")
        expect(card.get_by_role("link", name="여권팀 031-980-2700")).to_have_attribute(
            "href", "tel:031-980-2700"
        )
        expect(card.get_by_text("지금은 상담 시간이 아니에요")).to_be_visible()

    def test_a_text_past_its_review_day_says_so_above_the_answer(self, widget: WidgetPage) -> None:
        widget.reply_with("review_due").ask("여권 준비물")
        note = widget.answers.locator(".note.warn")
        expect(note).to_contain_text("다시 확인하는 중이에요")
        lead, log = widget.answers.locator(".lead"), widget.log
        assert top_within(note, log) < top_within(lead, log)

    def test_a_new_answer_begins_at_the_top_of_the_log(self, widget: WidgetPage) -> None:
        widget.reply_with("answered").ask("첫 질문")
        expect(widget.answers).to_have_count(1)
        assert 0 <= top_within(widget.answers.first, widget.log) < 80
        widget.ask("둘째 질문")
        expect(widget.answers).to_have_count(2)
        assert 0 <= top_within(widget.answers.last, widget.log) < 80

    def test_one_sentence_a_turn_is_announced_and_the_focus_stays(self, widget: WidgetPage) -> None:
        widget.reply_with("answered").ask("여권 준비물")
        expect(widget.status).to_have_text("답을 찾았어요. 성인 여권 처음 만들기")
        expect(widget.field).to_be_focused()
        expect(widget.log).to_have_attribute("aria-live", "off")

    def test_a_slow_answer_shows_one_waiting_line(self, widget: WidgetPage) -> None:
        widget.reply_with("answered", delay_ms=1200).ask("여권 준비물")
        expect(widget.log.get_by_text("찾고 있어요")).to_be_visible()
        expect(widget.answers).to_have_count(1)
        expect(widget.log.get_by_text("찾고 있어요")).to_have_count(0)

    def test_a_choice_becomes_the_next_question(self, widget: WidgetPage) -> None:
        widget.reply_with("clarification").ask("여권 사진")
        choices = widget.log.locator(".choice")
        expect(choices).to_have_count(4)
        expect(choices.last).to_have_text("여기에 없어요")
        widget.reply_with("answered")
        choices.nth(1).click()
        expect(widget.answers).to_have_count(1)
        assert widget.posts[-1]["entry_id"] == "passport-processing-time"
        assert widget.posts[-1]["message"] == "신청하면 며칠 걸려요?"
        assert widget.posts[-1]["conversation_id"]
        expect(choices.nth(1)).to_be_focused()

    def test_none_of_the_choices_leads_to_the_telephone(self, widget: WidgetPage) -> None:
        widget.reply_with("clarification").ask("여권 사진")
        widget.reply_with("fallback")
        widget.log.locator(".choice.none").click()
        expect(widget.log.get_by_role("link", name="031-980-2114 전화하기")).to_be_visible()
        assert widget.posts[-1]["none"] is True

    def test_without_an_answer_there_is_a_call_near_questions_and_a_petition(
        self, widget: WidgetPage
    ) -> None:
        widget.reply_with("fallback").ask("반려견 놀이터")
        expect(widget.log.get_by_role("heading", name="확인된 답이 아직 없어요")).to_be_visible()
        expect(widget.log.locator("a.btn-primary")).to_have_attribute("href", "tel:031-980-2114")
        expect(widget.log.locator('[data-part="talk"] button.row-link')).to_have_count(3)
        expect(widget.log.get_by_role("link", name="국민신문고에 민원 쓰기")).to_be_visible()

    def test_an_emergency_number_is_one_tap_away(self, widget: WidgetPage) -> None:
        widget.reply_with("urgent").ask("불났어요")
        expect(widget.log.get_by_role("link", name="119 전화하기")).to_have_attribute("href", "tel:119")

    def test_a_topic_shows_its_questions_and_the_way_back(self, widget: WidgetPage) -> None:
        topic = widget.panel.locator("[data-topic]").first
        topic.click()
        shown = widget.panel.locator('[data-part="topic"]:visible')
        expect(shown.locator("h3")).to_be_focused()
        expect(shown.locator(".row-link").first).to_be_visible()
        widget.button("분야 다시 고르기").click()
        expect(topic).to_be_focused()
        topic.click()
        shown.locator(".row-link").first.click()
        expect(widget.answers).to_have_count(1)
        expect(widget.log).to_be_focused()


def test_the_widget_works_inside_another_site_under_the_strictest_policy(
    new_page: "NewPage", server_url: str, foreign_site: "ForeignSite"
) -> None:
    page: Page = new_page()
    problems: list[str] = []
    page.add_init_script(_NOTE_VIOLATIONS)
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    widget = WidgetPage(page, server_url).visit(foreign_site.url).open()
    widget.ask("여권 수수료 얼마예요?")
    expect(widget.answers.locator("td", has_text="52,000원")).to_be_visible()
    widget.button("글자·화면").click()
    widget.panel.locator(".size.s4").click()
    assert widget.panel.evaluate("e => getComputedStyle(e).position") == "fixed"
    assert page.evaluate("violations") == []
    assert problems == []
