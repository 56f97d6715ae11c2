"""Personal numbers never leave the device, and nothing else is taken for one."""

import pytest
from playwright.sync_api import Page, expect

from chatbot.text.personal_data import MASK, mask_personal_data
from tests.web.widget_page import WidgetPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

HIDDEN = {
    "900101-1234567": "resident",
    "9001011234567": "resident",
    "900101 - 1234567": "resident",
    "900101 1234567": "resident",
    "９００１０１－１２３４５６７": "resident",
    "900101–5234567": "resident",
    "4518-1234-5678-9012": "card",
    "4518 1234 5678 9012": "card",
    "4518123456789012": "card",
    "11-12-345678-90": "licence",
    "M12345678": "passport",
    "M123A4567": "passport",
    "010-1234-5678": "mobile",
    "01012345678": "mobile",
    "010 1234 5678": "mobile",
    "011-234-5678": "mobile",
    "+82 10-1234-5678": "mobile",
}

LEFT_ALONE = [
    "031-980-2700",
    "1588-9090",
    "02-120",
    "119",
    "52,000원",
    "1000000원",
    "2026-03-01",
    "2026년 3월 1일 09:00~18:00",
    "여권법 제9조",
    "A4 용지 3장",
    "58면 52,000원, 26면 49,000원",
    "12가 3456",
]


@pytest.fixture
def page(widget: WidgetPage) -> Page:
    return widget.page


def hide(page: Page, text: str, caret: int = -1) -> dict[str, object]:
    """Run the script's own function on a text."""
    result: dict[str, object] = page.evaluate(
        """async ([text, mask, caret]) => {
          const { hideNumbers } = await import("/static/personal-numbers.js");
          return hideNumbers(text, mask, caret);
        }""",
        [text, MASK, caret],
    )
    return result


def test_every_kind_of_personal_number_is_hidden_wherever_it_stands(page: Page) -> None:
    for number, kind in HIDDEN.items():
        for text in (number, f"제 번호는 {number}인데 되나요", f"번호{number}", f"({number})"):
            expected = text.replace(number, MASK)
            assert hide(page, text) == {"text": expected, "kinds": [kind]}, text


def test_several_numbers_are_all_hidden(page: Page) -> None:
    text = "900101-1234567 910202-2345678, 010-1234-5678"
    assert hide(page, text)["text"] == f"{MASK} {MASK}, {MASK}"


def test_numbers_that_questions_need_are_left_alone(page: Page) -> None:
    for text in LEFT_ALONE:
        assert hide(page, text) == {"text": text, "kinds": []}, text


def test_what_the_script_hides_the_server_hides_too(page: Page) -> None:
    for text in [*HIDDEN, *LEFT_ALONE]:
        if text.isascii():
            assert hide(page, text)["text"] == mask_personal_data(text), text


def test_a_number_that_may_still_grow_waits_until_sending(page: Page) -> None:
    for growing in ("4518123456789", "900101-1", "011-234-5678", "M1234567"):
        assert hide(page, growing, len(growing))["text"] == growing
        assert hide(page, growing)["text"] == MASK
        assert hide(page, f"{growing} 여권", len(growing))["text"] == f"{growing} 여권"
        assert hide(page, f"{growing} 여권", len(growing) + 1)["text"] == f"{MASK} 여권"


class TestInTheField:
    def test_a_typed_number_is_replaced_at_once_with_a_note_and_the_focus_stays(
        self, widget: WidgetPage
    ) -> None:
        widget.reply_with("greeting").field.focus()
        widget.page.keyboard.type("900101-1234567 OK")
        expect(widget.field).to_have_value(f"{MASK} OK")
        alert = widget.host.get_by_role("alert")
        expect(alert.locator("strong")).to_have_text("주민등록번호를 가렸어요")
        expect(widget.field).to_be_focused()
        widget.page.keyboard.press("Enter")
        expect(widget.log.locator("[data-status]")).to_have_count(1)
        assert [post["message"] for post in widget.posts] == [f"{MASK} OK"]
        expect(alert).to_be_hidden()

    def test_a_number_typed_in_the_middle_leaves_the_caret_behind_it(self, widget: WidgetPage) -> None:
        widget.field.fill("번호  입니다")
        widget.field.evaluate("e => e.setSelectionRange(3, 3)")
        widget.page.keyboard.type("01012345678")
        expect(widget.field).to_have_value(f"번호 {MASK} 입니다")
        widget.page.keyboard.type("!")
        expect(widget.field).to_have_value(f"번호 {MASK}! 입니다")

    def test_a_number_is_hidden_in_the_very_moment_of_sending(self, widget: WidgetPage) -> None:
        widget.reply_with("greeting")
        widget.field.evaluate("e => { e.value = '900101-1 면 여권 되나요'; e.form.requestSubmit(); }")
        widget.page.wait_for_timeout(300)
        assert [post["message"] for post in widget.posts] == [f"{MASK} 면 여권 되나요"]
        expect(widget.host.get_by_role("alert")).to_contain_text("가렸어요")

    def test_it_never_stands_in_the_log(self, widget: WidgetPage) -> None:
        widget.break_line().ask("여권 M12345678 재발급")
        expect(widget.log.locator(".note.bad")).to_be_visible()
        assert "12345678" not in widget.panel.inner_text()
        expect(widget.field).to_have_value(f"여권 {MASK} 재발급")
