"""Signing in with the city's own login: to the provider, and back."""

import logging
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from chatbot.store.audit import Action, Deed
from web.access import SIGN_IN_PATH, client_address, keep_private
from web.accounts.next_path import own_path
from web.accounts.openid_client import OpenIdClient, OpenIdError
from web.accounts.sign_in import NextPath, admit, sign_in_page, visit_of
from web.contexts.staff import SignInProblem
from web.services import Services, ServicesDependency

_log = logging.getLogger(__name__)

router = APIRouter(include_in_schema=False)

PATH = f"{SIGN_IN_PATH}/openid"
_REFUSED_PATH = f"{SIGN_IN_PATH}?refused=1"

Given = Annotated[str, Query(max_length=4000)]


@router.get(PATH)
def get_departure(request: Request, services: ServicesDependency, wanted: NextPath = "") -> Response:
    """Send the browser to the provider; it is known again by a cookie when it comes back."""
    keep_private(request)
    client = _client(services)
    try:
        url, flow = client.begin(_callback_url(request, services), own_path(wanted) or "")
    except OpenIdError as error:
        _log.error("the OpenID Connect provider cannot be used: %s", error)
        return sign_in_page(request, services, wanted, SignInProblem.OPENID_AWAY, status=502)
    cookies = services.access.cookies
    visit = cookies.visit(request) or cookies.new_visit()
    services.access.openid_flows.start(flow, visit)
    response = RedirectResponse(url, 303)
    cookies.keep_visit(response, visit)
    return response


@router.get(f"{PATH}/callback")
def get_return(
    request: Request, services: ServicesDependency, code: Given = "", state: Given = "", iss: Given = ""
) -> Response:
    """Take somebody back from the provider, whether it has vouched for them or not.

    Args:
        request: Holds the cookie of the browser.
        services: What is needed.
        code: What the token is fetched with; empty where the provider refuses.
        state: Which sign-in comes back.
        iss: Who sends it back, where the provider says so.
    """
    keep_private(request)
    client = _client(services)
    flow = services.access.openid_flows.finish(state, services.access.cookies.visit(request))
    if flow is None or not code or (iss and iss != client.issuer):
        # Nobody tried to sign in here, so far as we know: the audit log is not for anybody to fill.
        _log.warning("a return from the OpenID Connect provider that did not begin here was refused")
        return RedirectResponse(_REFUSED_PATH, 303)
    try:
        identity = client.finish(_callback_url(request, services), code, flow, services.clock())
    except OpenIdError as error:
        _log.warning("a sign-in by OpenID Connect was refused: %s", error)
        nobody = services.access.sign_in.actor(None, client_address(request))
        services.access.audit.record(Deed(nobody, Action.SIGN_IN_FAILED, "openid"))
        return RedirectResponse(_REFUSED_PATH, 303)
    result = services.access.sign_in.with_identity(identity, visit_of(request))
    if result.account is None or result.token is None:
        return RedirectResponse(_REFUSED_PATH, 303)
    return admit(request, services, result.account, result.token, flow.next_path)


def _client(services: Services) -> OpenIdClient:
    if services.access.openid is None:
        raise HTTPException(404)
    return services.access.openid


def _callback_url(request: Request, services: Services) -> str:
    base = services.access.public_url or str(request.base_url).rstrip("/")
    return f"{base}{PATH}/callback"
