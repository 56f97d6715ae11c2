"""Browsers of people with an account: signed in already, or about to go through the sign-in page."""

import re

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from chatbot.store.accounts import Account, Role
from chatbot.store.audit import COMMAND_LINE
from web.form_token import form_token
from web.services import Services

PASSWORD = "gray otter 7 winters"  # noqa: S105 - of accounts that only tests have

_TOKEN = re.compile(r'name="csrf_token" value="(\w+)"')


class StaffClient:
    """A browser in which somebody with a role is signed in."""

    def __init__(self, application: FastAPI, role: Role, login: str | None = None) -> None:
        """Sign in; the account is made where it is missing."""
        self.services: Services = application.state.services
        self.account = account_for(self.services, role, login or f"test-{role.value}")
        self.token = self.services.access.sessions.open(self.account.id, "test")
        self.http = TestClient(application, raise_server_exceptions=False, headers={"Accept": "text/html"})
        self.http.cookies.set(self.services.access.cookies.session_name, self.token)

    @property
    def csrf_token(self) -> str:
        """What forms and JSON of this browser must carry."""
        return form_token(self.token)

    def form(self, **fields: str) -> dict[str, str]:
        """Return the fields of a form, with its token."""
        return {"csrf_token": self.csrf_token, **fields}


class Browser:
    """A browser at an address of its own, which follows no redirects by itself."""

    def __init__(self, application: FastAPI, address: str = "203.0.113.1") -> None:
        """Open it, with nobody signed in."""
        self.services: Services = application.state.services
        self.http = TestClient(
            application,
            raise_server_exceptions=False,
            headers={"Accept": "text/html"},
            follow_redirects=False,
            client=(address, 50_000),
        )

    @property
    def session(self) -> str | None:
        """The token of the session, if there is one."""
        return self.http.cookies.get(self.services.access.cookies.session_name)

    def form_token(self, path: str) -> str:
        """Open a page and return the token of its forms."""
        (token,) = set(_TOKEN.findall(self.http.get(path).text))
        return str(token)

    def sign_in(self, login: str, password: str = PASSWORD, next_path: str = "") -> Response:
        """Fill in the sign-in page and send it."""
        form = {"login": login, "password": password, "next": next_path}
        return self.http.post("/sign-in", data={**form, "csrf_token": self.form_token("/sign-in")})

    def send(self, path: str, page: str = "/account", **fields: str) -> Response:
        """Send a form that stands on a page."""
        return self.http.post(path, data={**fields, "csrf_token": self.form_token(page)})


def account_for(services: Services, role: Role, login: str) -> Account:
    """Return the account with this login; it is made where it is missing."""
    accounts = services.access.accounts
    return accounts.of_login(login) or accounts.add(login, role, PASSWORD, COMMAND_LINE, must_change=False)
