"""Signing in with the city's own login, against a provider that signs real tokens."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from joserfc.jwk import OctKey, RSAKey

from chatbot.settings import Settings, SettingsError
from chatbot.store.accounts import Role
from chatbot.store.audit import COMMAND_LINE, Action, AuditFilter
from tests.store.door import Clock
from tests.web.conftest import KNOWLEDGE
from tests.web.openid_provider import OpenIdProvider
from tests.web.staff_client import Browser
from web.accounts.openid_client import read_role_names
from web.app import create_app

REFUSED = "/sign-in?refused=1"


def roles(*names: str) -> dict[str, Any]:
    return {"realm_access": {"roles": list(names)}}


def depart(browser: Browser, next_path: str = "/account") -> str:
    """Go to the provider; return the address to which it sends the browser back."""
    departure = browser.http.get("/sign-in/openid", params={"next": next_path})
    assert departure.status_code == 303, departure.text
    answer = requests.get(departure.headers["location"], allow_redirects=False, timeout=10)
    back = urlsplit(answer.headers["Location"])
    assert f"{back.scheme}://{back.netloc}{back.path}" == "http://testserver/sign-in/openid/callback"
    return f"{back.path}?{back.query}"


def come_back(browser: Browser, next_path: str = "/account") -> Response:
    return browser.http.get(depart(browser, next_path))


def login_of(browser: Browser) -> str | None:
    account = browser.services.access.sessions.account(browser.session or "")
    return account.login if account else None


class TestGettingIn:
    def test_a_person_with_a_role_is_signed_in_and_led_on(
        self, browser: Browser, provider: OpenIdProvider
    ) -> None:
        provider.sign_in_as(
            "subject-1", preferred_username="park", **roles("everybody", "chief", "counsellor")
        )
        signed = come_back(browser, "/account?done=name")
        assert (signed.status_code, signed.headers["location"]) == (303, "/account?done=name")
        account = browser.services.access.accounts.of_login("park")
        assert account is not None
        assert (account.role, account.has_password) == (Role.PUBLISHER, False)
        assert login_of(browser) == "park"
        page = browser.http.get("/account").text
        assert "비밀번호 바꾸기" not in page

    def test_the_same_person_has_the_same_account_whatever_the_login_there(
        self, browser: Browser, provider: OpenIdProvider
    ) -> None:
        for login in ("choi", "choi.renamed"):
            provider.sign_in_as("subject-2", preferred_username=login, **roles("editor"))
            come_back(browser)
            assert login_of(browser) == "choi"

    def test_a_login_there_does_not_open_the_account_here(
        self, browser: Browser, provider: OpenIdProvider
    ) -> None:
        provider.sign_in_as("subject-3", preferred_username="admin", **roles("counsellor"))
        come_back(browser)
        assert login_of(browser) == "admin-2"
        assert browser.http.get("/admin/accounts").status_code == 403

    def test_the_request_carries_proof_key_state_and_nonce(
        self, browser: Browser, provider: OpenIdProvider
    ) -> None:
        departure = browser.http.get("/sign-in/openid").headers["location"]
        asked = parse_qs(urlsplit(departure).query)
        assert asked["code_challenge_method"] == ["S256"]
        assert asked["scope"] == ["openid profile"]
        assert all(len(asked[name][0]) >= 43 for name in ("state", "nonce", "code_challenge"))
        again = parse_qs(urlsplit(browser.http.get("/sign-in/openid").headers["location"]).query)
        assert all(again[name] != asked[name] for name in ("state", "nonce", "code_challenge"))
        assert departure.startswith(f"{provider.url}/authorize?")

    def test_the_page_offers_the_citys_login(self, browser: Browser) -> None:
        page = browser.http.get("/sign-in?next=/account").text
        assert 'href="/sign-in/openid?next=/account"' in page


class TestRefusals:
    @pytest.mark.parametrize(
        "changed",
        [
            {"nonce": "of another sign-in"},
            {"nonce": None},
            {"aud": "another-client"},
            {"aud": ["another-client", "third-client"]},
            {"iss": "https://elsewhere.example"},
            {"exp": 1},
            {"exp": None},
            {"sub": None},
            {"sub": ""},
            {"sub": "s" * 256},
            {"realm_access": {"roles": ["everybody"]}},
            {"realm_access": "admin"},
            {"realm_access": None},
        ],
        ids=str,
    )
    def test_a_token_that_does_not_hold_signs_nobody_in(
        self, browser: Browser, provider: OpenIdProvider, changed: dict[str, Any]
    ) -> None:
        provider.sign_in_as("subject-4", preferred_username="shin", **roles("editor"))
        provider.changed = changed
        refused = come_back(browser)
        assert (refused.status_code, refused.headers["location"]) == (303, REFUSED)
        assert browser.session is None
        assert browser.services.access.accounts.of_login("shin") is None
        assert "시청 로그인으로 들어오지 못했어요" in browser.http.get(REFUSED).text
        newest = browser.services.access.audit.lines(AuditFilter(action="sign_in"), 1)[0].deed
        assert (newest.action, newest.target) == (Action.SIGN_IN_FAILED, "openid")

    @pytest.mark.parametrize("forger", ["another key", "shared secret"])
    def test_a_signature_that_anybody_could_make_is_none(
        self, browser: Browser, provider: OpenIdProvider, forger: str
    ) -> None:
        provider.sign_in_as("subject-5", **roles("editor"))
        if forger == "another key":
            provider.signing_key = RSAKey.generate_key(2048, parameters={"kid": "one"})
        else:
            provider.algorithm = "HS256"
            provider.signing_key = OctKey.import_key("a client secret for tests only, and longer than that")
        assert come_back(browser).headers["location"] == REFUSED

    def test_new_keys_of_the_provider_are_fetched(self, browser: Browser, provider: OpenIdProvider) -> None:
        provider.sign_in_as("subject-6", preferred_username="jung", **roles("editor"))
        come_back(browser)
        provider.key = RSAKey.generate_key(2048, parameters={"kid": "one"})
        provider.sign_in_as("subject-6", **roles("editor"))
        assert come_back(browser).headers["location"] == "/account"

    def test_it_comes_back_once(self, browser: Browser, provider: OpenIdProvider) -> None:
        provider.sign_in_as("subject-7", preferred_username="yoon", **roles("editor"))
        address = depart(browser)
        assert browser.http.get(address).headers["location"] == "/account"
        assert browser.http.get(address).headers["location"] == REFUSED

    def test_nobody_is_signed_in_with_somebody_elses_way_back(
        self, browser: Browser, staff_app: FastAPI, provider: OpenIdProvider
    ) -> None:
        provider.sign_in_as("subject-8", **roles("editor"))
        victim = Browser(staff_app, "198.51.100.79")
        victim.http.get("/sign-in")
        refused = victim.http.get(depart(browser))
        assert refused.headers["location"] == REFUSED
        assert victim.session is None

    @pytest.mark.parametrize(
        "query", ["", "?state=guessed&code=code-1", "?error=access_denied", "?state=%00&code=%00"]
    )
    def test_a_way_back_that_never_began_leads_nowhere(self, browser: Browser, query: str) -> None:
        assert browser.http.get(f"/sign-in/openid/callback{query}").headers["location"] == REFUSED

    def test_another_provider_in_between_is_noticed(self, browser: Browser, provider: OpenIdProvider) -> None:
        provider.sign_in_as("subject-9", **roles("editor"))
        address = depart(browser).partition("&iss=")[0]
        assert browser.http.get(f"{address}&iss=https://elsewhere.example").headers["location"] == REFUSED

    def test_who_takes_longer_than_ten_minutes_begins_again(
        self, browser: Browser, provider: OpenIdProvider, clock: Clock
    ) -> None:
        provider.sign_in_as("subject-10", **roles("editor"))
        address = depart(browser)
        clock.advance(minutes=10)
        assert browser.http.get(address).headers["location"] == REFUSED

    def test_a_stopped_account_stays_out(self, browser: Browser, provider: OpenIdProvider) -> None:
        provider.sign_in_as("subject-11", preferred_username="han", **roles("editor"))
        come_back(browser)
        accounts = browser.services.access.accounts
        account = accounts.of_login("han")
        assert account is not None
        accounts.set_disabled(account.id, COMMAND_LINE, disabled=True)
        assert come_back(browser).headers["location"] == REFUSED
        assert browser.http.get("/account").status_code == 303


class TestWithoutAProvider:
    def application(self, tokenizer: Any, **settings: Any) -> TestClient:
        made = Settings(
            knowledge=KNOWLEDGE,
            database="sqlite://",
            access_secret="another secret for tests only",  # noqa: S106
            reload_seconds=0,
            **settings,
        )
        return TestClient(create_app(made, tokenizer), follow_redirects=False)

    def test_where_none_is_set_nothing_is_offered(self, tokenizer: Any) -> None:
        client = self.application(tokenizer)
        assert "/sign-in/openid" not in client.get("/sign-in").text
        assert client.get("/sign-in/openid").status_code == 404
        assert client.get("/sign-in/openid/callback").status_code == 404

    def test_where_it_cannot_be_reached_the_password_still_opens(
        self, tokenizer: Any, provider: OpenIdProvider
    ) -> None:
        away = OpenIdProvider(0)
        url = away.url
        away.stop()
        client = self.application(tokenizer, oidc_issuer=url, oidc_client_id="minwontalk")
        answer = client.get("/sign-in/openid")
        assert answer.status_code == 502
        assert "시청 로그인에 연결할 수 없어요" in answer.text
        assert 'name="password"' in answer.text

    def test_a_provider_that_calls_itself_otherwise_is_not_believed(
        self, tokenizer: Any, provider: OpenIdProvider
    ) -> None:
        client = self.application(tokenizer, oidc_issuer=provider.url + "/", oidc_client_id="minwontalk")
        assert client.get("/sign-in/openid").status_code == 502

    def test_names_of_roles_that_cannot_be_read_keep_the_server_from_starting(self, tokenizer: Any) -> None:
        with pytest.raises(SettingsError, match='oidc_roles: "chief" is no name=role; roles are staff, '):
            self.application(
                tokenizer, oidc_issuer="http://localhost", oidc_client_id="x", oidc_roles="a=staff chief"
            )


def test_without_names_the_provider_calls_the_roles_as_we_do() -> None:
    assert read_role_names(" ") == {role.value: role for role in Role}
    assert read_role_names("상담=staff  a=b=admin") == {"상담": Role.STAFF, "a=b": Role.ADMIN}
