"""Whether an answer helped: from the widget as JSON, from the page of an entry as a plain form.

The form of the chat page is in `web/chat.py`, since the talk is shown again.
"""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from chatbot.store.feedback import Rating
from web.contexts.answers import FeedbackFragment, RatingForm
from web.entries import EntryId, entry_of_today
from web.errors import documented
from web.schemas import TURN_ID, FeedbackReply, FeedbackRequest
from web.services import ServicesDependency

router = APIRouter()


@router.post("/api/feedback", responses=documented(400, 404, 411, 413, 422), tags=["chat"])
def post_feedback(request: FeedbackRequest, services: ServicesDependency) -> FeedbackReply:
    """Keep whether an answer helped, and what the citizen says to it."""
    turn = services.feedback.rate_turn(request.turn_id, Rating(request.helpful, request.comment))
    if turn is None:
        raise HTTPException(404)
    form = RatingForm("/chat/feedback", "turn_id", request.turn_id, turn.rating)
    return FeedbackReply(
        turn_id=request.turn_id,
        helpful=turn.rating.helpful,
        comment=turn.rating.comment,
        html=services.templates.render(FeedbackFragment(form)),
    )


@router.post("/faq/{entry_id}/feedback", include_in_schema=False)
def post_page_feedback(
    entry_id: EntryId,
    services: ServicesDependency,
    helpful: Annotated[bool, Form()],
    rated: Annotated[str | None, Form(pattern=f"{TURN_ID}|^$")] = None,
    comment: Annotated[str, Form(max_length=4000)] = "",
) -> RedirectResponse:
    """Keep whether the page of an entry helped, and lead back to it."""
    entry = entry_of_today(entry_id, services)
    key = services.feedback.rate_entry(entry.id, Rating(helpful, comment), rated or None)
    return RedirectResponse(f"/faq/{entry.id}?rated={key}#feedback", 303)
