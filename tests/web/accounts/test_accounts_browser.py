"""Sign-in and accounts in the real Chromium: by keyboard, without JavaScript, in every look."""

from typing import TYPE_CHECKING

import pytest
from fastapi import FastAPI
from playwright.sync_api import Page, expect

from chatbot.store.accounts import Role
from tests.web.axe import barriers_in_every_look
from tests.web.conftest import ForeignSite
from tests.web.openid_provider import OpenIdProvider
from tests.web.staff_client import PASSWORD, account_for

if TYPE_CHECKING:
    from tests.web.browser import NewPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

_PATHS = ["/account", "/admin/accounts", "/admin/audit", "/admin/audit?login=nobody"]


def sign_in(page: Page, url: str, login: str, next_path: str = "/account") -> Page:
    page.goto(f"{url}/sign-in?next={next_path}")
    page.get_by_label("아이디").fill(login)
    page.get_by_label("비밀번호").fill(PASSWORD)
    page.get_by_role("button", name="로그인").click()
    page.wait_for_url(f"{url}{next_path}")
    return page


class TestSignIn:
    @pytest.mark.parametrize("scripts", [True, False])
    def test_it_works_by_keyboard_alone_with_and_without_scripts(
        self, new_page: "NewPage", staff_url: str, scripts: bool
    ) -> None:
        page = new_page(java_script_enabled=scripts)
        page.goto(f"{staff_url}/admin/audit")
        expect(page.get_by_role("heading", name="로그인")).to_be_visible()
        page.keyboard.press("Tab")
        expect(page.get_by_label("아이디")).to_be_focused()
        page.keyboard.type("admin")
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="기록", exact=True)).to_be_visible()
        expect(page).to_have_url(f"{staff_url}/admin/audit")

    def test_a_wrong_password_is_said_and_the_fields_are_empty(
        self, new_page: "NewPage", staff_url: str
    ) -> None:
        page = new_page(360, 740)
        page.goto(f"{staff_url}/sign-in")
        page.get_by_label("아이디").fill("nobody-at-all")
        page.get_by_label("비밀번호").fill("wrong")
        page.get_by_role("button", name="로그인").click()
        expect(page.get_by_role("alert")).to_contain_text("아이디나 비밀번호가 맞지 않아요.")
        expect(page.get_by_label("아이디")).to_have_value("")
        assert page.title().startswith("로그인하지 못했어요")

    def test_after_the_sign_out_going_back_shows_nothing(self, new_page: "NewPage", staff_url: str) -> None:
        page = sign_in(new_page(), staff_url, "staff")
        page.get_by_role("button", name="로그아웃", exact=True).click()
        expect(page.get_by_role("status")).to_contain_text("로그아웃했어요.")
        page.go_back()
        expect(page.get_by_role("heading", name="로그인", exact=True)).to_be_visible()
        expect(page.get_by_role("heading", name="내 계정")).to_have_count(0)

    def test_the_citys_login_leads_out_and_back(
        self, new_page: "NewPage", staff_url: str, provider: OpenIdProvider
    ) -> None:
        provider.sign_in_as(
            "browser-1", preferred_username="through.browser", realm_access={"roles": ["editor"]}
        )
        page = new_page()
        page.goto(f"{staff_url}/sign-in?next=/account")
        page.get_by_role("link", name="시청 계정으로 로그인").click()
        expect(page.get_by_role("heading", name="내 계정")).to_be_visible()
        expect(page.get_by_text("through.browser").first).to_be_visible()

    def test_a_page_on_another_port_cannot_use_the_session_that_the_browser_sends(
        self, new_page: "NewPage", staff_url: str, staff_app: FastAPI, foreign_site: ForeignSite
    ) -> None:
        page = sign_in(new_page(), staff_url, "staff")
        page.goto(foreign_site.url)
        with page.expect_navigation() as navigation:
            page.evaluate(
                """(action) => {
                  const form = document.createElement("form");
                  form.method = "post";
                  form.action = action;
                  document.body.append(form);
                  form.submit();
                }""",
                f"{staff_url}/sign-out",
            )
        # The same machine: the browser does send the cookie, and the server still refuses.
        assert navigation.value.status == 403
        assert "minwontalk-session" in navigation.value.request.all_headers()["cookie"]
        page.goto(f"{staff_url}/account")
        expect(page.get_by_role("heading", name="내 계정")).to_be_visible()


class TestLooks:
    def test_the_sign_in_page_has_no_barriers_in_any_look(self, new_page: "NewPage", staff_url: str) -> None:
        page = new_page()
        page.goto(f"{staff_url}/sign-in?refused=1")
        assert barriers_in_every_look(page) == []

    @pytest.mark.parametrize("path", _PATHS)
    def test_a_page_for_people_with_an_account_has_no_barriers_in_any_look(
        self, new_page: "NewPage", staff_url: str, path: str
    ) -> None:
        page = sign_in(new_page(), staff_url, "admin")
        page.goto(staff_url + path)
        assert barriers_in_every_look(page) == []

    def test_an_account_and_a_first_password_have_none_either(
        self, new_page: "NewPage", staff_url: str, staff_app: FastAPI
    ) -> None:
        account = account_for(staff_app.state.services, Role.STAFF, "looked-at")
        page = sign_in(new_page(), staff_url, "admin", f"/admin/accounts/{account.id}")
        page.get_by_role("button", name="새 비밀번호 만들기").click()
        expect(page.locator(".first-password")).to_be_visible()
        assert barriers_in_every_look(page) == []

    @pytest.mark.parametrize("width", [360, 768, 1280])
    @pytest.mark.parametrize("path", ["/sign-in", *_PATHS])
    def test_a_page_fits_the_screen_and_everything_pressed_is_large_enough(
        self, new_page: "NewPage", staff_url: str, path: str, width: int
    ) -> None:
        page = new_page(width, 800)
        if path != "/sign-in":
            sign_in(page, staff_url, "admin")
        page.goto(staff_url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = page.evaluate(
            """() => [...document.querySelectorAll("button, input:not([type=hidden]), select, nav a, a.btn")]
              .map((e) => [e.textContent, e.getBoundingClientRect()])
              .filter(([, box]) => box.width && (box.height < 44 || box.width < 44))
              .map(([text, box]) => `${text} ${box.width} ${box.height}`)"""
        )
        assert small == []
