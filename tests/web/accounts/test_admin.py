"""All accounts, for admins."""

import re
from zlib import crc32

import pytest
from fastapi import FastAPI

from chatbot.store.accounts import Account, Role
from chatbot.store.audit import Action, AuditFilter
from tests.web.staff_client import PASSWORD, Browser, account_for

_FIRST = re.compile(r'class="first-password">([^<]+)<')


@pytest.fixture
def admin(browser: Browser) -> Browser:
    browser.sign_in("admin")
    return browser


@pytest.fixture
def member(admin: Browser, request: pytest.FixtureRequest) -> Account:
    """An account that no other test uses."""
    return account_for(admin.services, Role.STAFF, f"member-{crc32(request.node.nodeid.encode())}")


def send(admin: Browser, path: str, **fields: str) -> str:
    """Send a form of the administration; return the page that comes of it."""
    answer = admin.send(path, "/admin/accounts", **fields)
    if answer.status_code == 303:
        answer = admin.http.get(answer.headers["location"])
    return answer.text


class TestAdd:
    def test_a_new_account_gets_a_password_shown_once_that_has_to_be_changed(
        self, admin: Browser, staff_app: FastAPI
    ) -> None:
        page = send(admin, "/admin/accounts", login="seat-4", role="editor")
        (password,) = _FIRST.findall(page)
        assert password not in admin.http.get("/admin/accounts").text
        newcomer = Browser(staff_app, "198.51.100.77")
        assert newcomer.sign_in("seat-4", password, "/admin/audit").headers["location"] == "/account"
        form = {"current": password, "new": PASSWORD, "again": PASSWORD}
        assert newcomer.send("/account/password", **form).status_code == 303
        assert Browser(staff_app).sign_in("seat-4").headers["location"] != "/account?done=password"
        added = account_for(admin.services, Role.EDITOR, "seat-4")
        assert (added.role, added.must_change) == (Role.EDITOR, False)

    @pytest.mark.parametrize(
        ("login", "problem"),
        [("admin", "이미 있는 아이디예요."), ("김 상담", "아이디는 영어 소문자, 숫자, 점(.), 줄(-, _)로")],
    )
    def test_a_login_that_cannot_be_given_stays_in_the_field_with_the_reason(
        self, admin: Browser, login: str, problem: str
    ) -> None:
        answer = admin.send("/admin/accounts", "/admin/accounts", login=login, role="staff")
        assert answer.status_code == 422
        assert problem in answer.text
        assert f'value="{login}"' in answer.text

    def test_a_role_that_does_not_exist_is_refused(self, admin: Browser) -> None:
        answer = admin.send("/admin/accounts", "/admin/accounts", login="seat-5", role="mayor")
        assert answer.status_code == 422
        assert admin.services.access.accounts.of_login("seat-5") is None


class TestChange:
    def test_a_role_holds_at_once(self, admin: Browser, member: Account, staff_app: FastAPI) -> None:
        other = Browser(staff_app)
        other.sign_in(member.login)
        assert other.http.get("/admin/accounts").status_code == 403
        page = send(admin, f"/admin/accounts/{member.id}/role", role="admin")
        assert '<option value="admin" selected>관리</option>' in page
        assert other.http.get("/admin/accounts").status_code == 200

    def test_a_stopped_account_is_out_at_once_and_may_come_back(
        self, admin: Browser, member: Account, staff_app: FastAPI
    ) -> None:
        other = Browser(staff_app)
        other.sign_in(member.login)
        assert "다시 쓰게 하기" in send(admin, f"/admin/accounts/{member.id}/disabled", disabled="true")
        assert other.http.get("/account").status_code == 303
        assert other.sign_in(member.login).status_code == 403
        assert "계정 멈추기" in send(admin, f"/admin/accounts/{member.id}/disabled", disabled="false")
        assert other.sign_in(member.login).status_code == 303

    def test_a_new_password_ends_the_waiting(
        self, admin: Browser, member: Account, staff_app: FastAPI
    ) -> None:
        other = Browser(staff_app, "198.51.100.78")
        for _ in range(5):
            other.sign_in(member.login, "wrong")
        assert other.sign_in(member.login).status_code == 429
        (password,) = _FIRST.findall(send(admin, f"/admin/accounts/{member.id}/password"))
        assert other.sign_in(member.login, password).headers["location"] == "/account"

    def test_the_own_password_is_changed_elsewhere(self, admin: Browser) -> None:
        own = account_for(admin.services, Role.ADMIN, "admin")
        answer = admin.send(f"/admin/accounts/{own.id}/password", "/admin/accounts")
        assert answer.headers["location"] == "/account"
        assert admin.services.access.accounts.verified("admin", PASSWORD) is not None

    @pytest.mark.parametrize(("path", "form"), [("role", {"role": "staff"}), ("disabled", {"disabled": "1"})])
    def test_the_last_admin_stays(self, admin: Browser, path: str, form: dict[str, str]) -> None:
        accounts = admin.services.access.accounts
        own = account_for(admin.services, Role.ADMIN, "admin")
        for account in accounts.all():
            if account.role is Role.ADMIN and account.id != own.id:
                send(admin, f"/admin/accounts/{account.id}/role", role="staff")
        answer = admin.send(f"/admin/accounts/{own.id}/{path}", "/admin/accounts", **form)
        assert answer.status_code == 409
        assert "관리자가 한 명은 있어야 해요" in answer.text
        assert accounts.of_id(own.id) == own

    @pytest.mark.parametrize("path", ["role", "disabled", "password"])
    def test_an_account_that_does_not_exist_is_not_found(self, admin: Browser, path: str) -> None:
        form = {"role": "staff", "disabled": "true"}
        assert admin.send(f"/admin/accounts/9999/{path}", "/admin/accounts", **form).status_code == 404
        assert admin.http.get("/admin/accounts/9999").status_code == 404

    def test_every_change_is_in_the_log_under_the_admins_login(self, admin: Browser, member: Account) -> None:
        send(admin, f"/admin/accounts/{member.id}/role", role="publisher")
        send(admin, f"/admin/accounts/{member.id}/password")
        wanted = AuditFilter(target=f"account:{member.login}", login="admin")
        password, role = admin.services.access.audit.lines(wanted, 5)
        assert (role.deed.before, role.deed.after) == ({"role": "staff"}, {"role": "publisher"})
        assert password.deed.action is Action.ACCOUNT_PASSWORD
        assert password.deed.after == {"must_change": True}
