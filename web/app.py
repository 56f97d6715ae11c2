"""Puts the application together: the only place where parts are wired."""

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.middleware.cors import CORSMiddleware
from fastapi.staticfiles import StaticFiles

from chatbot.settings import Settings, SettingsError
from chatbot.store.accounts import Accounts, Role
from chatbot.store.attempts import Attempts
from chatbot.store.audit import Audit
from chatbot.store.database import Database
from chatbot.store.keyed_hash import KeyedHash
from chatbot.store.openid_flows import OpenIdFlows
from chatbot.store.passwords import Passwords
from chatbot.store.sessions import SessionLimits, Sessions
from chatbot.store.sign_in import SignIn
from chatbot.text.morphemes import MorphemeTokenizer
from web import chat, door, entries, faq, feedback, guide, health, kakao, life, widget
from web.accounts import admin, audit, openid, own_account, sign_in
from web.accounts.openid_client import OpenIdClient, OpenIdSettings, read_role_names
from web.cockpit import arithmetic, desk, entry, log_page, page, search, talks
from web.cookies import Cookies
from web.errors import add_error_handlers
from web.kakao_users import UserKeys
from web.live import LiveKnowledge
from web.services import KakaoAccess, Services, StaffAccess
from web.templating import Templates

_STATIC = Path(__file__).parent / "static"

_SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


_PRIVATE_HEADERS = {
    # Nobody finds by going back what another one has read.
    "Cache-Control": "no-store",
    # Our own forms say where they come from; links to other sites still say nothing.
    "Referrer-Policy": "same-origin",
}


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def create_app(
    settings: Settings,
    tokenizer: MorphemeTokenizer | None = None,
    clock: Callable[[], datetime] = now,
) -> FastAPI:
    """Make the application; when it returns, questions can be answered.

    Args:
        settings: How to run.
        tokenizer: One that is loaded already, since loading takes seconds.
        clock: Tells the time.

    Raises:
        web.live.KnowledgeError: The knowledge base has errors.
        chatbot.store.database.DatabaseAddressError: The database address cannot be used.
        chatbot.settings.SettingsError: The names of roles at the OpenID Connect provider cannot be read.
    """
    live = LiveKnowledge(
        settings.knowledge, settings.thresholds, tokenizer or MorphemeTokenizer(), settings.index_cache
    )
    database = Database(settings.database)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        if settings.reload_seconds:
            live.watch(settings.reload_seconds)
        yield
        live.stop()
        database.close()

    app = FastAPI(
        title="민원톡",
        summary="A city's civil-service chatbot: approved answers with source, date and telephone number.",
        version=version("minwontalk"),
        lifespan=lifespan,
        # The interactive pages load their scripts from another host, which our content policy forbids.
        docs_url=None,
        redoc_url=None,
    )
    app.state.services = Services(
        live,
        database,
        Templates(),
        clock,
        _static_version(),
        _kakao_access(settings),
        _staff_access(settings, database, clock),
    )
    add_error_handlers(app)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.allowed_origins.split(),
        allow_methods=["GET", "POST"],
        allow_headers=["Content-Type"],
    )
    app.middleware("http")(_add_headers)
    # Last: the addresses of other languages begin with any two letters.
    for module in (
        chat,
        feedback,
        entries,
        faq,
        life,
        guide,
        widget,
        kakao,
        health,
        sign_in,
        openid,
        own_account,
        admin,
        audit,
        page,
        search,
        arithmetic,
        entry,
        talks,
        desk,
        log_page,
        door,
    ):
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    return app


async def _add_headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    request.state.is_private = False
    response = await call_next(request)
    if request.state.is_private:
        for name, value in _PRIVATE_HEADERS.items():
            response.headers.setdefault(name, value)
    for name, value in _SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    versioned = request.url.path.startswith("/static/") and "v" in request.query_params
    response.headers.setdefault(
        "Cache-Control", "public, max-age=31536000, immutable" if versioned else "no-cache"
    )
    return response


def _kakao_access(settings: Settings) -> KakaoAccess:
    users = UserKeys(settings.kakao_user_secret, settings.kakao_user_secret_file)
    return KakaoAccess(
        settings.public_url.rstrip("/"), settings.kakao_skill_token, users, settings.kakao_talk_hours
    )


def _staff_access(settings: Settings, database: Database, clock: Callable[[], datetime]) -> StaffAccess:
    audit = Audit(database, clock)
    accounts = Accounts(database, Passwords(), audit, clock)
    limits = SessionLimits(
        timedelta(minutes=settings.session_idle_minutes), timedelta(hours=settings.session_hours)
    )
    sessions = Sessions(database, limits, clock)
    keys = KeyedHash(settings.access_secret, settings.access_secret_file)
    public_url = settings.public_url.rstrip("/")
    return StaffAccess(
        accounts,
        sessions,
        SignIn(accounts, sessions, Attempts(database, clock), audit, keys),
        audit,
        Cookies(is_secure=public_url.startswith("https://")),
        public_url,
        _openid(settings),
        OpenIdFlows(database, clock),
    )


def _openid(settings: Settings) -> OpenIdClient | None:
    if not settings.oidc_issuer:
        return None
    return OpenIdClient(
        OpenIdSettings(
            settings.oidc_issuer,
            settings.oidc_client_id,
            settings.oidc_client_secret,
            settings.oidc_role_claim,
            _role_names(settings.oidc_roles),
        )
    )


def _role_names(text: str) -> dict[str, Role]:
    try:
        return read_role_names(text)
    except ValueError as error:
        raise SettingsError(f"oidc_roles: {error}") from error


def _static_version() -> str:
    digest = hashlib.sha256()
    for path in sorted(_STATIC.rglob("*")):
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
