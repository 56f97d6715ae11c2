"""One shape for every error: JSON for programs, a page with a telephone number for people."""

import logging
from collections.abc import MutableMapping
from enum import StrEnum
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from chatbot.knowledge.wording import ErrorCode, ErrorWords, Sentences, StaffErrorCode, Wording
from chatbot.text.normalization import clean
from web.contexts.door import DoorErrorPage
from web.contexts.site import ErrorPage
from web.schemas import ErrorBody, ErrorReply
from web.services import Services, get_services

_log = logging.getLogger(__name__)

BODY_LIMIT = 64 * 1024
"""Largest request body, in bytes."""

_SHOWN_FIELDS = 10

_CODES: dict[int, ErrorCode] = {
    400: ErrorCode.BAD_REQUEST,
    403: ErrorCode.FORBIDDEN,
    404: ErrorCode.NOT_FOUND,
    405: ErrorCode.METHOD_NOT_ALLOWED,
    411: ErrorCode.LENGTH_REQUIRED,
    413: ErrorCode.TOO_LARGE,
    422: ErrorCode.INVALID_REQUEST,
    500: ErrorCode.INTERNAL,
}


_PROGRAM_PATHS = ("/api/", "/kakao/skill", "/healthz", "/readyz", "/openapi")


class StaffRefusal(HTTPException):
    """Somebody who should have an account gets no further."""

    def __init__(self, status: int, code: StaffErrorCode) -> None:
        """Refuse with 401 or 403 and a reason."""
        super().__init__(status)
        self.code = code


class GoElsewhere(Exception):  # noqa: N818 - nothing is wrong
    """Another page has to come first."""

    def __init__(self, path: str) -> None:
        """Lead to a path of this site."""
        super().__init__(path)
        self.path = path


def is_program_path(path: str) -> bool:
    """Return whether programs ask there, which never want a page."""
    return path.startswith(_PROGRAM_PATHS)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return errors that an endpoint may answer, for the OpenAPI document."""
    return {status: {"model": ErrorReply, "description": HTTPStatus(status).phrase} for status in statuses}


def _words(status: int, wording: Sentences) -> tuple[ErrorCode, ErrorWords]:
    code = _CODES.get(status, ErrorCode.BAD_REQUEST if status < 500 else ErrorCode.INTERNAL)
    words: ErrorWords = getattr(wording.errors, code.value)
    return code, words


def _error_json(status: int, wording: Wording, details: list[str] | None = None) -> JSONResponse:
    code, words = _words(status, wording)
    return _json(status, code, words, details)


def _json(status: int, code: StrEnum, words: ErrorWords, details: list[str] | None = None) -> JSONResponse:
    body = ErrorBody(code=code.value, message=f"{words.title}. {words.mend}", details=details or [])
    return JSONResponse(ErrorReply(error=body).model_dump(), status)


def add_error_handlers(app: FastAPI) -> None:
    """Give every way to fail the one shape."""
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(StaffRefusal, _on_staff_refusal)
    app.add_exception_handler(GoElsewhere, _on_go_elsewhere)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)
    app.add_exception_handler(Exception, _on_failure)
    app.add_middleware(BodyLimit)


async def _on_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class alone
    response = _respond(request, error.status_code)
    response.headers.update(error.headers or {})
    return response


async def _on_staff_refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, StaffRefusal)  # noqa: S101 - registered for this class alone
    services = get_services(request)
    words: ErrorWords = getattr(services.live.served.responder.catalog.wording.staff_errors, error.code.value)
    if not _wants_page(request):
        return _json(error.status_code, error.code, words)
    page = ErrorPage(services.presenter().start(), error.status_code, words.title, words.mend)
    return HTMLResponse(services.templates.render(page), error.status_code)


async def _on_go_elsewhere(_: Request, error: Exception) -> Response:
    assert isinstance(error, GoElsewhere)  # noqa: S101 - registered for this class alone
    return RedirectResponse(error.path, 303)


async def _on_invalid_request(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class alone
    details = error.errors()
    status = 400 if any(detail["type"] == "json_invalid" for detail in details) else 422
    # Only names of fields are repeated, never what stood in them: it may be a personal number.
    fields = [
        f"{'.'.join(clean(str(step)) for step in detail['loc'])}: {detail['type']}"
        for detail in details[:_SHOWN_FIELDS]
    ]
    return _respond(request, status, fields)


async def _on_failure(request: Request, error: Exception) -> Response:
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _respond(request, 500)


def _respond(request: Request, status: int, details: list[str] | None = None) -> Response:
    services = get_services(request)
    wording = services.live.served.responder.catalog.wording
    if _wants_page(request):
        return HTMLResponse(services.templates.render(_page(request, services, status)), status)
    return _error_json(status, wording, details)


def _wants_page(request: Request) -> bool:
    return not is_program_path(request.url.path) and "text/html" in request.headers.get("accept", "")


def _page(request: Request, services: Services, status: int) -> ErrorPage | DoorErrorPage:
    catalog = services.live.served.responder.catalog
    language = catalog.languages.get(request.url.path.split("/")[1])
    if language is None:
        _, words = _words(status, catalog.wording)
        return ErrorPage(services.presenter().start(), status, words.title, words.mend)
    _, words = _words(status, language.interface.wording)
    return DoorErrorPage(services.door(language), words.title, words.mend)


class BodyLimit:
    """Refuses bodies that are too large, or of unknown length, before they are read."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer 411 or 413."""
        status = _refusal(scope) if scope["type"] == "http" else None
        if status is None:
            await self._app(scope, receive, send)
        else:
            services: Services = scope["app"].state.services
            wording = services.live.served.responder.catalog.wording
            await _error_json(status, wording)(scope, receive, send)


def _refusal(scope: MutableMapping[str, Any]) -> int | None:
    headers = dict(scope["headers"])
    if b"transfer-encoding" in headers:
        return 411
    length = headers.get(b"content-length", b"0")
    if not length.isdigit():
        return 400
    return 413 if int(length) > BODY_LIMIT else None
