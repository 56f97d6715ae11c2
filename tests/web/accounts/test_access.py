"""What handlers ask for so that nobody else gets further: every role against every wall."""

from typing import Annotated

import pytest
from fastapi import APIRouter, Depends, FastAPI
from fastapi.routing import APIRoute
from httpx2 import Response

from chatbot.store.accounts import Role
from chatbot.store.audit import COMMAND_LINE, Action, AuditFilter
from tests.store.door import Clock
from tests.web.staff_client import Browser, StaffClient, account_for
from web.access import TOKEN_HEADER, Signed, checked_form, checked_json, signed_in
from web.accounts import admin, audit, own_account


def add_walls(app: FastAPI) -> None:
    """Give an application a page, a form and a JSON address for each role."""

    def wall(role: Role) -> APIRouter:
        walls = APIRouter()

        @walls.get(f"/wall/{role}")
        @walls.get(f"/api/wall/{role}")
        def read(signed: Annotated[Signed, Depends(signed_in(role))]) -> dict[str, str]:
            return {"login": signed.login, "token": signed.csrf_token, "role": signed.role}

        @walls.post(f"/wall/{role}")
        def send(signed: Annotated[Signed, Depends(checked_form(role))]) -> dict[str, str]:
            return {"login": signed.login}

        @walls.post(f"/api/wall/{role}")
        def send_json(signed: Annotated[Signed, Depends(checked_json(role))]) -> dict[str, str]:
            return {"login": signed.login}

        return walls

    for role in Role:
        app.include_router(wall(role))


@pytest.fixture(scope="module")
def walled(staff_app: FastAPI) -> FastAPI:
    add_walls(staff_app)
    return staff_app


def error_of(response: Response) -> tuple[int, str]:
    """Return status and code of an error in the one shape."""
    body = response.json()
    assert body.keys() == {"error"}
    assert body["error"].keys() == {"code", "message", "details"}
    assert body["error"]["message"].endswith(".")
    return response.status_code, body["error"]["code"]


@pytest.mark.parametrize("wall", list(Role))
@pytest.mark.parametrize("role", list(Role))
class TestRoles:
    def test_who_has_the_role_or_a_higher_one_gets_in(self, walled: FastAPI, role: Role, wall: Role) -> None:
        client = StaffClient(walled, role, role.value)
        gets_in = role.covers(wall)
        page = client.http.get(f"/wall/{wall}")
        assert page.status_code == (200 if gets_in else 403)
        assert ("이 일을 할 권한이 없어요" in page.text) != gets_in
        read = client.http.get(f"/api/wall/{wall}")
        if gets_in:
            assert read.json() == {"login": role.value, "token": client.csrf_token, "role": role.value}
        else:
            assert error_of(read) == (403, "wrong_role")

    def test_the_same_holds_for_what_changes_something(self, walled: FastAPI, role: Role, wall: Role) -> None:
        client = StaffClient(walled, role, role.value)
        status = 200 if role.covers(wall) else 403
        headers = {TOKEN_HEADER: client.csrf_token}
        assert client.http.post(f"/wall/{wall}", data=client.form()).status_code == status
        assert client.http.post(f"/api/wall/{wall}", headers=headers).status_code == status


class TestNobody:
    def test_a_page_leads_to_the_sign_in_and_json_says_401(self, walled: FastAPI) -> None:
        browser = Browser(walled)
        assert browser.http.get("/wall/staff").headers["location"] == "/sign-in?next=%2Fwall%2Fstaff"
        assert error_of(browser.http.get("/api/wall/staff")) == (401, "unauthorized")

    def test_a_form_leads_to_the_sign_in_and_not_back_to_where_only_forms_go(self, walled: FastAPI) -> None:
        browser = Browser(walled)
        assert browser.http.post("/wall/staff").headers["location"] == "/sign-in"
        assert error_of(browser.http.post("/api/wall/staff")) == (401, "unauthorized")

    @pytest.mark.parametrize("token", ["", "guessed", "0" * 43])
    def test_a_cookie_that_names_no_session_is_none(self, walled: FastAPI, token: str) -> None:
        browser = Browser(walled)
        browser.http.cookies.set(browser.services.access.cookies.session_name, token)
        assert browser.http.get("/wall/staff").status_code == 303

    def test_a_session_that_is_over_and_a_disabled_account_are_refused(
        self, walled: FastAPI, clock: Clock
    ) -> None:
        client = StaffClient(walled, Role.STAFF, "leaver")
        client.services.access.accounts.set_disabled(client.account.id, COMMAND_LINE, disabled=True)
        assert error_of(client.http.get("/api/wall/staff")) == (401, "unauthorized")
        client = StaffClient(walled, Role.STAFF, "staff")
        clock.advance(minutes=30)
        assert error_of(client.http.get("/api/wall/staff")) == (401, "unauthorized")


