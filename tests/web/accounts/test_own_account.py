"""One's own account: password, name, and where one is signed in."""

from zlib import crc32

import pytest
from fastapi import FastAPI

from chatbot.store.accounts import Role
from chatbot.store.audit import Action, AuditFilter
from tests.web.staff_client import PASSWORD, Browser, account_for

NEW = "blue heron 9 tides"


@pytest.fixture
def owner(browser: Browser, request: pytest.FixtureRequest) -> Browser:
    """Somebody with an account that no other test uses, signed in."""
    login = f"owner-{crc32(request.node.nodeid.encode())}"
    account_for(browser.services, Role.STAFF, login)
    assert browser.sign_in(login).status_code == 303
    return browser


def login_of(browser: Browser) -> str:
    account = browser.services.access.sessions.account(browser.session or "")
    assert account is not None
    return account.login


class TestPassword:
    def test_a_new_password_ends_every_other_session_and_gives_this_browser_a_new_one(
        self, owner: Browser, staff_app: FastAPI
    ) -> None:
        login, before = login_of(owner), owner.session
        elsewhere = Browser(staff_app)
        elsewhere.sign_in(login)
        changed = owner.send("/account/password", current=PASSWORD, new=NEW, again=NEW)
        assert (changed.status_code, changed.headers["location"]) == (303, "/account?done=password")
        assert "비밀번호를 바꿨어요" in owner.http.get(changed.headers["location"]).text
        assert elsewhere.http.get("/account").status_code == 303
        assert before is not None
        assert owner.services.access.sessions.account(before) is None
        assert Browser(staff_app).sign_in(login).status_code == 403
        assert Browser(staff_app).sign_in(login, NEW).status_code == 303

    @pytest.mark.parametrize(
        ("current", "new", "again", "problem"),
        [
            ("wrong", NEW, NEW, "지금 비밀번호가 맞지 않아요. 다시 확인해 주세요."),
            (PASSWORD, NEW, NEW + "!", "새 비밀번호를 두 번 똑같이 적어 주세요."),
            (PASSWORD, PASSWORD, PASSWORD, "지금과 다른 비밀번호를 적어 주세요."),
            (PASSWORD, "password1234", "password1234", "쉽게 맞힐 수 있는 비밀번호예요."),
            (PASSWORD, "short", "short", "비밀번호는 12자 이상이어야 해요. 지금은 5자예요."),
        ],
    )
    def test_what_is_wrong_is_said_and_nothing_is_changed(
        self, owner: Browser, current: str, new: str, again: str, problem: str
    ) -> None:
        login = login_of(owner)
        refused = owner.send("/account/password", current=current, new=new, again=again)
        assert refused.status_code == 422
        assert problem in refused.text
        assert new not in refused.text
        assert owner.services.access.accounts.verified(login, PASSWORD) is not None

    def test_whoever_finds_an_open_screen_cannot_try_passwords_without_end(self, owner: Browser) -> None:
        for _ in range(5):
            owner.send("/account/password", current="wrong", new=NEW, again=NEW)
        refused = owner.send("/account/password", current=PASSWORD, new=NEW, again=NEW)
        assert "여러 번 틀려서 잠시 멈췄어요" in refused.text


class TestName:
    def test_a_name_is_shown_to_the_owner_and_may_be_empty_again(self, owner: Browser) -> None:
        login = login_of(owner)
        owner.send("/account/name", name="<상담> 3번 자리")
        page = owner.http.get("/account?done=name").text
        assert "&lt;상담&gt; 3번 자리" in page
        assert "보이는 이름을 바꿨어요" in page
        owner.send("/account/name", name=" ")
        assert f">{login}<" in owner.http.get("/account").text


class TestSessions:
    def test_another_browser_is_shown_and_can_be_signed_out(self, owner: Browser, staff_app: FastAPI) -> None:
        elsewhere = Browser(staff_app)
        elsewhere.http.headers["User-Agent"] = "Mozilla/5.0 (iPhone) Safari/604.1"
        elsewhere.sign_in(login_of(owner))
        page = owner.http.get("/account").text
        assert "사파리, 아이폰" in page
        assert page.count("지금 여기") == 1
        (other,) = [
            each.id
            for each in owner.services.access.sessions.of_account(
                account_for(owner.services, Role.STAFF, login_of(owner)).id, owner.session or ""
            )
            if not each.is_this
        ]
        assert owner.send(f"/account/sessions/{other}/end").status_code == 303
        assert elsewhere.http.get("/account").status_code == 303
        assert owner.http.get("/account").status_code == 200

    def test_nobody_signs_out_somebody_else(self, owner: Browser, staff_app: FastAPI) -> None:
        other = Browser(staff_app)
        other.sign_in("staff")
        staff = account_for(owner.services, Role.STAFF, "staff")
        for session in owner.services.access.sessions.of_account(staff.id, ""):
            owner.send(f"/account/sessions/{session.id}/end")
        assert other.http.get("/account").status_code == 200

    def test_signing_out_everywhere_ends_all_sessions_and_is_in_the_log(
        self, owner: Browser, staff_app: FastAPI
    ) -> None:
        login, elsewhere = login_of(owner), Browser(staff_app)
        elsewhere.sign_in(login)
        left = owner.send("/account/sign-out-everywhere")
        assert left.headers["location"] == "/sign-in?ended=1"
        assert [each.http.get("/account").status_code for each in (owner, elsewhere)] == [303, 303]
        newest = owner.services.access.audit.lines(AuditFilter(login=login), 1)[0].deed
        assert (newest.action, newest.after) == (Action.SIGNED_OUT_EVERYWHERE, {"sessions": 2})
