"""The widget as a test sees it: what a citizen does, and what stands on the screen."""

import json
from typing import Any, Self

from playwright.sync_api import Locator, Page, Route

from tests.web.sample_replies import sample_reply


class WidgetPage:
    """A page with the widget in it."""

    def __init__(self, page: Page, server_url: str) -> None:
        self.page = page
        self.server_url = server_url
        self.host = page.locator("minwon-talk")
        self.launcher = self.host.locator(".launcher")
        self.panel = self.host.locator(".panel")
        self.log = self.host.locator(".log")
        self.field = self.host.locator(".composer input[name=message]")
        self.send = self.host.locator(".composer button[type=submit]")
        self.status = self.host.locator('[role="status"]')
        self.questions = self.host.locator(".q")
        self.answers = self.host.locator("article.answer")
        self.posts: list[dict[str, Any]] = []
        """Bodies of the requests to the chat, as far as `reply_with` answers them."""

    def visit(self, url: str | None = None) -> Self:
        """Go to the demo page, or to another one that has the widget."""
        self.page.goto(url or f"{self.server_url}/")
        return self

    def open(self) -> Self:
        """Press the launcher and wait for the panel."""
        self.launcher.click()
        self.panel.wait_for()
        return self

    def reply_with(self, kind: str = "answered", delay_ms: int = 0) -> Self:
        """From now on answer every turn with a sample reply of this kind, and note what was sent."""

        def answer(route: Route) -> None:
            body = json.loads(route.request.post_data or "{}")
            self.posts.append(body)
            if delay_ms:
                self.page.wait_for_timeout(delay_ms)
            reply = sample_reply(kind, body["message"])
            route.fulfill(status=200, content_type="application/json", body=reply.model_dump_json())

        self.page.unroute("**/api/chat")
        self.page.route("**/api/chat", answer)
        return self

    def break_line(self) -> Self:
        """From now on no turn reaches the server."""
        self.page.unroute("**/api/chat")
        self.page.route("**/api/chat", lambda route: route.abort("internetdisconnected"))
        return self

    def ask(self, message: str) -> Self:
        """Type a question and press Enter."""
        self.field.fill(message)
        self.field.press("Enter")
        return self

    def button(self, name: str) -> Locator:
        """Return the button of this name inside the panel."""
        return self.panel.get_by_role("button", name=name, exact=True)

    def focused(self) -> Locator:
        """Return what has the focus inside the widget."""
        return self.host.locator(":focus")


def top_within(part: Locator, log: Locator) -> float:
    """Return how far below the top edge of the log a part begins."""
    part_box, log_box = part.bounding_box(), log.bounding_box()
    assert part_box is not None
    assert log_box is not None
    return part_box["y"] - log_box["y"]


def cut_parts(panel: Locator) -> list[str]:
    """Return the parts of the panel that are wider than the room they have."""
    found: list[str] = panel.evaluate(
        """panel => {
          const edge = panel.getBoundingClientRect().right + 0.5;
          return [panel, ...panel.querySelectorAll("*")].filter((e) => {
            if (!e.getClientRects().length || e.closest(".hidden, template, svg")) return false;
            const own = getComputedStyle(e).overflowX;
            const scrolls = own !== "visible" && e.tagName !== "INPUT" && e.scrollWidth > e.clientWidth + 1;
            return e.getBoundingClientRect().right > edge || scrolls;
          }).map((e) => e.tagName + "." + e.className);
        }"""
    )
    return found
