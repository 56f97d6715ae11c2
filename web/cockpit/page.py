"""The cockpit as a page; it works without scripts, a key at a time only with them."""

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Depends, Query
from fastapi.responses import HTMLResponse

from chatbot.dialogue.guards import MESSAGE_LIMIT
from chatbot.store.accounts import Role
from chatbot.text.normalization import clean
from chatbot.text.personal_data import mask_personal_data
from web.access import Signed, signed_in
from web.cockpit.arithmetic import arithmetic
from web.cockpit.entry import opened
from web.cockpit.schemas import StaffSearchReply
from web.cockpit.search import DepartmentFilter, TopicFilter, found
from web.cockpit.shelf import shown_shelf
from web.cockpit.talks import told
from web.contexts.cockpit import CockpitPage, DoneWord, FilterChoice
from web.services import Services, ServicesDependency
from web.staff_menu import staff_frame

router = APIRouter(include_in_schema=False)

PATH = "/staff"


@router.get(PATH)
def get_page(  # noqa: PLR0913 - each is a field of the page
    *,
    services: ServicesDependency,
    signed: Annotated[Signed, Depends(signed_in(Role.STAFF))],
    background: BackgroundTasks,
    q: Annotated[str, Query(max_length=MESSAGE_LIMIT)] = "",
    topic: TopicFilter = "",
    department: DepartmentFilter = "",
    entry: Annotated[str, Query(max_length=80)] = "",
    code: Annotated[str, Query(max_length=40)] = "",
    explain: bool = False,
    done: DoneWord | None = None,
    line: Annotated[int | None, Query(ge=1)] = None,
) -> HTMLResponse:
    """Show the search, what it found, and the entry that is open."""
    background.add_task(services.live.served.prepare_typing)
    query = mask_personal_data(clean(q))
    page = CockpitPage(
        staff=staff_frame(signed, services, PATH),
        query=query,
        topic=topic,
        department=department,
        topics=_topics(services),
        departments=_departments(services),
        found=_found(query, topic, department, services),
        entry=opened(entry, services, signed) if entry else None,
        shelf=shown_shelf(services, signed),
        code=code,
        talk=told(code, services) if code else None,
        arithmetic=arithmetic(query, services) if explain and query else None,
        done=done,
        line=line,
        version=services.version,
    )
    return HTMLResponse(services.templates.render(page))


def _found(query: str, topic: str, department: str, services: Services) -> StaffSearchReply | None:
    return found(query, topic, department, services) if query else None


def _topics(services: Services) -> list[FilterChoice]:
    return [FilterChoice(topic.topic, topic.name) for topic in services.presenter().start().topics]


def _departments(services: Services) -> list[FilterChoice]:
    catalog = services.live.served.responder.catalog
    asked = {entry.department for entry in catalog.entries.values()}
    return [
        FilterChoice(name, department.full_name)
        for name, department in catalog.departments.items()
        if name in asked
    ]
