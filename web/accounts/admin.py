"""All accounts, for admins: who may do what."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from chatbot.store.accounts import LOGIN_LIMIT, Account, AccountError, Role
from web.access import OWN_ACCOUNT_PATH, Signed, checked_form, signed_in
from web.accounts.first_password import first_password
from web.contexts.staff import AccountPage, AccountsPage, NewPassword
from web.services import Services, ServicesDependency
from web.staff_menu import staff_frame

router = APIRouter(include_in_schema=False)

PATH = "/admin/accounts"

Reader = Annotated[Signed, Depends(signed_in(Role.ADMIN))]
Sender = Annotated[Signed, Depends(checked_form(Role.ADMIN))]
AccountId = Annotated[int, Path(ge=1, le=2**31)]


@router.get(PATH)
def get_page(services: ServicesDependency, signed: Reader) -> HTMLResponse:
    """List all accounts, with a form for another one."""
    return _list(services, signed)


@router.post(PATH)
def post_account(
    services: ServicesDependency,
    signed: Sender,
    login: Annotated[str, Form(max_length=200)] = "",
    role: Annotated[Role, Form()] = Role.STAFF,
) -> HTMLResponse:
    """Make an account with a password for the first sign-in, which is shown this once."""
    password = first_password()
    try:
        account = services.access.accounts.add(login, role, password, signed.actor, must_change=True)
    except AccountError as error:
        return _list(services, signed, problem=str(error), typed=login[:LOGIN_LIMIT], status=422)
    return _list(services, signed, new=NewPassword(account.login, password))


@router.get(f"{PATH}/{{account_id}}")
def get_account_page(services: ServicesDependency, signed: Reader, account_id: AccountId) -> Response:
    """Show one account with everything that can be changed."""
    return _one(services, signed, account_id)


@router.post(f"{PATH}/{{account_id}}/role")
def post_role(
    services: ServicesDependency, signed: Sender, account_id: AccountId, role: Annotated[Role, Form()]
) -> Response:
    """Change what an account may do."""
    _account(services, account_id)
    try:
        services.access.accounts.set_role(account_id, role, signed.actor)
    except AccountError as error:
        return _one(services, signed, account_id, problem=str(error), status=409)
    return RedirectResponse(f"{PATH}/{account_id}", 303)


@router.post(f"{PATH}/{{account_id}}/disabled")
def post_disabled(
    services: ServicesDependency,
    signed: Sender,
    account_id: AccountId,
    disabled: Annotated[bool, Form()],
) -> Response:
    """Keep an account from being used, or let it be used again."""
    _account(services, account_id)
    try:
        services.access.accounts.set_disabled(account_id, signed.actor, disabled=disabled)
    except AccountError as error:
        return _one(services, signed, account_id, problem=str(error), status=409)
    return RedirectResponse(f"{PATH}/{account_id}", 303)


@router.post(f"{PATH}/{{account_id}}/password")
def post_password(services: ServicesDependency, signed: Sender, account_id: AccountId) -> Response:
    """Give an account a new password for the next sign-in, which is shown this once, and end its waiting."""
    account = _account(services, account_id)
    if account_id == signed.account_id:
        return RedirectResponse(OWN_ACCOUNT_PATH, 303)
    if not account.has_password:
        raise HTTPException(400)
    password = first_password()
    services.access.accounts.set_password(account_id, password, signed.actor, must_change=True)
    services.access.sign_in.unlock(account.login)
    return _one(services, signed, account_id, new=NewPassword(account.login, password))


def _list(  # noqa: PLR0913 - each is said by its name
    services: Services,
    signed: Signed,
    *,
    problem: str | None = None,
    typed: str = "",
    new: NewPassword | None = None,
    status: int = 200,
) -> HTMLResponse:
    page = AccountsPage(
        staff=staff_frame(signed, services, PATH),
        accounts=list(services.access.accounts.all()),
        roles=list(Role),
        problem=problem,
        typed=typed,
        new=new,
        login_limit=LOGIN_LIMIT,
    )
    return HTMLResponse(services.templates.render(page), status)


def _one(  # noqa: PLR0913 - each is said by its name
    services: Services,
    signed: Signed,
    account_id: int,
    *,
    problem: str | None = None,
    new: NewPassword | None = None,
    status: int = 200,
) -> HTMLResponse:
    page = AccountPage(
        staff=staff_frame(signed, services, PATH),
        account=_account(services, account_id),
        is_own=account_id == signed.account_id,
        roles=list(Role),
        problem=problem,
        new=new,
    )
    return HTMLResponse(services.templates.render(page), status)


def _account(services: Services, account_id: int) -> Account:
    account = services.access.accounts.of_id(account_id)
    if account is None:
        raise HTTPException(404)
    return account
