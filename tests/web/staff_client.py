"""Clients that are signed in, one for each role, without going through the sign-in page."""

from fastapi import FastAPI
from fastapi.testclient import TestClient

from chatbot.store.accounts import Account, Role
from chatbot.store.audit import COMMAND_LINE
from web.form_token import form_token
from web.services import Services

PASSWORD = "gray otter 7 winters"  # noqa: S105 - of accounts that only tests have


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


def account_for(services: Services, role: Role, login: str) -> Account:
    """Return the account with this login; it is made where it is missing, and gets the role."""
    accounts = services.access.accounts
    account = accounts.of_login(login)
    if account is None:
        return accounts.add(login, role, PASSWORD, COMMAND_LINE, must_change=False)
    return account