class TestForms:
    @pytest.mark.parametrize("token", ["", "0" * 64, "another session"])
    def test_a_form_without_the_token_of_its_session_changes_nothing(
        self, walled: FastAPI, token: str
    ) -> None:
        client = StaffClient(walled, Role.STAFF, "staff")
        if token == "another session":  # noqa: S105
            token = StaffClient(walled, Role.STAFF, "staff").csrf_token
        refused = client.http.post("/wall/staff", data={"csrf_token": token})
        assert refused.status_code == 403
        assert "어디에서 보낸 요청인지 알 수 없어요" in refused.text
        json = client.http.post("/api/wall/staff", headers={TOKEN_HEADER: token})
        assert error_of(json) == (403, "wrong_form")

    @pytest.mark.parametrize(
        "headers",
        [
            {"Origin": "https://elsewhere.example"},
            {"Origin": "null"},
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"},
        ],
    )
    def test_another_site_is_refused_even_with_the_right_token(
        self, walled: FastAPI, headers: dict[str, str]
    ) -> None:
        client = StaffClient(walled, Role.STAFF, "staff")
        refused = client.http.post("/wall/staff", data=client.form(), headers=headers)
        assert refused.status_code == 403
        json = client.http.post("/api/wall/staff", headers={TOKEN_HEADER: client.csrf_token, **headers})
        assert error_of(json) == (403, "wrong_form")

    def test_what_was_refused_is_in_the_log_with_the_path_alone(self, walled: FastAPI) -> None:
        client = StaffClient(walled, Role.STAFF, "staff")
        client.http.get("/wall/admin?q=900101-1234567")
        client.http.post("/wall/staff?q=900101-1234567")
        newest = [line.deed for line in client.services.access.audit.lines(AuditFilter(login="staff"), 2)]
        assert [(deed.action, deed.target) for deed in newest] == [
            (Action.REFUSED_FORM, "POST /wall/staff"),
            (Action.REFUSED_ROLE, "GET /wall/admin"),
        ]

    def test_a_token_in_the_address_is_none(self, walled: FastAPI) -> None:
        client = StaffClient(walled, Role.STAFF, "staff")
        assert client.http.post(f"/wall/staff?csrf_token={client.csrf_token}").status_code == 403


class TestFirstPassword:
    def test_who_must_choose_a_password_gets_nowhere_else(self, walled: FastAPI) -> None:
        client = StaffClient(walled, Role.STAFF, "newcomer")
        client.services.access.accounts.set_password(
            client.account.id, "blue heron 9 tides", COMMAND_LINE, must_change=True
        )
        client = StaffClient(walled, Role.STAFF, "newcomer")
        page = client.http.get("/wall/staff", follow_redirects=False)
        assert (page.status_code, page.headers["location"]) == (303, "/account")
        assert error_of(client.http.get("/api/wall/staff"))[0] == 403
        assert client.http.get("/account").status_code == 200
        assert "먼저 새 비밀번호로 바꿔 주세요" in client.http.get("/account").text


class TestEveryPage:
    def test_no_address_for_staff_can_be_opened_by_nobody_or_with_too_low_a_role(
        self, staff_app: FastAPI
    ) -> None:
        paths = {
            (method, route.path.replace("{account_id}", "1").replace("{session_id}", "1"))
            for module in (own_account, admin, audit)
            for route in module.router.routes
            if isinstance(route, APIRoute)
            for method in route.methods or ()
        }
        assert len(paths) == 13
        staff = account_for(staff_app.state.services, Role.STAFF, "staff")
        for method, path in sorted(paths):
            nobody = Browser(staff_app).http.request(method, path)
            assert nobody.status_code == 303, (method, path)
            assert nobody.headers["location"].startswith("/sign-in"), (method, path)
            if path.startswith("/admin"):
                client = StaffClient(staff_app, Role.STAFF, staff.login)
                answer = client.http.request(method, path, data=client.form() if method == "POST" else None)
                assert answer.status_code == 403, (method, path)
