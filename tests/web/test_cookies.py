"""The cookies of people with an account can be read by no script and are sent by no other site's form."""

import pytest
from fastapi import Request, Response

from web.cookies import Cookies


def request_with(cookie: str) -> Request:
    return Request({"type": "http", "headers": [(b"cookie", cookie.encode())]})


def set_by(response: Response) -> list[str]:
    return response.headers.getlist("set-cookie")


@pytest.mark.parametrize("is_secure", [False, True])
def test_a_session_is_kept_out_of_the_reach_of_scripts_and_other_sites(is_secure: bool) -> None:
    response, cookies = Response(), Cookies(is_secure)
    cookies.keep_session(response, "token")
    session, visit = set_by(response)
    for attribute in ("HttpOnly", "SameSite=lax", "Path=/"):
        assert attribute in session
    assert "Domain" not in session
    assert "Max-Age" not in session
    assert ("Secure" in session) == is_secure
    assert session.startswith("__Host-") == is_secure
    assert "Max-Age=0" in visit


def test_what_was_kept_is_read_again_and_what_another_name_holds_is_not() -> None:
    secure, plain = Cookies(is_secure=True), Cookies(is_secure=False)
    assert secure.session(request_with(f"{secure.session_name}=token")) == "token"
    # A host beside ours can set the plain name for all of the domain, but never one with the prefix.
    assert secure.session(request_with(f"{plain.session_name}=token")) == ""
    assert plain.visit(request_with(f"{plain.visit_name}=secret")) == "secret"


def test_a_visit_lasts_an_hour_and_nobody_can_guess_it() -> None:
    response, cookies = Response(), Cookies(is_secure=True)
    secret = cookies.new_visit()
    cookies.keep_visit(response, secret)
    assert "Max-Age=3600" in set_by(response)[0]
    assert len(secret) >= 43
    assert secret != cookies.new_visit()


def test_a_session_that_is_dropped_is_gone_at_once() -> None:
    response, cookies = Response(), Cookies(is_secure=True)
    cookies.drop_session(response)
    (dropped,) = set_by(response)
    assert dropped.startswith(f'{cookies.session_name}="";')
    assert "Max-Age=0" in dropped
    assert "Secure" in dropped
