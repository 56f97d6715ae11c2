"""The chat: as JSON for the widget, and as plain forms for browsers without JavaScript."""

import logging
import time
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from chatbot.dialogue.reply import Reply, ReplyStatus
from chatbot.dialogue.responder import Responder
from chatbot.knowledge.calendar import SEOUL
from chatbot.store.conversations import new_conversation_id
from chatbot.text.normalization import clean
from chatbot.text.personal_data import mask_personal_data
from web.errors import documented
from web.schemas import ChatReply, ChatRequest
from web.services import Services, ServicesDependency
from web.templating import ChatPage, ReplyFragment

_log = logging.getLogger(__name__)

router = APIRouter()


@router.post("/api/chat", responses=documented(400, 404, 411, 413, 422), tags=["chat"])
def post_message(request: ChatRequest, services: ServicesDependency) -> ChatReply:
    """Answer one turn of a citizen, in the city's approved words."""
    return _take_turn(request, services)


@router.get("/chat", include_in_schema=False)
def get_chat_page(
    services: ServicesDependency, topic: Annotated[str | None, Query(max_length=60)] = None
) -> HTMLResponse:
    """Show the chat without JavaScript, or the questions of a topic."""
    start = services.presenter().start()
    chosen = next((shown for shown in start.topics if shown.topic == topic), None)
    if topic and chosen is None:
        raise HTTPException(404)
    return HTMLResponse(services.templates.render(ChatPage(start, [], chosen)))


@router.post("/chat", include_in_schema=False)
def post_chat_form(
    services: ServicesDependency,
    message: Annotated[str, Form(max_length=4000)] = "",
    conversation_id: Annotated[str | None, Form(pattern="^[0-9a-f]{32}$")] = None,
    entry_id: Annotated[str | None, Form(max_length=80)] = None,
    none: Annotated[bool, Form()] = False,
) -> HTMLResponse:
    """Answer a turn that came as a plain form."""
    request = ChatRequest(message=message, conversation_id=conversation_id, entry_id=entry_id, none=none)
    reply = _take_turn(request, services)
    page = ChatPage(services.presenter().start(), [reply], None)
    return HTMLResponse(services.templates.render(page))


def _take_turn(request: ChatRequest, services: Services) -> ChatReply:
    started = time.perf_counter()
    responder = services.live.served.responder
    reply = _respond(request, services, responder)
    elapsed_ms = (time.perf_counter() - started) * 1000
    try:
        conversation_id = services.conversations.record_turn(
            request.conversation_id,
            reply,
            elapsed_ms=elapsed_ms,
            catalog_digest=responder.catalog.digest,
        )
    except Exception:
        # A full disk must not keep a citizen from the answer.
        _log.exception("a turn could not be kept")
        conversation_id = request.conversation_id or new_conversation_id()
    shown = services.presenter().chat_reply(reply, conversation_id)
    return shown.model_copy(update={"html": services.templates.render(ReplyFragment(shown))})


def _respond(request: ChatRequest, services: Services, responder: Responder) -> Reply:
    today = services.clock().astimezone(SEOUL).date()
    try:
        if request.none:
            return responder.none_of_these(request.message)
        if request.entry_id is None:
            return responder.respond(request.message, today)
        chosen = responder.choose(request.entry_id, today)
    except Exception:
        _log.exception("answering failed")
        catalog = responder.catalog
        utterance = mask_personal_data(clean(request.message))
        return Reply(
            ReplyStatus.ERROR_INTERNAL, utterance, catalog.wording.error_internal, catalog.call_centre
        )
    if chosen is None:
        raise HTTPException(404)
    return chosen
