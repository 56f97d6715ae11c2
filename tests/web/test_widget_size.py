"""How much a host page has to load: measured on what the browser really fetches, gzipped."""

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Response, expect

from tests.web.widget_page import WidgetPage

if TYPE_CHECKING:
    from tests.web.browser import NewPage
    from tests.web.conftest import ForeignSite

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

_STATIC = Path(__file__).parents[2] / "web" / "static"
_OF_PAGES = {f"/static/{name}.js" for name in ("guard-forms", "page-tools", "kiosk-page")}
_SPEECH = Path(__file__).with_name("speech.js")
# The host page's line has no attribute; it is given one before the script runs.
_KIOSK = """new MutationObserver(() => {
  for (const script of document.scripts) if (script.src.endsWith("/widget.js")) script.dataset.kiosk = "90";
}).observe(document, { childList: true, subtree: true });"""

_LOADER_LIMIT = 5 * 1024
_WIDGET_LIMIT = 30 * 1024


def test_the_loader_and_the_whole_widget_stay_small(
    new_page: "NewPage", server_url: str, foreign_site: "ForeignSite"
) -> None:
    page = new_page()
    responses: list[Response] = []
    # Playwright marks its listeners, which a method of a list does not allow.
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108
    page.add_init_script(path=_SPEECH)
    page.add_init_script(_KIOSK)
    widget = WidgetPage(page, server_url).visit(foreign_site.url).open()
    # What is loaded only when it is needed counts as well.
    widget.button("말로 쓰기").click()
    widget.ask("여권 수수료는 얼마인가요?")
    widget.button("읽어 주기").click()
    widget.button("네, 됐어요").click()
    expect(widget.log.locator(".thanks")).to_be_visible()
    sizes = {
        response.url.removeprefix(server_url).partition("?")[0]: len(gzip.compress(response.body()))
        for response in responses
        if response.url.startswith(server_url)
    }
    for path in ("/api/chat", "/api/feedback"):
        del sizes[path]
    modules = {f"/static/{path.name}" for path in _STATIC.glob("*.js")} - _OF_PAGES
    assert modules <= sizes.keys()
    assert sizes["/widget.js"] <= _LOADER_LIMIT, sizes
    assert {"/widget/panel", "/static/panel.js", "/static/composer.js", "/static/tokens.css"} <= sizes.keys()
    assert sum(sizes.values()) <= _WIDGET_LIMIT, (sum(sizes.values()), sizes)
