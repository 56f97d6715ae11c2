"""The pages in another language in Chromium: in every look, without JavaScript, hiding typed numbers."""

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.web.axe import barriers_in_every_look
from tests.web.test_pages_browser import problems_of

if TYPE_CHECKING:
    from tests.web.browser import NewPage

pytest_plugins = ["tests.web.browser", "tests.web.speaking"]
pytestmark = pytest.mark.browser

_PATHS = [
    "/en",
    "/en/faq/passport-fee",
    "/en/faq/waste-bulky",
    "/en/chat?message=furniture%20disposal",
    "/en/chat?message=visa%20extension",
    "/en/chat?message=how%20much",
    "/en/faq/passport-lost",
    "/en/chat?message=my%20passport%20is%20missing",
    "/en/faq/nothing",
]


@pytest.mark.parametrize("path", _PATHS)
def test_a_page_has_no_barrier_in_any_look(new_page: "NewPage", spoken_url: str, path: str) -> None:
    page = new_page()
    page.goto(spoken_url + path)
    assert barriers_in_every_look(page) == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", _PATHS[:-1])
def test_a_page_fits_the_screen_and_breaks_no_policy(
    new_page: "NewPage", spoken_url: str, path: str, width: int
) -> None:
    page = new_page(width, 740)
    problems = problems_of(page)
    page.goto(spoken_url + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert problems == []


def test_without_javascript_a_question_leads_to_its_answer_and_on(
    new_page: "NewPage", spoken_url: str
) -> None:
    page = new_page(360, 740, java_script_enabled=False)
    page.goto(f"{spoken_url}/en")
    page.get_by_label("Your question").fill("how much is a passport for ten years")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("article")).to_contain_text("KRW 52,000")
    page.get_by_label("Your question").fill("furniture disposal")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("article")).to_contain_text("One sofa")
    page.get_by_role("link", name="Read the Korean text").click()
    expect(page).to_have_url(f"{spoken_url}/faq/waste-bulky")


def test_a_personal_number_is_hidden_while_it_is_typed(new_page: "NewPage", spoken_url: str) -> None:
    page = new_page()
    page.goto(f"{spoken_url}/en")
    field = page.get_by_label("Your question")
    field.press_sequentially("my number 900101-1234567 ")
    expect(field).to_have_value("my number [hidden number] ")
    expect(page.get_by_role("alert")).to_contain_text("We hid a resident or alien registration number")
