"""The chat: as JSON for the widget, and as plain forms for browsers without JavaScript."""

import logging
import time
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from chatbot.dialogue.context import Context
from chatbot.dialogue.guide import ScenarioPlace
from chatbot.dialogue.reply import Reply, ReplyStatus
from chatbot.dialogue.responder import Responder
from chatbot.knowledge.calendar import SEOUL
from chatbot.store.conversations import ON_THE_WEB, Offer, Visitor, new_conversation_id
from chatbot.store.feedback import Rating
from chatbot.text.normalization import clean
from chatbot.text.personal_data import mask_personal_data
from web.contexts.answers import RatingForm, ReplyFragment
from web.contexts.site import ChatPage
from web.errors import documented
from web.other_language import offered_language
from web.plain_text import plain_texts
from web.schemas import TURN_ID, ChatForm, ChatReply, ChatRequest
from web.services import Services, ServicesDependency

_log = logging.getLogger(__name__)

router = APIRouter()


@router.post("/api/chat", responses=documented(400, 404, 411, 413, 422), tags=["chat"])
def post_message(request: ChatRequest, services: ServicesDependency) -> ChatReply:
    """Answer one turn of a citizen, in the city's approved words."""
    return _take_turn(request, services)


KioskSeconds = Annotated[
    int | None, Query(ge=10, le=3600, description="At a public screen: seconds until a talk is wiped")
]


@router.get("/chat", include_in_schema=False)
def get_chat_page(
    services: ServicesDependency,
    topic: Annotated[str | None, Query(max_length=60)] = None,
    kiosk: KioskSeconds = None,
) -> HTMLResponse:
    """Show the chat without JavaScript, or the questions of a topic."""
    start = services.presenter().start()
    chosen = next((shown for shown in start.topics if shown.topic == topic), None)
    if topic and chosen is None:
        raise HTTPException(404)
    return HTMLResponse(services.templates.render(ChatPage(start, [], chosen, kiosk)))


@router.post("/chat", include_in_schema=False)
def post_chat_form(
    services: ServicesDependency, form: Annotated[ChatForm, Form()], kiosk: KioskSeconds = None
) -> HTMLResponse:
    """Answer a turn that came as a plain form."""
    return _page([_take_turn(form, services, kiosk)], services, kiosk)


@router.post("/chat/feedback", include_in_schema=False)
def post_feedback_form(
    services: ServicesDependency,
    turn_id: Annotated[str, Form(pattern=TURN_ID)],
    helpful: Annotated[bool, Form()],
    comment: Annotated[str, Form(max_length=4000)] = "",
    kiosk: KioskSeconds = None,
) -> HTMLResponse:
    """Keep whether an answer helped, and show the answer again with a word of thanks."""
    turn = services.feedback.rate_turn(turn_id, Rating(helpful, comment))
    if turn is None:
        raise HTTPException(404)
    today = services.clock().astimezone(SEOUL).date()
    reply = services.live.served.responder.choose(turn.entry_id or "", today)
    if reply is None:
        # The entry was taken out meanwhile; the rating is kept all the same.
        return _page([], services, kiosk)
    shown = services.presenter().chat_reply(reply, turn.conversation_id, turn_id)
    shown = shown.model_copy(update={"message": turn.utterance})
    return _page([_with_html(shown, services, kiosk, turn.rating)], services, kiosk)


def _page(replies: list[ChatReply], services: Services, kiosk: int | None) -> HTMLResponse:
    page = ChatPage(services.presenter().start(), replies, None, kiosk)
    # Nobody who comes after at a shared computer may find the talk by going back.
    return HTMLResponse(services.templates.render(page), headers={"Cache-Control": "no-store"})


def take_turn(request: ChatRequest, services: Services, language: str | None = None) -> ChatReply:
    """Answer a turn and keep it; `html` of what is returned is still empty.

    Args:
        request: The turn.
        services: Who answers and who keeps it.
        language: Code of the language to answer in; Korean unless given.

    Raises:
        HTTPException: 404 where the chosen entry does not exist.
    """
    started = time.perf_counter()
    responder = services.live.served.responder_in(language)
    reply = _respond(request, services, responder)
    elapsed_ms = (time.perf_counter() - started) * 1000
    try:
        kept = services.conversations.record_turn(
            request.conversation_id,
            reply,
            elapsed_ms=elapsed_ms,
            catalog_digest=responder.catalog.digest,
            refused=_refused(request, reply, services),
            visitor=Visitor(f"{ON_THE_WEB.channel}-{language}") if language else ON_THE_WEB,
        )
        conversation_id, turn_id = kept.conversation_id, kept.key
    except Exception:
        # A full disk must not keep a citizen from the answer.
        _log.exception("a turn could not be kept")
        conversation_id, turn_id = request.conversation_id or new_conversation_id(), None
    return services.presenter(language).chat_reply(reply, conversation_id, turn_id)


def _take_turn(request: ChatRequest, services: Services, kiosk: int | None = None) -> ChatReply:
    shown = take_turn(request, services)
    other = None if request.entry_id else offered_language(shown.message, services)
    return _with_html(shown.model_copy(update={"other_language": other}), services, kiosk)


def _with_html(
    shown: ChatReply, services: Services, kiosk: int | None, rating: Rating | None = None
) -> ChatReply:
    action = f"/chat/feedback?kiosk={kiosk}" if kiosk else "/chat/feedback"
    rated = RatingForm(action, "turn_id", shown.turn_id, rating) if shown.turn_id else None
    texts = plain_texts(shown.answer, services.templates) if shown.answer else None
    fragment = ReplyFragment(shown, rated, texts, kiosk)
    return shown.model_copy(update={"html": services.templates.render(fragment)})


def _refused(request: ChatRequest, reply: Reply, services: Services) -> Offer | None:
    if not request.none:
        return None
    if reply.state and reply.state.step:
        # Which question had no fitting answer, so that somebody can add one.
        scenario = reply.state.scenario
        return Offer(f"{scenario.title}: {reply.state.step.question}", scenario.entries)
    return services.conversations.offer(request.conversation_id, request.turn_id)


def _context(request: ChatRequest, services: Services) -> Context | None:
    if request.fresh:
        return None
    try:
        return services.conversations.context(request.conversation_id)
    except Exception:
        # Without its talk a question can still be answered by itself.
        _log.exception("a talk could not be read")
        return None


def _respond(request: ChatRequest, services: Services, responder: Responder) -> Reply:
    today = services.clock().astimezone(SEOUL).date()
    try:
        if request.scenario is not None:
            chosen = _respond_within(request, services, responder, today)
        elif request.none:
            return responder.none_of_these(request.message)
        elif request.entry_id is None:
            return responder.respond(request.message, today, _context(request, services))
        else:
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


def _respond_within(
    request: ChatRequest, services: Services, responder: Responder, today: date
) -> Reply | None:
    """Answer a turn that belongs to a scenario; None when there is no such scenario."""
    at = ScenarioPlace(request.scenario or "", tuple(request.answers))
    if request.none:
        return responder.refuse_step(at, request.message, today)
    context = _context(request, services)
    if request.stop:
        return responder.leave(request.message, context)
    if request.pressed:
        return responder.walk(at, request.message, today, context)
    return responder.respond_within(at, request.message, today, context)
