"""Looks for barriers with axe-core, in every look that a page can have."""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

_AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
WIDTHS = (360, 1280)


def looks(page: Page) -> Iterator[str]:
    """Show a page in every width and theme in turn; give the name of the look."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme, contrast="no-preference", reduced_motion="reduce")
            yield f"{theme} {width}"
        page.emulate_media(color_scheme="light", contrast="more", reduced_motion="reduce")
        yield f"contrast {width}"


def barriers(page: Page) -> list[str]:
    """Return what axe finds in a page as it is now, shadow trees included: rule, element, reason."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(f"() => {{ {_AXE}; }}")
    found: list[dict[str, Any]] = page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{violation['id']}: {json.dumps(node['target'], ensure_ascii=False)} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


def barriers_in_every_look(page: Page) -> list[str]:
    """Return what axe finds in any look, each with the look."""
    return [f"{look}: {barrier}" for look in looks(page) for barrier in barriers(page)]
