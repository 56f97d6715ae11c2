"""Every scenario of the city in the widget: to each end by buttons, and once more by typing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from fastapi import FastAPI
from playwright.sync_api import expect

from chatbot.knowledge.scenario import Scenario
from tests.web.city_scenarios import city_application, city_catalog, served
from tests.web.conftest import OFFICE_HOURS
from tests.web.scenario_ways import Said, ways
from tests.web.widget_page import WidgetPage, cut_parts

if TYPE_CHECKING:
    from tests.web.browser import NewPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

__all__ = ["city_application"]  # a fixture

SCENARIOS = city_catalog().scenarios
TODAY = OFFICE_HOURS.date()


@pytest.fixture(scope="module")
def city_url(city_application: FastAPI) -> Iterator[str]:
    with served(city_application) as url:
        yield url


def start(widget: WidgetPage, scenario: Scenario) -> None:
    """Start a scenario from an empty talk, by typing or by the button beside an answer."""
    widget.button("지우기").click()
    widget.ask(scenario.phrases[0])
    turn = widget.log.locator(".turn").last
    expect(turn).to_have_attribute("data-status", "scenario_step")
    expect(turn.locator("h3").first).to_have_text(scenario.steps[scenario.start].question)


def press(widget: WidgetPage, said: Said) -> None:
    card = widget.log.locator(".turn").last.locator(".scenario")
    if said.is_pressed:
        card.locator(f'button[name="answers"][value="{said.answer}"]').click()
    else:
        card.locator('input[name="message"]:visible').fill(said.answer)
        card.get_by_role("button", name="다음").click()


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=list(SCENARIOS))
def test_a_scenario_leads_to_each_of_its_ends_by_buttons_and_by_typing(
    new_page: "NewPage", city_url: str, scenario: Scenario
) -> None:
    widget = WidgetPage(new_page(360, 740), city_url).visit().open()
    for end, way in ways(scenario, TODAY).items():
        for is_typed in (False, True):
            start(widget, scenario)
            for place, said in enumerate(way, start=1):
                if is_typed:
                    widget.ask(said.typed)
                else:
                    press(widget, said)
                expect(widget.log.locator(".turn[data-status]")).to_have_count(place + 1)
            turn = widget.log.locator(".turn").last
            expect(turn).to_have_attribute("data-status", "scenario_end")
            expect(turn.locator("h3").first).to_have_text(scenario.ends[end].title)
        assert cut_parts(widget.panel) == [], end
