"""Signing in with a password, and signing out."""

from datetime import datetime
from math import ceil
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from chatbot.store.accounts import LOGIN_LIMIT, Account, Role
from chatbot.store.audit import Action, Deed
from chatbot.store.password_rules import LONGEST
from chatbot.store.sign_in import Visit
from web.access import (
    OWN_ACCOUNT_PATH,
    SIGN_IN_PATH,
    Signed,
    account_of_request,
    check_visit_form,
    checked_form,
    client_address,
)
from web.accounts.browser_name import browser_name
from web.accounts.next_path import own_path
from web.contexts.staff import SignInPage, SignInProblem
from web.form_token import form_token
from web.services import Services, ServicesDependency
from web.staff_menu import first_path

router = APIRouter(include_in_schema=False)

NextPath = Annotated[str, Query(alias="next", max_length=4000)]


@router.get(SIGN_IN_PATH)
def get_page(
    request: Request, services: ServicesDependency, wanted: NextPath = "", ended: str = "", refused: str = ""
) -> Response:
    """Show the form; who is signed in already goes on.

    Args:
        request: May hold a session.
        services: What is needed.
        wanted: Where to go afterwards.
        ended: Not empty after a sign-out.
        refused: Not empty where the city's own sign-in has vouched for nobody.
    """
    account = account_of_request(request, services)
    if account is not None:
        return RedirectResponse(_goal(account, wanted), 303)
    problem = SignInProblem.OPENID if refused else SignInProblem.ENDED if ended else None
    return sign_in_page(request, services, wanted, problem)


@router.post(SIGN_IN_PATH)
def post_form(  # noqa: PLR0913, PLR0917 - the fields of the form
    request: Request,
    services: ServicesDependency,
    login: Annotated[str, Form(max_length=200)] = "",
    password: Annotated[str, Form(max_length=LONGEST * 4)] = "",
    wanted: Annotated[str, Form(alias="next", max_length=4000)] = "",
    csrf_token: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Sign somebody in. What was typed is never shown again, and the answer names no wrong part."""
    account_of_request(request, services)
    check_visit_form(request, services, csrf_token)
    result = services.access.sign_in.with_password(login, password, visit_of(request))
    if result.wait_until is not None:
        minutes = _minutes_until(result.wait_until, services)
        page = sign_in_page(request, services, wanted, SignInProblem.WAIT, minutes, status=429)
        page.headers["Retry-After"] = str(minutes * 60)
        return page
    if result.account is None or result.token is None:
        return sign_in_page(request, services, wanted, SignInProblem.WRONG, status=403)
    return admit(request, services, result.account, result.token, wanted)


@router.post("/sign-out")
def post_sign_out(
    request: Request,
    services: ServicesDependency,
    signed: Annotated[Signed, Depends(checked_form(Role.STAFF, before_new_password=True))],
) -> RedirectResponse:
    """End the session of this browser."""
    services.access.sessions.close(services.access.cookies.session(request))
    services.access.audit.record(Deed(signed.actor, Action.SIGNED_OUT, f"account:{signed.login}"))
    return leave(services)


def visit_of(request: Request) -> Visit:
    """Return from where somebody signs in."""
    return Visit(client_address(request), browser_name(request.headers.get("user-agent", "")))


def admit(
    request: Request, services: Services, account: Account, token: str, wanted: str
) -> RedirectResponse:
    """Give the browser its new session in place of any older one, and lead on."""
    older = services.access.cookies.session(request)
    if older:
        services.access.sessions.close(older)
    response = RedirectResponse(_goal(account, wanted), 303)
    services.access.cookies.keep_session(response, token)
    return response


def leave(services: Services) -> RedirectResponse:
    """Take the session from the browser and lead to the sign-in page."""
    response = RedirectResponse(f"{SIGN_IN_PATH}?ended=1", 303)
    services.access.cookies.drop_session(response)
    return response


def sign_in_page(  # noqa: PLR0913 - each is said by its name
    request: Request,
    services: Services,
    wanted: str,
    problem: SignInProblem | None = None,
    minutes: int = 0,
    *,
    status: int = 200,
) -> HTMLResponse:
    """Return the sign-in page, bound to this browser by a cookie."""
    cookies = services.access.cookies
    visit = cookies.visit(request) or cookies.new_visit()
    page = SignInPage(
        service=services.presenter().start().service,
        csrf_token=form_token(visit),
        next_path=own_path(wanted) or "",
        has_openid=services.access.openid is not None,
        problem=problem,
        minutes=minutes,
        login_limit=LOGIN_LIMIT,
    )
    response = HTMLResponse(services.templates.render(page), status)
    cookies.keep_visit(response, visit)
    return response


def _goal(account: Account, wanted: str) -> str:
    if account.must_change:
        return OWN_ACCOUNT_PATH
    return own_path(wanted) or first_path(account.role)


def _minutes_until(moment: datetime, services: Services) -> int:
    return max(1, ceil((moment - services.clock()).total_seconds() / 60))
