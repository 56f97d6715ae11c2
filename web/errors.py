"""One shape for every error: JSON for programs, a page with a telephone number for people."""

import logging
from collections.abc import MutableMapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from chatbot.text.normalization import clean
from web.schemas import ErrorBody, ErrorReply
from web.services import get_services
from web.templating import ErrorPage

_log = logging.getLogger(__name__)

BODY_LIMIT = 64 * 1024
"""Largest request body, in bytes."""

_SHOWN_FIELDS = 10

_WORDS: dict[int, tuple[str, str, str]] = {
    400: ("bad_request", "요청을 읽을 수 없어요", "JSON 형식이 맞는지 확인해 주세요."),
    404: ("not_found", "찾는 것이 없어요", "주소가 바뀌었거나 없어졌어요. 질문을 다시 적어 찾아보세요."),
    405: (
        "method_not_allowed",
        "이 주소에서는 할 수 없는 요청이에요",
        "쓸 수 있는 방식은 /openapi.json에 있어요.",
    ),
    411: ("length_required", "요청의 길이를 알 수 없어요", "Content-Length 머리글을 붙여 보내 주세요."),
    413: ("too_large", "보낸 내용이 너무 커요", "64KB보다 작게 보내 주세요."),
    422: ("invalid_request", "요청의 값이 맞지 않아요", "아래 칸을 고쳐서 다시 보내 주세요."),
    500: ("internal", "지금은 답을 찾지 못했어요", "잠시 뒤에 다시 시도하거나 전화해 주세요."),
}


ERROR_RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorReply, "description": title}
    for status, (_, title, _) in _WORDS.items()
    if status in (400, 411, 413, 422)
}
"""What any endpoint with a body may answer, for the OpenAPI document."""

NOT_FOUND: dict[int | str, dict[str, Any]] = {404: {"model": ErrorReply, "description": _WORDS[404][1]}}
"""What an endpoint with an id may answer besides."""

INVALID: dict[int | str, dict[str, Any]] = {422: ERROR_RESPONSES[422]}
"""What an endpoint with parameters may answer besides."""


def error_reply(status: int, details: list[str] | None = None) -> ErrorReply:
    """Return the body of an error."""
    code, title, mend = _WORDS.get(status, _WORDS[400 if status < 500 else 500])
    return ErrorReply(error=ErrorBody(code=code, message=f"{title}. {mend}", details=details or []))


def add_error_handlers(app: FastAPI) -> None:
    """Give every way to fail the one shape."""
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)
    app.add_exception_handler(Exception, _on_failure)
    app.add_middleware(BodyLimit)


async def _on_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class alone
    response = _respond(request, error.status_code)
    response.headers.update(error.headers or {})
    return response


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
    wants_page = not request.url.path.startswith(("/api/", "/healthz", "/readyz", "/openapi"))
    if wants_page and "text/html" in request.headers.get("accept", ""):
        services = get_services(request)
        _, title, mend = _WORDS.get(status, _WORDS[400 if status < 500 else 500])
        page = ErrorPage(services.presenter().start(), status, title, mend)
        return HTMLResponse(services.templates.render(page), status)
    return JSONResponse(error_reply(status, details).model_dump(), status)


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
            await JSONResponse(error_reply(status).model_dump(), status)(scope, receive, send)


def _refusal(scope: MutableMapping[str, Any]) -> int | None:
    headers = dict(scope["headers"])
    if b"transfer-encoding" in headers:
        return 411
    length = headers.get(b"content-length", b"0")
    if not length.isdigit():
        return 400
    return 413 if int(length) > BODY_LIMIT else None
