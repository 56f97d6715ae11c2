"""Having an answer read aloud, copying it, passing it on, and its own page: in Chromium."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.web.widget_page import WidgetPage

if TYPE_CHECKING:
    from tests.web.browser import NewPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

_SPEECH = Path(__file__).with_name("speech.js")
_NO_SPEECH = """
  delete window.speechSynthesis; delete Window.prototype.speechSynthesis;
  delete window.SpeechRecognition; delete window.webkitSpeechRecognition;
"""
_SHARE = "window.shared = []; navigator.share = async (what) => { window.shared.push(what); };"


@pytest.fixture
def talking(new_page: "NewPage", server_url: str) -> WidgetPage:
    """The widget in a browser whose voice and ear the test controls."""
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script(path=_SPEECH)
    return WidgetPage(page, server_url).visit().open()


class TestReadAloud:
    def test_a_press_reads_the_answer_as_people_say_it_and_another_stops(self, talking: WidgetPage) -> None:
        talking.ask("여권 수수료는 얼마인가요?")
        talking.button("읽어 주기").click()
        lines = talking.page.evaluate("spoken.map((each) => each.text)")
        assert lines[0] == "여권 수수료"
        assert "십 년 여권, 오십팔 면 오만 이천 원" in lines
        assert "전화 여권팀 공삼일, 공공공, 일일공공" in lines
        assert lines[-1] == "이천이십육년 삼월 기준이에요."
        assert set(talking.page.evaluate("spoken.map((each) => each.lang)")) == {"ko-KR"}
        talking.button("그만 읽기").click()
        assert talking.page.evaluate("cancelled") == 1
        expect(talking.button("읽어 주기")).to_be_focused()

    def test_the_button_is_as_before_when_all_is_read_or_the_voice_fails(self, talking: WidgetPage) -> None:
        talking.ask("여권 수수료는 얼마인가요?")
        for event in ("end", "error"):
            talking.button("읽어 주기").click()
            expect(talking.button("그만 읽기")).to_be_visible()
            talking.page.evaluate(f"spoken.at(-1).dispatchEvent(new Event('{event}'))")
            expect(talking.button("읽어 주기")).to_be_visible()

    @pytest.mark.parametrize("way", ["닫기", "지우기"])
    def test_it_falls_silent_when_the_talk_is_closed_or_cleared(self, talking: WidgetPage, way: str) -> None:
        talking.ask("여권 수수료는 얼마인가요?")
        talking.button("읽어 주기").click()
        expect(talking.button("그만 읽기")).to_be_visible()
        talking.button(way).click()
        talking.page.wait_for_function("cancelled === 1")

    def test_a_second_answer_silences_the_first(self, talking: WidgetPage) -> None:
        talking.ask("여권 수수료는 얼마인가요?")
        talking.button("읽어 주기").click()
        expect(talking.button("그만 읽기")).to_be_visible()
        talking.ask("대형폐기물은 어떻게 버려요?")
        talking.page.wait_for_function("cancelled === 1")
        expect(talking.button("그만 읽기")).to_have_count(0)

    def test_without_a_voice_there_is_no_button(self, new_page: "NewPage", server_url: str) -> None:
        page = new_page()
        page.add_init_script(_NO_SPEECH)
        widget = WidgetPage(page, server_url).visit().open().ask("여권 수수료는 얼마인가요?")
        expect(widget.button("답 복사")).to_be_visible()
        expect(widget.button("읽어 주기")).to_be_hidden()

    @pytest.mark.parametrize("path", ["/faq/passport-fee", "/chat"])
    def test_our_own_pages_read_aloud_too(self, new_page: "NewPage", server_url: str, path: str) -> None:
        page = new_page()
        page.add_init_script(path=_SPEECH)
        page.goto(server_url + path)
        if path == "/chat":
            page.get_by_label("궁금한 것을 적어 주세요").fill("여권 수수료는 얼마인가요?")
            page.get_by_role("button", name="보내기").click()
        page.get_by_role("button", name="읽어 주기").click()
        assert "십 년 여권, 오십팔 면 오만 이천 원" in page.evaluate("spoken.map((each) => each.text)")
        page.get_by_role("button", name="그만 읽기").click()
        assert page.evaluate("cancelled") == 1


class TestPassingOn:
    def test_the_whole_answer_is_copied_with_what_proves_it(self, talking: WidgetPage) -> None:
        talking.ask("여권 수수료는 얼마인가요?")
        talking.button("답 복사").click()
        expect(talking.status).to_have_text("답을 복사했어요.")
        expect(talking.button("답 복사")).to_be_focused()
        copied = talking.page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("여권 수수료\n10년 여권은 58면 52,000원, 26면 49,000원이에요.\n")
        assert "- 한 번만 쓰는 여권 17,000원 (단수여권이라고 해요)\n" in copied
        assert copied.endswith(
            "\n\n문의: 여권팀 031-000-1100\n2026년 3월 기준\n출처: 여권법 시행규칙 별표\n"
            f"{talking.server_url}/faq/passport-fee"
        )

    def test_the_address_is_shared_where_the_device_can(self, new_page: "NewPage", server_url: str) -> None:
        page = new_page()
        page.add_init_script(_SHARE)
        widget = WidgetPage(page, server_url).visit().open().ask("여권 수수료는 얼마인가요?")
        widget.button("공유").click()
        url = f"{server_url}/faq/passport-fee"
        page.wait_for_function("shared.length === 1")
        assert page.evaluate("shared") == [{"title": "여권 수수료", "url": url}]

    def test_elsewhere_the_address_is_copied(self, talking: WidgetPage) -> None:
        talking.page.evaluate("navigator.share = undefined")
        talking.ask("여권 수수료는 얼마인가요?")
        talking.button("주소 복사").click()
        expect(talking.status).to_have_text("주소를 복사했어요.")
        url = f"{talking.server_url}/faq/passport-fee"
        assert talking.page.evaluate("navigator.clipboard.readText()") == url

    def test_a_forbidden_clipboard_is_said(self, talking: WidgetPage) -> None:
        talking.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
        talking.ask("여권 수수료는 얼마인가요?")
        talking.button("답 복사").click()
        expect(talking.status).to_have_text("복사하지 못했어요.")

    def test_the_answer_leads_to_its_own_page_which_prints(self, talking: WidgetPage) -> None:
        talking.ask("여권 수수료는 얼마인가요?")
        with talking.page.expect_popup() as opened:
            talking.answers.get_by_role("link", name="인쇄 화면 (새 창)").click()
        page = opened.value
        expect(page).to_have_url(f"{talking.server_url}/faq/passport-fee")
        page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
        page.get_by_role("button", name="인쇄").click()
        assert page.evaluate("printed") == 1


class TestOtherAgency:
    @pytest.mark.parametrize("width", [360, 1280])
    def test_a_long_name_and_a_short_number_fit_and_can_be_called(
        self, new_page: "NewPage", server_url: str, width: int
    ) -> None:
        widget = WidgetPage(new_page(width, 740), server_url).visit().open()
        widget.reply_with("agency").ask("연말정산 언제 해요")
        expect(widget.log.get_by_text("국세상담센터(국세청 홈택스")).to_be_visible()
        call = widget.log.get_by_role("link", name="126 전화하기")
        expect(call).to_have_attribute("href", "tel:126")
        site = widget.log.get_by_role("link", name="누리집 열기 (새 창)")
        expect(site).to_have_attribute("href", "https://www.nts.go.kr")
        for part in (call, site):
            box = part.bounding_box()
            assert box is not None
            assert box["height"] >= 44
        assert widget.log.evaluate("e => e.scrollWidth <= e.clientWidth")
