"""Fixtures that drive the real Chromium. A test module takes them in with `pytest_plugins`."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.web.widget_page import WidgetPage

_CHROMIUM = "/usr/bin/chromium"
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium: Browser) -> Iterator[NewPage]:
    """Make pages, each in a context of its own; options are those of a Playwright context."""
    contexts: list[BrowserContext] = []

    def make(width: int = 1280, height: int = 900, **options: Any) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        return page

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def widget(new_page: NewPage, server_url: str) -> WidgetPage:
    """The widget, open on the demo page of a wide screen."""
    return WidgetPage(new_page(), server_url).visit().open()


@pytest.fixture
def phone_widget(new_page: NewPage, server_url: str) -> WidgetPage:
    """The widget, open on the demo page of a phone."""
    return WidgetPage(new_page(360, 740, has_touch=True), server_url).visit().open()
