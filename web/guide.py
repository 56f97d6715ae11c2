"""Guided scenarios as pages: walked by links alone, so that "back" works and every place has an address."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from chatbot.dialogue.scenario_outcome import outcome
from chatbot.dialogue.scenario_run import (
    MOST_ANSWERS,
    BadAnswerError,
    ScenarioState,
    answer_in,
    bounds_text,
    run,
)
from chatbot.knowledge.calendar import SEOUL
from chatbot.knowledge.scenario import Scenario
from web.contexts.guide import GuideGroup, GuideIndexPage, GuidePage, GuidePicturePage
from web.scenario_picture import draw, outline
from web.services import Services, ServicesDependency

router = APIRouter(include_in_schema=False)

ScenarioId = Annotated[str, Path(max_length=60)]
Answers = Annotated[list[Annotated[str, Query(max_length=60)]] | None, Query(max_length=MOST_ANSWERS)]


@router.get("/guide")
def get_index_page(services: ServicesDependency) -> HTMLResponse:
    """List the life events and all scenarios by topic."""
    presenter = services.presenter()
    catalog = services.live.served.responder.catalog
    groups = [
        GuideGroup(
            topic.name,
            [
                presenter.scenarios.link(scenario)
                for scenario in catalog.scenarios.values()
                if scenario.topic == topic.id
            ],
        )
        for topic in catalog.city.topics
    ]
    shown = [group for group in groups if group.scenarios]
    page = GuideIndexPage(presenter.start(), presenter.life_events(), shown)
    return HTMLResponse(services.templates.render(page))


@router.get("/guide/{scenario_id}")
def get_guide_page(scenario_id: ScenarioId, services: ServicesDependency, a: Answers = None) -> Response:
    """Show where the answers `a` lead: the next question, or what stands at the end.

    A day or a number may be given as people write it. It is read once, and the page then moves to the
    address with the plain answer.
    """
    scenario = _scenario(scenario_id, services)
    catalog = services.live.served.responder.catalog
    today = services.clock().astimezone(SEOUL).date()
    answers, problem = a or [], None
    try:
        state = run(scenario, answers, today, catalog)
    except BadAnswerError as error:
        # What stood before the bad answer still holds, so only that one is asked again.
        state = run(scenario, answers[: error.place], today, catalog)
        said = answers[error.place]
        read = answer_in(state.step, said, today) if state.step else None
        if read is not None:
            return RedirectResponse(_address(scenario, [*state.answers, read]), 303)
        words = catalog.wording.scenario
        problem = bounds_text(state.step, today, words) if state.step else words.changed
    return _page(state, problem, services)


@router.get("/guide/{scenario_id}/picture")
def get_picture_page(scenario_id: ScenarioId, services: ServicesDependency) -> HTMLResponse:
    """Show editors all ways through a scenario at a glance."""
    scenario = _scenario(scenario_id, services)
    presenter = services.presenter()
    words = services.live.served.responder.catalog.wording.scenario
    page = GuidePicturePage(
        presenter.start(),
        presenter.scenarios.link(scenario),
        draw(scenario, words),
        outline(scenario, words),
    )
    return HTMLResponse(services.templates.render(page))


def _page(state: ScenarioState, problem: str | None, services: Services) -> HTMLResponse:
    presenter = services.presenter()
    today = services.clock().astimezone(SEOUL).date()
    catalog = services.live.served.responder.catalog
    told = outcome(state.end, state, catalog, today) if state.end else None
    if told and not told.shown:
        problem = catalog.wording.fallback_expired
    page = GuidePage(presenter.start(), presenter.scenarios.turn(state, told), problem)
    # Nobody who comes after at a shared computer may find the answers by going back.
    headers = {"Cache-Control": "no-store"} if state.answers else None
    return HTMLResponse(services.templates.render(page), headers=headers)


def _scenario(scenario_id: str, services: Services) -> Scenario:
    scenario = services.live.served.responder.catalog.scenarios.get(scenario_id)
    if scenario is None:
        raise HTTPException(404)
    return scenario


def _address(scenario: Scenario, answers: list[str]) -> str:
    return f"/guide/{scenario.id}?{urlencode([('a', answer) for answer in answers])}"
