"""How much a host page has to load: measured on what the browser really fetches, gzipped."""

import gzip
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Response, expect

from tests.web.widget_page import WidgetPage

if TYPE_CHECKING:
    from tests.web.browser import NewPage
    from tests.web.conftest import ForeignSite

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

_LOADER_LIMIT = 5 * 1024
_WIDGET_LIMIT = 30 * 1024


def test_the_loader_and_the_whole_widget_stay_small(
    new_page: "NewPage", server_url: str, foreign_site: "ForeignSite"
) -> None:
    page = new_page()
    responses: list[Response] = []
    # Playwright marks its listeners, which a method of a list does not allow.
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108
    widget = WidgetPage(page, server_url).visit(foreign_site.url).open()
    expect(widget.field).to_be_visible()
    sizes = {
        response.url.removeprefix(server_url).partition("?")[0]: len(gzip.compress(response.body()))
        for response in responses
        if response.url.startswith(server_url)
    }
    assert sizes["/widget.js"] <= _LOADER_LIMIT, sizes
    assert {"/widget/panel", "/static/panel.js", "/static/composer.js", "/static/tokens.css"} <= sizes.keys()
    assert sum(sizes.values()) <= _WIDGET_LIMIT, sizes
