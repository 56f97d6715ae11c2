"""One Enter sends once, the whole text, in every order in which browsers report Hangul and keys."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.web.widget_page import WidgetPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

_KEYBOARD = Path(__file__).with_name("keyboard.js").read_text(encoding="utf-8")
_SETTLED_MS = 500

Step = tuple[str, Any] | tuple[str]

_CHROME_MAC = {"key": "Enter", "code": "Enter", "keyCode": 229, "isComposing": True}
_CHROME_WINDOWS = {"key": "Process", "code": "Enter", "keyCode": 229, "isComposing": True}
_SAFARI = {"key": "Enter", "code": "Enter", "keyCode": 229, "isComposing": False}
_GBOARD = {"key": "Unidentified", "code": "", "keyCode": 229, "isComposing": True}
_NUMPAD = {"key": "Process", "code": "NumpadEnter", "keyCode": 229, "isComposing": True}

# "여권 사진" whose last syllable is still open when Enter comes.
_OPEN: list[Step] = [("type", "여권 사"), ("start",), ("compose", "ㅈ"), ("compose", "지"), ("compose", "진")]

ORDERS: dict[str, list[Step]] = {
    "plain Enter after ASCII": [("type", "passport"), ("enter",)],
    "plain Enter after a finished syllable": [*_OPEN, ("end", "진"), ("wait", 30), ("enter",)],
    "Chrome on macOS": [*_OPEN, ("keydown", _CHROME_MAC), ("end", "진"), ("enter",)],
    "Chrome on macOS, second key late": [
        *_OPEN, ("keydown", _CHROME_MAC), ("end", "진"), ("wait", 40), ("enter",),
    ],
    "Chrome on Windows": [*_OPEN, ("keydown", _CHROME_WINDOWS), ("end", "진"), ("wait", 5), ("enter",)],
    "Chrome, no second key": [*_OPEN, ("keydown", _CHROME_MAC), ("wait", 20), ("end", "진")],
    "Enter of the number block": [*_OPEN, ("keydown", _NUMPAD), ("end", "진")],
    "Firefox, final input after the end": [
        *_OPEN, ("keydown", _CHROME_WINDOWS), ("end", "진"), ("commitInput", "진"),
    ],
    "Firefox, then a plain Enter": [
        *_OPEN, ("keydown", _CHROME_WINDOWS), ("end", "진"), ("commitInput", "진"), ("enter",),
    ],
    "Safari": [*_OPEN, ("end", "진"), ("keydown", _SAFARI)],
    "Safari, then a submit": [*_OPEN, ("end", "진"), ("keydown", _SAFARI), ("submit",)],
    "Safari, then a late submit": [*_OPEN, ("end", "진"), ("keydown", _SAFARI), ("wait", 30), ("submit",)],
    "Android, submit with the syllable open": [*_OPEN, ("keydown", _GBOARD), ("submit",)],
    "Android, Enter key and submit with the syllable open": [*_OPEN, ("enter", {"isComposing": True})],
    "Android, the end comes after the submit": [*_OPEN, ("submit",), ("wait", 20), ("end", "진")],
    "Android, only a line break": [*_OPEN, ("end", "진"), ("keydown", _GBOARD), ("lineBreak",)],
    "Android, line break and submit": [*_OPEN, ("end", "진"), ("lineBreak",), ("submit",)],
    "Android, the word is written again after sending": [
        *_OPEN, ("submit",), ("wait", 150), ("echo", "진"), ("end", "진"),
    ],
    "Android, the whole text is written again after sending": [
        *_OPEN, ("submit",), ("wait", 150), ("echo", "여권 사진"), ("end", "여권 사진"),
    ],
    "the last syllable comes back after the end": [
        *_OPEN, ("keydown", _CHROME_MAC), ("end", "진"), ("wait", 10), ("echo", "진"),
    ],
    "two plain Enters": [("type", "passport"), ("enter",), ("enter",)],
    "two Enters while composing": [
        *_OPEN, ("keydown", _CHROME_MAC), ("keydown", _CHROME_MAC), ("end", "진"), ("enter",), ("enter",),
    ],
    "Enter held down": [("type", "passport"), ("enter",), *[("enter", {"repeat": True})] * 8],
    "Enter held down while composing": [
        *_OPEN, ("keydown", _CHROME_MAC), ("keydown", {**_CHROME_MAC, "repeat": True}), ("end", "진"),
        *[("enter", {"repeat": True})] * 8,
    ],
    "click, the syllable ends on leaving the field": [*_OPEN, ("blur",), ("end", "진"), ("submit",)],
    "click, the syllable never ends": [*_OPEN, ("submit",)],
    "Enter, then more of the same syllable before it ends": [
        ("type", "여권 사"), ("start",), ("compose", "지"), ("keydown", _CHROME_MAC), ("wait", 200),
        ("compose", "진"), ("end", "진"),
    ],
    "Enter, then the next syllable opens at once": [
        ("type", "여권 "), ("start",), ("compose", "사"), ("keydown", _CHROME_MAC), ("end", "사"),
        ("start",), ("compose", "지"), ("wait", 200), ("compose", "진"), ("end", "진"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("order", ORDERS)
def test_the_whole_text_is_sent_once_and_the_field_stays_empty(widget: WidgetPage, order: str) -> None:
    widget.reply_with("greeting")
    widget.field.evaluate(_KEYBOARD, ORDERS[order])
    widget.page.wait_for_timeout(_SETTLED_MS)
    assert [post["message"] for post in widget.posts] == [
        "passport" if ("type", "passport") in ORDERS[order] else "여권 사진"
    ]
    expect(widget.field).to_have_value("")
    expect(widget.questions).to_have_count(1)


@pytest.mark.parametrize(
    "steps",
    [
        [*_OPEN],
        [*_OPEN, ("keydown", _CHROME_MAC), ("wait", 300)],
        [*_OPEN, ("keydown", _GBOARD), ("end", "진")],
        [*_OPEN, ("keydown", {"key": "Escape", "code": "Escape", "keyCode": 229, "isComposing": True})],
        [("type", "   "), ("enter",)],
    ],
    ids=["no Enter", "syllable still open", "a letter key", "Escape while composing", "only spaces"],
)
def test_nothing_is_sent_before_enter_or_with_a_syllable_still_open(
    widget: WidgetPage, steps: list[Step]
) -> None:
    widget.reply_with("greeting")
    widget.field.evaluate(_KEYBOARD, steps)
    widget.page.wait_for_timeout(_SETTLED_MS)
    assert widget.posts == []
    expect(widget.panel).to_be_visible()
    assert widget.field.input_value() in ("여권 사진", "   ")


def test_a_syllable_that_never_ended_does_not_keep_escape_from_closing(widget: WidgetPage) -> None:
    widget.field.evaluate(_KEYBOARD, [*_OPEN, ("blur",)])
    widget.field.press("Escape")
    expect(widget.panel).to_be_hidden()


def test_the_next_question_is_typed_and_sent_like_the_first(widget: WidgetPage) -> None:
    widget.reply_with("greeting")
    steps: list[Step] = [*_OPEN, ("keydown", _CHROME_MAC), ("end", "진"), ("enter",), ("wait", 50)]
    widget.field.evaluate(_KEYBOARD, [*steps, ("type", "진"), ("enter",)])
    widget.page.wait_for_timeout(_SETTLED_MS)
    assert [post["message"] for post in widget.posts] == ["여권 사진", "진"]


def test_a_question_asked_while_another_is_under_way_comes_after_it(widget: WidgetPage) -> None:
    widget.reply_with("greeting", delay_ms=300)
    widget.ask("첫째").ask("둘째")
    expect(widget.host.locator("[data-status]")).to_have_count(2)
    assert [post["message"] for post in widget.posts] == ["첫째", "둘째"]
    assert widget.posts[1]["conversation_id"] is not None
    expect(widget.questions).to_contain_text(["첫째", "둘째"])


class TestRealInputMethod:
    """Chromium's own composition, driven through the protocol that input methods use."""

    def test_enter_after_a_composed_word_sends_it_once(self, widget: WidgetPage) -> None:
        widget.reply_with("greeting")
        widget.field.focus()
        protocol = widget.page.context.new_cdp_session(widget.page)
        for text in ("ㅇ", "여", "역", "여궈", "여권"):
            protocol.send("Input.imeSetComposition", _composition(text))
        protocol.send("Input.insertText", {"text": "여권"})
        widget.page.keyboard.press("Enter")
        widget.page.wait_for_timeout(_SETTLED_MS)
        assert [post["message"] for post in widget.posts] == ["여권"]
        expect(widget.field).to_have_value("")

    @pytest.mark.parametrize("code", [13, 229])
    def test_enter_within_a_syllable_sends_it_once(self, widget: WidgetPage, code: int) -> None:
        widget.reply_with("greeting")
        widget.field.focus()
        protocol = widget.page.context.new_cdp_session(widget.page)
        protocol.send("Input.insertText", {"text": "여권 사"})
        for text in ("ㅈ", "지", "진"):
            protocol.send("Input.imeSetComposition", _composition(text))
        key = {
            "key": "Enter",
            "code": "Enter",
            "windowsVirtualKeyCode": code,
            "text": "\r" if code == 13 else "",
        }
        protocol.send("Input.dispatchKeyEvent", {"type": "keyDown", **key})
        protocol.send("Input.insertText", {"text": "진"})
        protocol.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})
        widget.page.wait_for_timeout(_SETTLED_MS)
        assert [post["message"] for post in widget.posts] == ["여권 사진"]
        expect(widget.field).to_have_value("")

    def test_a_click_within_a_syllable_sends_it_once(self, widget: WidgetPage) -> None:
        widget.reply_with("greeting")
        widget.field.focus()
        protocol = widget.page.context.new_cdp_session(widget.page)
        protocol.send("Input.insertText", {"text": "여권 사"})
        protocol.send("Input.imeSetComposition", _composition("진"))
        widget.send.click()
        widget.page.wait_for_timeout(_SETTLED_MS)
        assert [post["message"] for post in widget.posts] == ["여권 사진"]
        expect(widget.field).to_have_value("")

    def test_real_keys_pressed_twice_and_held_send_once(self, widget: WidgetPage) -> None:
        widget.reply_with("greeting")
        widget.field.focus()
        widget.page.keyboard.type("passport")
        for _ in range(5):
            widget.page.keyboard.down("Enter")
        widget.page.keyboard.up("Enter")
        widget.page.keyboard.press("Enter")
        widget.page.wait_for_timeout(_SETTLED_MS)
        assert [post["message"] for post in widget.posts] == ["passport"]


def _composition(text: str) -> dict[str, Any]:
    return {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
