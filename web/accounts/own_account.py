"""One's own account: the name that colleagues see, the password, and where one is signed in."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from chatbot.store.accounts import NAME_LIMIT, Account, AccountError, Role
from chatbot.store.audit import Action, Deed
from chatbot.store.password_rules import LONGEST, SHORTEST
from web.access import OWN_ACCOUNT_PATH, Signed, checked_form, client_address, signed_in
from web.accounts.browser_name import browser_name
from web.accounts.sign_in import leave
from web.contexts.staff import OwnAccountPage
from web.services import Services, ServicesDependency
from web.staff_menu import staff_frame

router = APIRouter(include_in_schema=False)

Reader = Annotated[Signed, Depends(signed_in(Role.STAFF, before_new_password=True))]
Sender = Annotated[Signed, Depends(checked_form(Role.STAFF, before_new_password=True))]
Password = Annotated[str, Form(max_length=LONGEST * 4)]

_WRONG_PASSWORD = "지금 비밀번호가 맞지 않아요. 다시 확인해 주세요."  # noqa: S105 - a sentence, not a password
_WAIT = "여러 번 틀려서 잠시 멈췄어요. 몇 분 뒤에 다시 해 보세요."
_NOT_TWICE = "새 비밀번호를 두 번 똑같이 적어 주세요."
_SAME = "지금과 다른 비밀번호를 적어 주세요."


@router.get(OWN_ACCOUNT_PATH)
def get_page(request: Request, services: ServicesDependency, signed: Reader, done: str = "") -> HTMLResponse:
    """Show the account of who is signed in; `done` tells what was changed just now."""
    return _page(request, services, signed, done=done)


@router.post(f"{OWN_ACCOUNT_PATH}/name")
def post_name(
    services: ServicesDependency, signed: Sender, name: Annotated[str, Form(max_length=4000)] = ""
) -> RedirectResponse:
    """Change what colleagues see; empty is fine."""
    services.access.accounts.set_display_name(signed.account_id, name, signed.actor)
    return RedirectResponse(f"{OWN_ACCOUNT_PATH}?done=name", 303)


@router.post(f"{OWN_ACCOUNT_PATH}/password")
def post_password(  # noqa: PLR0913, PLR0917 - the fields of the form
    request: Request,
    services: ServicesDependency,
    signed: Sender,
    current: Password = "",
    new: Password = "",
    again: Password = "",
) -> Response:
    """Change the password; every other browser is signed out, and this one gets a new session."""
    account = _account(services, signed)
    problem = _password_problem(services, account, current, new, again, client_address(request))
    if problem is None:
        try:
            services.access.accounts.set_password(account.id, new, signed.actor, must_change=False)
        except AccountError as error:
            problem = str(error)
    if problem:
        return _page(request, services, signed, problem=problem, status=422)
    token = services.access.sessions.open(account.id, browser_name(request.headers.get("user-agent", "")))
    response = RedirectResponse(f"{OWN_ACCOUNT_PATH}?done=password", 303)
    services.access.cookies.keep_session(response, token)
    return response


@router.post(f"{OWN_ACCOUNT_PATH}/sessions/{{session_id}}/end")
def post_end_session(
    services: ServicesDependency, signed: Sender, session_id: Annotated[int, Path(ge=1, le=2**31)]
) -> RedirectResponse:
    """Sign out one of one's own browsers."""
    if services.access.sessions.close_one(signed.account_id, session_id):
        services.access.audit.record(Deed(signed.actor, Action.SIGNED_OUT, f"account:{signed.login}"))
    return RedirectResponse(f"{OWN_ACCOUNT_PATH}?done=session", 303)


@router.post(f"{OWN_ACCOUNT_PATH}/sign-out-everywhere")
def post_sign_out_everywhere(services: ServicesDependency, signed: Sender) -> RedirectResponse:
    """Sign out every browser, this one included."""
    ended = services.access.sessions.close_all(signed.account_id)
    action = Action.SIGNED_OUT_EVERYWHERE
    services.access.audit.record(
        Deed(signed.actor, action, f"account:{signed.login}", after={"sessions": ended})
    )
    return leave(services)


def _password_problem(  # noqa: PLR0913, PLR0917 - each is said by its name
    services: Services, account: Account, current: str, new: str, again: str, address: str
) -> str | None:
    if new != again:
        return _NOT_TWICE
    if new == current:
        return _SAME
    result = services.access.sign_in.is_password(account, current, address)
    if result.wait_until is not None:
        return _WAIT
    return None if result.account else _WRONG_PASSWORD


def _page(  # noqa: PLR0913 - each is said by its name
    request: Request,
    services: Services,
    signed: Signed,
    *,
    problem: str | None = None,
    done: str = "",
    status: int = 200,
) -> HTMLResponse:
    token = services.access.cookies.session(request)
    page = OwnAccountPage(
        staff=staff_frame(signed, services, OWN_ACCOUNT_PATH),
        account=_account(services, signed),
        sessions=list(services.access.sessions.of_account(signed.account_id, token)),
        problem=problem,
        done=done,
        name_limit=NAME_LIMIT,
        shortest=SHORTEST,
    )
    return HTMLResponse(services.templates.render(page), status)


def _account(services: Services, signed: Signed) -> Account:
    account = services.access.accounts.of_login(signed.login)
    if account is None:
        raise LookupError(signed.login)
    return account
