"""The sign-in page: who gets in, what it tells those who do not, and how it ends."""

import re

import pytest
from fastapi import FastAPI

from chatbot.settings import Settings
from chatbot.store.accounts import Role
from chatbot.store.audit import COMMAND_LINE, Action, AuditFilter
from chatbot.text.morphemes import MorphemeTokenizer
from tests.store.door import Clock
from tests.web.conftest import KNOWLEDGE
from tests.web.staff_client import PASSWORD, Browser, account_for
from web.app import create_app

WRONG = "아이디나 비밀번호가 맞지 않아요."
WAIT = "여러 번 틀려서 잠시 멈췄어요."


class TestGettingIn:
    def test_who_wanted_a_page_is_led_to_it_after_the_sign_in(self, browser: Browser) -> None:
        refused = browser.http.get("/admin/audit?login=kim")
        assert refused.status_code == 303
        assert refused.headers["location"] == "/sign-in?next=%2Fadmin%2Faudit%3Flogin%3Dkim"
        page = browser.http.get(refused.headers["location"]).text
        (wanted,) = re.findall(r'name="next" value="([^"]+)"', page)
        signed = browser.sign_in("admin", next_path=wanted)
        assert (signed.status_code, signed.headers["location"]) == (303, "/admin/audit?login=kim")
        assert browser.http.get("/admin/audit?login=kim").status_code == 200

    @pytest.mark.parametrize(
        "elsewhere", ["//elsewhere.example", "https://elsewhere.example/", "/\\elsewhere"]
    )
    def test_nobody_is_led_to_another_site(self, browser: Browser, elsewhere: str) -> None:
        assert "elsewhere" not in browser.http.get("/sign-in", params={"next": elsewhere}).text
        assert "elsewhere" not in browser.sign_in("staff", next_path=elsewhere).headers["location"]

    def test_who_is_signed_in_does_not_see_the_form_again(self, browser: Browser) -> None:
        browser.sign_in("staff")
        again = browser.http.get("/sign-in?next=/account")
        assert (again.status_code, again.headers["location"]) == (303, "/account")

    def test_what_is_shown_to_people_with_an_account_is_kept_nowhere(self, browser: Browser) -> None:
        browser.sign_in("staff")
        for path in ("/account", "/sign-in", "/admin/audit"):
            assert browser.http.get(path).headers["cache-control"] == "no-store", path
        headers = browser.http.get("/account").headers
        # Without an address in it a browser would send forms as if from nowhere.
        assert headers["referrer-policy"] == "same-origin"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert browser.http.get("/faq").headers["referrer-policy"] == "no-referrer"

    def test_citizens_pages_say_nothing_of_accounts(self, browser: Browser) -> None:
        browser.services.access.accounts.set_display_name(
            account_for(browser.services, Role.STAFF, "staff").id, "상담 3번 자리", COMMAND_LINE
        )
        browser.sign_in("staff")
        for path in ("/", "/chat", "/faq/passport-fee", "/widget/panel"):
            page = browser.http.get(path).text
            assert "상담 3번 자리" not in page, path
            assert "csrf_token" not in page, path


class TestFixation:
    def test_a_sign_in_gives_a_session_that_nobody_had_before(self, browser: Browser) -> None:
        name = browser.services.access.cookies.session_name
        browser.http.cookies.set(name, "chosen-by-somebody-else")
        browser.sign_in("staff")
        sessions = [cookie.value for cookie in browser.http.cookies.jar if cookie.name == name]
        assert len({*sessions} - {"chosen-by-somebody-else"}) == 1
        assert browser.services.access.sessions.account("chosen-by-somebody-else") is None

    def test_an_older_session_of_the_browser_ends_with_a_new_sign_in(self, browser: Browser) -> None:
        # The form was open in another tab when somebody signed in here.
        token, visit = browser.form_token("/sign-in"), dict(browser.http.cookies)
        browser.sign_in("staff")
        first = browser.session
        assert first is not None
        browser.http.cookies.update(visit)
        form = {"login": "publisher", "password": PASSWORD, "csrf_token": token}
        assert browser.http.post("/sign-in", data=form).status_code == 303
        assert browser.services.access.sessions.account(first) is None

    def test_the_secret_of_the_form_is_used_once(self, browser: Browser) -> None:
        token = browser.form_token("/sign-in")
        form = {"login": "staff", "password": PASSWORD, "csrf_token": token}
        assert browser.http.post("/sign-in", data=form).status_code == 303
        browser.http.cookies.clear()
        assert browser.http.post("/sign-in", data=form).status_code == 403


