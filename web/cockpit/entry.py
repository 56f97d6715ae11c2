"""An entry as counsellors see it: ready texts, the note for staff, whom to transfer to."""

from typing import Annotated

from fastapi import APIRouter, Depends

from chatbot.store.accounts import Role
from web.access import Signed, signed_in
from web.cockpit.ready import ready_forms
from web.cockpit.schemas import StaffEntry
from web.contexts.cockpit import CockpitEntry
from web.entries import EntryId, entry_of_today
from web.errors import documented
from web.services import Services, ServicesDependency

router = APIRouter()


@router.get("/api/staff/entries/{entry_id}", responses=documented(401, 403, 404, 422), tags=["staff"])
def get_entry(
    entry_id: EntryId,
    services: ServicesDependency,
    signed: Annotated[Signed, Depends(signed_in(Role.STAFF))],
) -> StaffEntry:
    """Return an entry in its ready forms, and remember that it was opened."""
    return opened(entry_id, services, signed)


def opened(entry_id: str, services: Services, signed: Signed) -> StaffEntry:
    """Return an entry as counsellors see it, and remember that it was opened.

    Raises:
        HTTPException: 404 where there is none, or its text does not hold today.
    """
    entry = entry_of_today(entry_id, services)
    shelf = services.shelf(signed.account_id)
    shelf.note_opened(entry_id)
    shown = StaffEntry(
        answer=services.presenter().answer(entry),
        forms=ready_forms(entry, services),
        staff_note=entry.staff_note,
        pinned=entry_id in shelf.pinned(),
        html="",
    )
    html = services.templates.render(CockpitEntry(shown, signed.csrf_token))
    return shown.model_copy(update={"html": html})
