"""What a counsellor does beside searching: pin, mark for the editors, note a call. As JSON and as forms."""

from datetime import timedelta
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Path
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from chatbot.store.accounts import Role
from chatbot.store.counselling import Counsel, CounselOutcome
from chatbot.store.marks import TEXT_LIMIT, Mark, MarkKind
from web.access import Signed, checked_form, checked_json
from web.cockpit.schemas import (
    CounselRequest,
    Done,
    EntryName,
    MarkRequest,
    PinRequest,
    ShelfReply,
)
from web.cockpit.shelf import shown_shelf
from web.cockpit.words import OUTCOMES
from web.contexts.cockpit import CockpitShelf, DoneWord
from web.errors import documented
from web.services import Services, ServicesDependency

router = APIRouter()

_CHANGES = documented(400, 401, 403, 404, 411, 413, 422)
_TAKE_BACK_WITHIN = timedelta(minutes=5)

FromScript = Annotated[Signed, Depends(checked_json(Role.STAFF))]
FromForm = Annotated[Signed, Depends(checked_form(Role.STAFF))]
Query = Annotated[str, Form(max_length=4000)]


@router.post("/api/staff/pins", responses=_CHANGES, tags=["staff"])
def post_pin(request: PinRequest, services: ServicesDependency, signed: FromScript) -> ShelfReply:
    """Keep an entry at hand, or no longer."""
    _pin(request, services, signed)
    shelf = shown_shelf(services, signed)
    html = services.templates.render(CockpitShelf(shelf))
    return ShelfReply(said="즐겨찾기에 넣었어요." if request.pinned else "즐겨찾기에서 뺐어요.", html=html)


@router.post("/api/staff/marks", responses=_CHANGES, tags=["staff"])
def post_mark(request: MarkRequest, services: ServicesDependency, signed: FromScript) -> Done:
    """Tell the editors that an answer is missing or wrong."""
    return Done(id=_mark(request, services, signed), said="편집자에게 보냈어요.")


@router.post("/api/staff/log", responses=_CHANGES, tags=["staff"])
def post_call(request: CounselRequest, services: ServicesDependency, signed: FromScript) -> Done:
    """Note a call."""
    return Done(id=_note(request, services, signed), said=f"{OUTCOMES[request.outcome]}로 기록했어요.")


@router.post("/api/staff/log/{line_id}/undo", responses=_CHANGES, tags=["staff"])
def post_undo(
    line_id: Annotated[int, Path(ge=1, le=2**31 - 1)], services: ServicesDependency, signed: FromScript
) -> Done:
    """Take a call back that was noted within the last five minutes by the same account."""
    _take_back(line_id, services, signed)
    return Done(said="방금 한 기록을 지웠어요.")


@router.post("/staff/pins", include_in_schema=False)
def post_pin_form(
    services: ServicesDependency,
    signed: FromForm,
    entry_id: Annotated[EntryName, Form()],
    pinned: Annotated[bool, Form()],
    q: Query = "",
) -> RedirectResponse:
    """Keep an entry at hand, or no longer; show it again."""
    _pin(PinRequest(entry_id=entry_id, pinned=pinned), services, signed)
    return _back(q, entry_id, DoneWord.PINNED if pinned else DoneWord.UNPINNED)


@router.post("/staff/marks", include_in_schema=False)
def post_mark_form(  # noqa: PLR0913 - each is a field of the form
    *,
    services: ServicesDependency,
    signed: FromForm,
    kind: Annotated[MarkKind, Form()],
    q: Query = "",
    word: Annotated[str, Form(max_length=TEXT_LIMIT)] = "",
    entry_id: Annotated[EntryName, Form()] = "",
) -> RedirectResponse:
    """Tell the editors that an answer is missing or wrong; show the search again."""
    _mark(MarkRequest(kind=kind, query=q, word=word, entry_id=entry_id or None), services, signed)
    return _back(q, entry_id, DoneWord.MARKED)


@router.post("/staff/log", include_in_schema=False)
def post_call_form(
    services: ServicesDependency,
    signed: FromForm,
    outcome: Annotated[CounselOutcome, Form()],
    entry_id: Annotated[EntryName, Form()] = "",
    topic: Annotated[str, Form(max_length=60)] = "",
) -> RedirectResponse:
    """Note a call; show a search that is ready for the next one."""
    request = CounselRequest(outcome=outcome, entry_id=entry_id or None, topic=topic or None)
    return _back("", entry_id, DoneWord.NOTED, line=_note(request, services, signed))


@router.post("/staff/log/undo", include_in_schema=False)
def post_undo_form(
    services: ServicesDependency,
    signed: FromForm,
    line_id: Annotated[int, Form(ge=1, le=2**31 - 1)],
) -> RedirectResponse:
    """Take a call back; show the search again."""
    _take_back(line_id, services, signed)
    return _back("", None, DoneWord.TAKEN_BACK)


def _pin(request: PinRequest, services: Services, signed: Signed) -> None:
    _check_entry(request.entry_id, services)
    services.shelf(signed.account_id).pin(request.entry_id, pinned=request.pinned)


def _mark(request: MarkRequest, services: Services, signed: Signed) -> int:
    if request.entry_id:
        _check_entry(request.entry_id, services)
    mark = Mark(request.kind, request.query, request.word, request.entry_id or None)
    return services.marks.add(mark, signed.account_id)


def _note(request: CounselRequest, services: Services, signed: Signed) -> int:
    catalog = services.live.served.responder.catalog
    topic = request.topic or None
    if request.entry_id:
        _check_entry(request.entry_id, services)
        topic = catalog.entries[request.entry_id].topic
    elif topic and catalog.topic(topic) is None:
        raise HTTPException(404)
    counsel = Counsel(topic, request.entry_id or None, request.outcome)
    return services.counselling.note(counsel, signed.account_id)


def _take_back(line_id: int, services: Services, signed: Signed) -> None:
    if not services.counselling.take_back(line_id, signed.account_id, _TAKE_BACK_WITHIN):
        raise HTTPException(404)


def _check_entry(entry_id: str, services: Services) -> None:
    if entry_id not in services.live.served.responder.catalog.entries:
        raise HTTPException(404)


def _back(query: str, entry_id: str | None, done: DoneWord, line: int | None = None) -> RedirectResponse:
    wanted = {"q": query, "entry": entry_id or "", "done": done.value, "line": line or ""}
    return RedirectResponse(
        f"/staff?{urlencode({name: value for name, value in wanted.items() if value})}", 303
    )
