"""Every scenario of the city, every answer of every step, without JavaScript."""

import html
import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from chatbot.dialogue.scenario_run import answer_in, run
from chatbot.knowledge.scenario import Scenario
from chatbot.text.normalization import comparison_key
from tests.web.city_scenarios import city_application, city_catalog
from tests.web.conftest import OFFICE_HOURS
from tests.web.plain_forms import forms_of
from tests.web.scenario_ways import Said, answers_to

__all__ = ["city_application"]  # a fixture

CATALOG = city_catalog()
TODAY = OFFICE_HOURS.date()
each_scenario = pytest.mark.parametrize("scenario", CATALOG.scenarios.values(), ids=list(CATALOG.scenarios))


@pytest.fixture
def city(city_application: FastAPI) -> TestClient:
    return TestClient(city_application, raise_server_exceptions=False)


def places(scenario: Scenario) -> list[tuple[str, list[Said]]]:
    """Return each step once, with the answers that lead there."""
    found: dict[str, list[Said]] = {scenario.start: []}
    waiting = [scenario.start]
    while waiting:
        name = waiting.pop(0)
        for said, to in answers_to(scenario.steps[name], TODAY):
            if to in scenario.steps and to not in found:
                found[to] = [*found[name], said]
                waiting.append(to)
    return list(found.items())


def expected_words(scenario: Scenario, to: str) -> str:
    return scenario.steps[to].question if to in scenario.steps else scenario.ends[to].title


def headings(page: str) -> list[str]:
    return [
        html.unescape(re.sub(r"<[^>]+>", "", heading))
        for heading in re.findall(r"<h[23][^>]*>(.*?)</h[23]>", page, re.DOTALL)
    ]


@each_scenario
def test_every_answer_of_the_page_leads_where_the_file_says(city: TestClient, scenario: Scenario) -> None:
    for name, before in places(scenario):
        for said, to in answers_to(scenario.steps[name], TODAY):
            answers = [*(each.answer for each in before), said.answer]
            here = city.get(f"/guide/{scenario.id}", params={"a": answers[:-1]}).text
            if said.is_pressed:
                link = "&".join(f"a={answer}" for answer in answers)
                assert f'href="/guide/{scenario.id}?{html.escape(link)}"' in here
            else:
                (form,) = [form for form in forms_of(here) if form.action == f"/guide/{scenario.id}"]
                assert [value for key, value in form.fields if key == "a"] == [*answers[:-1], ""]
            page = city.get(f"/guide/{scenario.id}", params={"a": answers})
            assert page.status_code == 200
            assert expected_words(scenario, to) in headings(page.text), (name, said.answer)


@each_scenario
def test_every_button_of_the_chat_without_javascript_leads_where_the_file_says(
    city: TestClient, scenario: Scenario
) -> None:
    for name, before in places(scenario):
        sent = {"scenario": scenario.id, "answers": [each.answer for each in before], "pressed": "1"}
        asked = city.post("/chat", data=sent).text
        for said, to in answers_to(scenario.steps[name], TODAY):
            words = said.typed if said.is_pressed else "다음"
            (pressed,) = [found for form in forms_of(asked) if (found := form.pressed(words)) is not None][:1]
            if not said.is_pressed:
                pressed["message"] = [said.answer]
            page = city.post("/chat", data=pressed)
            assert page.status_code == 200
            assert expected_words(scenario, to) in headings(page.text), (name, said.answer)


@each_scenario
def test_every_label_and_phrase_that_is_typed_is_its_own_answer(scenario: Scenario) -> None:
    for name, before in places(scenario):
        state = run(scenario, [each.answer for each in before], TODAY, CATALOG)
        assert state.step_id == name
        step = scenario.steps[name]
        for said, _ in answers_to(step, TODAY):
            assert answer_in(step, said.typed, TODAY) == said.answer
        for place, option in enumerate(step.options, start=1):
            for phrase in (option.label, *option.phrases, f"{place}번"):
                assert answer_in(step, phrase, TODAY) == option.id, (name, phrase)


@each_scenario
def test_every_phrase_that_no_entry_answers_starts_the_scenario(city: TestClient, scenario: Scenario) -> None:
    questions = {comparison_key(text) for entry in CATALOG.entries.values() for text in entry.texts}
    for phrase in scenario.phrases:
        if comparison_key(phrase) not in questions:
            reply = city.post("/api/chat", json={"message": phrase}).json()
            assert (reply["status"], reply["scenario"]["scenario_id"]) == ("scenario_step", scenario.id), (
                phrase
            )


@each_scenario
def test_the_picture_of_every_scenario_names_all_its_ends(city: TestClient, scenario: Scenario) -> None:
    drawn, _, listed = html.unescape(city.get(f"/guide/{scenario.id}/picture").text).partition(
        "목록으로 보기"
    )
    assert drawn.count('<rect class="end"') == len(scenario.ends)
    assert all(end.title in listed for end in scenario.ends.values())
