"""The door for people who read another language: the same answers, translated; one door for each language.

Which languages there are, the knowledge folder tells; nothing here knows any of them.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException

from chatbot.knowledge.language import Language
from chatbot.text.personal_data import MASK
from web.chat import take_turn
from web.contexts.door import (
    DoorChatPage,
    DoorEntryPage,
    DoorKoreanPage,
    DoorStartPage,
    InterpretingHelp,
    KoreanAnswer,
)
from web.entries import EntryId, entry_of_today
from web.metadata import describe, entry_data
from web.schemas import ChatForm, ChatRequest
from web.services import Services, ServicesDependency


class LanguageCode(Convertor[str]):
    """The two letters of a language in an address: all else belongs to other pages."""

    regex = "[a-z]{2}"

    def convert(self, value: str) -> str:
        """Return the letters."""
        return value

    def to_string(self, value: str) -> str:
        """Return the letters."""
        return value


register_url_convertor("language", LanguageCode())

router = APIRouter(include_in_schema=False)


def served_language(code: Annotated[str, Path()], services: ServicesDependency) -> Language:
    """Return the language that an address begins with.

    Raises:
        HTTPException: 404 where there is none of that code.
    """
    language = services.live.served.responder.catalog.languages.get(code)
    if language is None:
        raise HTTPException(404)
    return language


LanguageDependency = Annotated[Language, Depends(served_language)]


@router.get("/{code:language}")
def get_start_page(language: LanguageDependency, services: ServicesDependency) -> HTMLResponse:
    """Show a field to ask, and every question by topic."""
    return HTMLResponse(services.templates.render(DoorStartPage(services.door(language, "/faq"))))


@router.get("/{code:language}/chat")
def get_answer_page(
    language: LanguageDependency,
    services: ServicesDependency,
    message: Annotated[str, Query(max_length=4000)] = "",
) -> Response:
    """Answer a question that came with the address."""
    if not message.strip():
        return RedirectResponse(f"/{language.code}", 303)
    return _answer(ChatRequest(message=message), language, services)


@router.post("/{code:language}/chat")
def post_question_form(
    language: LanguageDependency, services: ServicesDependency, form: Annotated[ChatForm, Form()]
) -> Response:
    """Answer a question or a choice that came as a plain form."""
    return _answer(form, language, services)


@router.get("/{code:language}/faq/{entry_id}")
def get_entry_page(
    language: LanguageDependency, entry_id: EntryId, request: Request, services: ServicesDependency
) -> HTMLResponse:
    """Show an entry under its permanent address in the language, the answer in Korean where need be."""
    answer = services.presenter(language.code).answer(entry_of_today(entry_id, services, language.code))
    door = services.door(language, f"/faq/{entry_id}")
    korean = _korean_answer(entry_id, language, services)
    if korean:
        return HTMLResponse(services.templates.render(DoorKoreanPage(door, answer, korean)))
    url = str(request.base_url).rstrip("/") + answer.path
    page = DoorEntryPage(
        door,
        answer,
        _is_outdated(entry_id, language, services),
        describe(answer.lead),
        url,
        entry_data(answer, door.start.city, url, language.code),
    )
    return HTMLResponse(services.templates.render(page))


def _answer(request: ChatRequest, language: Language, services: Services) -> Response:
    mask = language.interface.hidden_number.mask
    # The browser hides numbers with a word of the language, the server knows its own alone. Each question
    # stands by itself: what tells a follow-up from a new question are Korean words.
    said = request.model_copy(update={"message": request.message.replace(mask, MASK), "fresh": True})
    reply = take_turn(said, services, language.code)
    reply = reply.model_copy(update={"message": reply.message.replace(MASK, mask)})
    door = services.door(language, f"/faq/{reply.entry_id}" if reply.entry_id else "/chat")
    outdated = reply.entry_id is not None and _is_outdated(reply.entry_id, language, services)
    korean = _korean_answer(reply.entry_id, language, services) if reply.answer and reply.entry_id else None
    page = DoorChatPage(door, reply, outdated, korean)
    # Nobody who comes after at a shared computer may find the talk by going back.
    return HTMLResponse(services.templates.render(page), headers={"Cache-Control": "no-store"})


def _is_outdated(entry_id: str, language: Language, services: Services) -> bool:
    translation = language.translations.get(entry_id)
    entries = services.live.served.responder.catalog.entries
    return translation is not None and translation.is_outdated(entries[entry_id])


def _korean_answer(entry_id: str, language: Language, services: Services) -> KoreanAnswer | None:
    if entry_id not in language.untranslated:
        return None
    answer = services.presenter().answer(entry_of_today(entry_id, services))
    return KoreanAnswer(answer, _interpreting(language, services))


def _interpreting(language: Language, services: Services) -> InterpretingHelp | None:
    interpreting = language.interface.interpreting
    if interpreting is None:
        return None
    presenter = services.presenter(language.code)
    entry = services.live.served.responder_in(language.code).catalog.entries[interpreting.entry]
    # An expired text is not shown in part either.
    links = presenter.links([entry])
    return InterpretingHelp(links[0], interpreting.says, presenter.answer(entry).contact) if links else None