class TestRefusals:
    @pytest.mark.parametrize(("login", "password"), [("staff", "wrong"), ("nobody", PASSWORD), ("", "")])
    def test_the_page_names_no_wrong_part_and_repeats_nothing(
        self, browser: Browser, login: str, password: str
    ) -> None:
        refused = browser.sign_in(login, password)
        assert refused.status_code == 403
        assert WRONG in refused.text
        assert not login or f'value="{login}"' not in refused.text
        assert browser.session is None

    def test_known_and_unknown_logins_get_the_same_page(self, staff_app: FastAPI) -> None:
        account_for(staff_app.state.services, Role.STAFF, "known-here")
        pages = []
        for number, login in enumerate(("known-here", "nobody-here")):
            browser = Browser(staff_app, f"198.51.100.{number}")
            tries = [browser.sign_in(login, "wrong") for _ in range(6)]
            assert [each.status_code for each in tries] == [403] * 5 + [429]
            pages.append([re.sub(r'csrf_token" value="\w+', "", each.text) for each in tries])
        assert pages[0] == pages[1]

    def test_after_five_failures_there_is_a_wait_that_ends(self, browser: Browser, clock: Clock) -> None:
        account_for(browser.services, Role.STAFF, "hasty")
        for _ in range(5):
            browser.sign_in("hasty", "wrong")
        waiting = browser.sign_in("hasty")
        assert waiting.status_code == 429
        assert waiting.headers["retry-after"] == "60"
        assert WAIT in waiting.text
        assert "1분 뒤에" in waiting.text
        clock.advance(minutes=1)
        assert browser.sign_in("hasty").status_code == 303

    @pytest.mark.parametrize(
        ("token", "headers"),
        [
            ("", {}),
            ("0" * 64, {}),
            (None, {"Origin": "https://elsewhere.example"}),
            (None, {"Sec-Fetch-Site": "cross-site"}),
            (None, {"Origin": "null"}),
        ],
    )
    def test_a_form_of_another_site_signs_nobody_in(
        self, browser: Browser, token: str | None, headers: dict[str, str]
    ) -> None:
        own = browser.form_token("/sign-in")
        form = {"login": "staff", "password": PASSWORD, "csrf_token": own if token is None else token}
        refused = browser.http.post("/sign-in", data=form, headers=headers)
        assert refused.status_code == 403
        assert "어디에서 보낸 요청인지 알 수 없어요" in refused.text
        assert browser.session is None

    def test_the_form_of_our_own_page_is_taken(self, browser: Browser) -> None:
        form = {"login": "staff", "password": PASSWORD, "csrf_token": browser.form_token("/sign-in")}
        headers = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
        assert browser.http.post("/sign-in", data=form, headers=headers).status_code == 303


class TestTheEnd:
    def test_after_the_sign_out_the_old_session_opens_nothing(self, browser: Browser) -> None:
        browser.sign_in("staff")
        token = browser.session
        assert token is not None
        left = browser.send("/sign-out")
        assert (left.status_code, left.headers["location"]) == (303, "/sign-in?ended=1")
        assert browser.session is None
        assert "로그아웃했어요." in browser.http.get(left.headers["location"]).text
        browser.http.cookies.set(browser.services.access.cookies.session_name, token)
        assert browser.http.get("/account").status_code == 303

    def test_a_link_cannot_sign_anybody_out(self, browser: Browser) -> None:
        browser.sign_in("staff")
        assert browser.http.get("/sign-out").status_code == 405
        assert browser.http.post("/sign-out").status_code == 403
        assert browser.http.get("/account").status_code == 200

    @pytest.mark.parametrize(
        ("steps", "status"), [([29, 29, 29], 200), ([29, 30], 303), ([25] * 23, 200), ([25] * 24, 303)]
    )
    def test_a_session_ends_after_half_an_hour_unused_and_after_ten_hours(
        self, browser: Browser, clock: Clock, steps: list[int], status: int
    ) -> None:
        browser.sign_in("staff")
        for minutes in steps:
            clock.advance(minutes=minutes)
            answer = browser.http.get("/account").status_code
        assert answer == status

    def test_sign_in_and_sign_out_are_in_the_log(self, browser: Browser) -> None:
        browser.sign_in("staff")
        browser.send("/sign-out")
        lines = browser.services.access.audit.lines(AuditFilter(login="staff"), 2)
        assert [line.deed.action for line in lines] == [Action.SIGNED_OUT, Action.SIGNED_IN]
        assert lines[0].deed.actor.address_key == lines[1].deed.actor.address_key


def test_where_people_come_by_https_cookies_go_by_nothing_else(tokenizer: MorphemeTokenizer) -> None:
    settings = Settings(
        knowledge=KNOWLEDGE,
        database="sqlite://",
        public_url="https://talk.hanbit.example/",
        access_secret="another secret for tests only",  # noqa: S106
        reload_seconds=0,
    )
    browser = Browser(create_app(settings, tokenizer))
    # A proxy in front takes https and passes plain http on, under a name of its own.
    browser.http.base_url = "https://10.0.0.5"
    account_for(browser.services, Role.STAFF, "staff")
    form = {"login": "staff", "password": PASSWORD, "csrf_token": browser.form_token("/sign-in")}
    refused = browser.http.post("/sign-in", data=form, headers={"Origin": "https://elsewhere.example"})
    assert refused.status_code == 403
    signed = browser.http.post("/sign-in", data=form, headers={"Origin": "https://talk.hanbit.example"})
    assert signed.status_code == 303
    session = signed.headers.get_list("set-cookie")[0]
    assert session.startswith("__Host-minwontalk-session=")
    assert "Secure" in session
    assert browser.http.get("/account").status_code == 200
