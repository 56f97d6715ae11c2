"""Life events: what has to be done, as pages to read, to tick off and to print."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from chatbot.dialogue.spoken_date import day_in
from chatbot.knowledge.calendar import SEOUL
from chatbot.knowledge.checklist import make_checklist
from chatbot.knowledge.life_event import LatestDay, LifeEvent
from web.contexts.life import DateField, DateProblem, LifeIndexPage, LifePage
from web.life_view import present_checklist
from web.services import ServicesDependency

router = APIRouter(include_in_schema=False)

_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)


@router.get("/life")
def get_life_index(services: ServicesDependency) -> HTMLResponse:
    """List the life events."""
    presenter = services.presenter()
    return HTMLResponse(services.templates.render(LifeIndexPage(presenter.start(), presenter.life_events())))


@router.get("/life/{event_id}")
def get_life_page(
    event_id: Annotated[str, Path(max_length=60)],
    services: ServicesDependency,
    day: Annotated[str, Query(alias="date", max_length=40)] = "",
) -> HTMLResponse:
    """Show what has to be done; with a date, until when. The date is neither kept nor logged by us."""
    catalog = services.live.served.responder.catalog
    event = catalog.life_events.get(event_id)
    if event is None:
        raise HTTPException(404)
    today = services.clock().astimezone(SEOUL).date()
    field = _read_date(day, event, today)
    start = field.day if field and field.problem is None else None
    presenter = services.presenter()
    shown = present_checklist(make_checklist(event, catalog, today, start), presenter, today)
    # Nobody who comes after at a shared computer may find the date by going back.
    headers = {"Cache-Control": "no-store"} if day else None
    page = LifePage(presenter.start(), presenter.life_event(event), field, shown)
    return HTMLResponse(services.templates.render(page), headers=headers)


def _read_date(text: str, event: LifeEvent, today: date) -> DateField | None:
    if event.date is None:
        return None
    day = day_in(text, today, _EARLIEST, _LATEST) if text.strip() else None
    problem = None
    if text.strip() and day is None:
        problem = DateProblem.UNREADABLE
    elif day and day > today and event.date.latest is LatestDay.TODAY:
        problem = DateProblem.FUTURE
    return DateField(event.date.label, day, today if event.date.latest else None, problem)
