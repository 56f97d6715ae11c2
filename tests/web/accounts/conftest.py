"""An application of its own, whose clock tests set, with an account for each role."""

from collections.abc import Iterator
from datetime import UTC
from zlib import crc32

import pytest
from fastapi import FastAPI

from chatbot.settings import Settings
from chatbot.store.accounts import Role
from chatbot.text.morphemes import MorphemeTokenizer
from tests.store.door import Clock
from tests.web.conftest import KNOWLEDGE, OFFICE_HOURS, served_at
from tests.web.openid_provider import CLIENT_ID, CLIENT_SECRET, OpenIdProvider
from tests.web.staff_client import Browser, account_for
from web.app import create_app


@pytest.fixture(scope="package")
def app_clock() -> Clock:
    return Clock(OFFICE_HOURS.astimezone(UTC))


@pytest.fixture(autouse=True)
def clock(app_clock: Clock) -> Clock:
    """The clock, at the hour at which every test begins."""
    app_clock.now = OFFICE_HOURS.astimezone(UTC)
    return app_clock


@pytest.fixture(scope="package")
def provider() -> Iterator[OpenIdProvider]:
    running = OpenIdProvider(int(OFFICE_HOURS.timestamp()))
    yield running
    running.stop()


@pytest.fixture(scope="package")
def staff_app(tokenizer: MorphemeTokenizer, app_clock: Clock, provider: OpenIdProvider) -> FastAPI:
    """The application with its own accounts and the city's login beside them."""
    settings = Settings(
        knowledge=KNOWLEDGE,
        database="sqlite://",
        access_secret="another secret for tests only",  # noqa: S106
        oidc_issuer=provider.url,
        oidc_client_id=CLIENT_ID,
        oidc_client_secret=CLIENT_SECRET,
        oidc_role_claim="realm_access.roles",
        oidc_roles="counsellor=staff chief=publisher editor=editor",
        reload_seconds=0,
    )
    app = create_app(settings, tokenizer, clock=app_clock)
    for role in Role:
        account_for(app.state.services, role, role.value)
    return app


@pytest.fixture
def browser(staff_app: FastAPI, request: pytest.FixtureRequest) -> Browser:
    """A browser with nobody signed in; each test has an address of its own."""
    number = crc32(request.node.nodeid.encode())
    return Browser(staff_app, f"10.{number % 256}.{number // 256 % 256}.{number // 65536 % 256}")


@pytest.fixture(scope="package")
def staff_url(staff_app: FastAPI) -> Iterator[str]:
    """The address of the same application behind a real port of this machine."""
    yield from served_at(staff_app)
