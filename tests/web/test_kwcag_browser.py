"""What KWCAG 2.2 asks for and axe cannot see; `web/ACCESSIBILITY.md` says which test keeps what."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.web.widget_page import WidgetPage

if TYPE_CHECKING:
    from tests.web.browser import NewPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

_WEB = Path(__file__).parents[2] / "web"
_PATHS = ["/", "/faq", "/faq/topic/passport", "/faq/passport-fee", "/chat", "/faq/no-such-entry"]
_QUESTION = "여권 수수료는 얼마인가요?"

# Inside the shadow tree of the widget where there is one, else in the document.
_PARTS = """(selector) => {
  const host = document.querySelector("minwon-talk");
  const roots = [document, ...(host ? [host.shadowRoot] : [])];
  return roots.flatMap((root) => [...root.querySelectorAll(selector)])
    .filter((e) => e.getClientRects().length);
}"""


def seen(page: Page, selector: str, what: str) -> list[str]:
    """Return something of every visible element, shadow tree included."""
    found: list[str] = page.evaluate(f"(selector) => ({_PARTS})(selector).map({what})", selector)
    return found


def answered(widget: WidgetPage) -> WidgetPage:
    widget.ask(_QUESTION)
    expect(widget.button("답 복사").or_(widget.button("읽어 주기")).first).to_be_visible()
    return widget


def test_the_table_of_fees_names_its_rows_and_columns(widget: WidgetPage) -> None:
    answered(widget)
    table = widget.answers.get_by_role("table", name="여권 수수료 수수료")
    expect(table.get_by_role("columnheader")).to_have_text(["구분", "금액"])
    expect(table.get_by_role("rowheader")).to_have_count(4)


def test_no_word_points_by_place_or_colour_alone() -> None:
    pointing = re.compile("오른쪽|왼쪽|위쪽|아래쪽|빨간|파란|초록|노란|동그란|네모난")
    for path in (*_WEB.glob("templates/*.html"), *_WEB.glob("static/*.js")):
        assert not pointing.search(path.read_text(encoding="utf-8")), path.name


def test_a_pressed_button_is_marked_by_more_than_colour(widget: WidgetPage) -> None:
    answered(widget)
    widget.button("아니요").click()
    expect(widget.log.locator(".thanks")).to_be_visible()
    mark = "e => getComputedStyle(e, '::before').content"
    assert "✓" in widget.button("아니요").evaluate(mark)
    assert "✓" not in widget.button("네, 됐어요").evaluate(mark)


def test_nothing_moves_or_plays_by_itself(new_page: "NewPage", server_url: str) -> None:
    page = new_page()
    page.emulate_media(reduced_motion="no-preference")
    widget = answered(WidgetPage(page, server_url).visit().open())
    page.wait_for_timeout(500)
    assert seen(page, "audio, video, marquee, blink, object, embed", "e => e.tagName") == []
    assert page.evaluate("document.getAnimations().length") == 0
    assert widget.host.evaluate("e => e.shadowRoot.getAnimations().length") == 0
    assert page.evaluate("speechSynthesis.speaking") is False


@pytest.mark.parametrize("path", _PATHS)
def test_the_focus_is_always_seen(new_page: "NewPage", server_url: str, path: str) -> None:
    page = new_page()
    page.goto(server_url + path)
    for _ in range(25):
        page.keyboard.press("Tab")
        style = page.evaluate(
            """() => {
              let active = document.activeElement;
              if (active.shadowRoot) active = active.shadowRoot.activeElement;
              if (!active || active === document.body) return "solid";
              return getComputedStyle(active).outlineStyle;
            }"""
        )
        assert style != "none"


def test_no_letter_alone_does_anything(widget: WidgetPage) -> None:
    answered(widget)
    widget.log.focus()
    before = widget.panel.inner_text()
    widget.page.keyboard.type("abcdefghijklmnopqrstuvwxyz0123456789?/.")
    assert widget.panel.inner_text() == before
    expect(widget.log).to_be_focused()


@pytest.mark.parametrize("path", _PATHS)
def test_the_first_tab_stop_leads_to_the_content(new_page: "NewPage", server_url: str, path: str) -> None:
    page = new_page()
    page.goto(server_url + path)
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="본문으로 가기")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))
    expect(page.locator("main#main")).to_have_count(1)


@pytest.mark.parametrize("path", _PATHS)
def test_every_link_says_where_it_leads(new_page: "NewPage", server_url: str, path: str) -> None:
    page = new_page()
    page.goto(server_url + path)
    if path == "/":
        answered(WidgetPage(page, server_url).open())
    words = "e => [(e.ariaLabel || e.textContent).trim(), e.target].join('|')"
    for link in seen(page, "a[href]", words):
        text, _, target = link.rpartition("|")
        assert len(text) > 1, link
        assert text not in ("여기", "바로가기", "더보기", "클릭"), link
        assert target != "_blank" or "새 창" in text, link


def test_no_script_listens_to_gestures_or_motion() -> None:
    gestures = re.compile(
        "devicemotion|deviceorientation|gesturestart|dragstart|draggable|touchstart|ontouch"
    )
    for path in (*_WEB.glob("static/**/*.js"), *_WEB.glob("templates/**/*.*")):
        assert not gestures.search(path.read_text(encoding="utf-8")), path.name


def test_a_press_that_is_let_go_elsewhere_does_nothing(new_page: "NewPage", server_url: str) -> None:
    page = new_page()
    widget = WidgetPage(page, server_url).visit()

    def press_and_slip_off(x: float, y: float) -> None:
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(5, 5)
        page.mouse.up()

    box = widget.launcher.bounding_box()
    assert box is not None
    press_and_slip_off(box["x"] + 20, box["y"] + 20)
    expect(widget.panel).to_have_count(0)
    widget.open().reply_with("greeting").field.fill("여권")
    for button in (widget.send, widget.button("닫기"), widget.button("지우기")):
        box = button.bounding_box()
        assert box is not None
        press_and_slip_off(box["x"] + 10, box["y"] + 10)
    expect(widget.panel).to_be_visible()
    expect(widget.field).to_have_value("여권")
    assert widget.posts == []


@pytest.mark.parametrize("path", _PATHS)
def test_every_name_holds_the_words_that_are_seen(new_page: "NewPage", server_url: str, path: str) -> None:
    page = new_page()
    page.goto(server_url + path)
    if path == "/":
        answered(WidgetPage(page, server_url).open())
    unlike = "e => e.ariaLabel.includes(e.innerText.trim()) ? '' : e.outerHTML"
    assert set(seen(page, "button[aria-label], a[aria-label]", unlike)) <= {""}


@pytest.mark.parametrize("path", _PATHS)
def test_the_language_is_korean(new_page: "NewPage", server_url: str, path: str) -> None:
    page = new_page()
    page.goto(server_url + path)
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    if path == "/":
        expect(WidgetPage(page, server_url).open().host.locator(".mt")).to_have_attribute("lang", "ko")


@pytest.mark.parametrize("path", ["/faq", "/faq/passport-fee", "/faq/no-such-entry"])
def test_the_telephone_number_is_always_in_the_same_place(
    new_page: "NewPage", server_url: str, path: str
) -> None:
    page = new_page()
    page.goto(server_url + path)
    expect(page.locator("footer a[href='tel:031-000-1000']")).to_be_visible()
    page.goto(server_url)
    widget = WidgetPage(page, server_url).open()
    help_line = widget.panel.locator(".help-line a[href='tel:031-000-1000']")
    place = help_line.bounding_box()
    answered(widget)
    assert help_line.bounding_box() == place


def test_no_page_asks_to_sign_in(new_page: "NewPage", server_url: str) -> None:
    page = new_page()
    for path in _PATHS:
        page.goto(server_url + path)
        assert seen(page, "input[type=password], input[autocomplete=username]", "e => e.name") == []


@pytest.mark.parametrize("path", _PATHS)
def test_no_id_stands_twice(new_page: "NewPage", server_url: str, path: str) -> None:
    page = new_page()
    page.goto(server_url + path)
    if path == "/":
        widget = answered(WidgetPage(page, server_url).open())
        widget.button("아니요").click()
        widget.ask("대형폐기물은 어떻게 버려요?")
        expect(widget.answers).to_have_count(2)
        widget.button("아니요").last.click()
        expect(widget.log.locator(".comment")).to_have_count(2)
    twice = """() => {
      const host = document.querySelector("minwon-talk");
      const roots = [document, ...(host ? [host.shadowRoot] : [])];
      return roots.flatMap((root) => {
        const ids = [...root.querySelectorAll("[id]")].map((e) => e.id);
        return ids.filter((id, place) => ids.indexOf(id) !== place);
      });
    }"""
    assert page.evaluate(twice) == []
