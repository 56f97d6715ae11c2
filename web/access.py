"""Lets people in who have an account: what handlers ask for so that nobody else gets further.

@router.get("/staff")
def get_page(services: ServicesDependency, signed: Annotated[Signed, Depends(signed_in(Role.STAFF))]): ...

@router.post("/staff/log")          # a plain form, with {{ token_field(staff) }} in it
def post_form(signed: Annotated[Signed, Depends(checked_form(Role.STAFF))]): ...

@router.post("/api/staff/marks")    # JSON, with the header X-CSRF-Token
def post_mark(signed: Annotated[Signed, Depends(checked_json(Role.STAFF))]): ...
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Form, Header, Request

from chatbot.knowledge.wording import StaffErrorCode
from chatbot.store.accounts import Account, Role
from chatbot.store.audit import Action, Actor, Deed
from web.errors import GoElsewhere, StaffRefusal, is_program_path
from web.form_token import form_token, is_form_token
from web.same_origin import is_foreign
from web.services import Services, ServicesDependency

_log = logging.getLogger(__name__)

TOKEN_HEADER = "X-CSRF-Token"  # noqa: S105 - its name, not its value
SIGN_IN_PATH = "/sign-in"
OWN_ACCOUNT_PATH = "/account"

_READING = {"GET", "HEAD"}


@dataclass(frozen=True)
class Signed:
    """Who is signed in.

    Attributes:
        account_id: The account.
        login: Its login.
        display_name: What colleagues see; may be empty. Citizens never see it.
        role: What it may do.
        csrf_token: What forms (field `csrf_token`) and JSON (header `X-CSRF-Token`) must carry.
        actor: The same for the log of what was done.
    """

    account_id: int
    login: str
    display_name: str
    role: Role
    csrf_token: str
    actor: Actor

    @property
    def shown_name(self) -> str:
        """The display name, or the login where there is none."""
        return self.display_name or self.login


def signed_in(role: Role, *, before_new_password: bool = False) -> Callable[..., Signed]:
    """Return a dependency that lets in whoever has this role or a higher one.

    Others are led to the sign-in page and back; where JSON is asked for they get 401, with too low a
    role everybody gets 403.

    Args:
        role: The lowest role that gets in.
        before_new_password: Let in as well who must choose another password first.
    """

    def check(request: Request, services: ServicesDependency) -> Signed:
        signed = _signed(request, services, before_new_password=before_new_password)
        if not signed.role.covers(role):
            _note(Action.REFUSED_ROLE, request, services, signed.actor)
            raise StaffRefusal(403, StaffErrorCode.WRONG_ROLE)
        return signed

    return check


def checked_form(role: Role, *, before_new_password: bool = False) -> Callable[..., Signed]:
    """Return a dependency for plain forms: the same, and the form must come from a page of ours."""
    let_in = signed_in(role, before_new_password=before_new_password)

    def check(
        request: Request, services: ServicesDependency, csrf_token: Annotated[str, Form(max_length=200)] = ""
    ) -> Signed:
        signed = let_in(request, services)
        _check_source(request, services, csrf_token, signed)
        return signed

    return check


def checked_json(role: Role) -> Callable[..., Signed]:
    """Return a dependency for JSON that changes something: the same, with the token in a header."""
    let_in = signed_in(role)

    def check(
        request: Request,
        services: ServicesDependency,
        x_csrf_token: Annotated[str, Header(description="Token of the page that sends it")] = "",
    ) -> Signed:
        signed = let_in(request, services)
        _check_source(request, services, x_csrf_token, signed)
        return signed

    return check


def check_visit_form(request: Request, services: Services, token: str) -> None:
    """Check a form that is sent before anybody is signed in.

    Raises:
        StaffRefusal: It does not come from a page of ours that this browser has opened.
    """
    visit = services.access.cookies.visit(request)
    if is_foreign(request.headers, services.access.public_url) or not is_form_token(token, visit):
        # Not a line for the audit log: anybody could fill it without end.
        _log.warning("a sign-in form that came from elsewhere was refused")
        raise StaffRefusal(403, StaffErrorCode.WRONG_FORM)


def account_of_request(request: Request, services: Services) -> Account | None:
    """Return who is signed in, if anybody is; what is answered is then kept out of every cache."""
    keep_private(request)
    token = services.access.cookies.session(request)
    return services.access.sessions.account(token) if token else None


def keep_private(request: Request) -> None:
    """Have the answer to a request kept out of every cache, and its address within this site."""
    request.state.is_private = True


def client_address(request: Request) -> str:
    """Return the network address that a request came from, for its keyed hash alone."""
    return request.client.host if request.client else ""


def _signed(request: Request, services: Services, *, before_new_password: bool) -> Signed:
    account = account_of_request(request, services)
    if account is None:
        raise _sign_in_first(request)
    if account.must_change and not before_new_password:
        if is_program_path(request.url.path):
            raise StaffRefusal(403, StaffErrorCode.WRONG_ROLE)
        raise GoElsewhere(OWN_ACCOUNT_PATH)
    return Signed(
        account_id=account.id,
        login=account.login,
        display_name=account.display_name,
        role=account.role,
        csrf_token=form_token(services.access.cookies.session(request)),
        actor=services.access.sign_in.actor(account, client_address(request)),
    )


def _sign_in_first(request: Request) -> Exception:
    if is_program_path(request.url.path):
        return StaffRefusal(401, StaffErrorCode.UNAUTHORIZED)
    if request.method not in _READING:
        # The page that a form is sent to may have nothing to show.
        return GoElsewhere(SIGN_IN_PATH)
    path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return GoElsewhere(f"{SIGN_IN_PATH}?{urlencode({'next': path})}")


def _check_source(request: Request, services: Services, token: str, signed: Signed) -> None:
    session = services.access.cookies.session(request)
    if is_foreign(request.headers, services.access.public_url) or not is_form_token(token, session):
        _note(Action.REFUSED_FORM, request, services, signed.actor)
        raise StaffRefusal(403, StaffErrorCode.WRONG_FORM)


def _note(action: Action, request: Request, services: Services, actor: Actor) -> None:
    # The path alone: what was searched for or typed is nobody's business here.
    services.access.audit.record(Deed(actor, action, f"{request.method} {request.url.path}"))
