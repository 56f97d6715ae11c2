"""Whatever the log or an account can hold has a name that people read."""

from typing import Any

import pytest

from chatbot.store.accounts import Role
from chatbot.store.audit import Action
from chatbot.store.password_rules import password_problem
from web.accounts.action_names import ACTION_NAMES, FAMILY_NAMES, detail_name, detail_value
from web.accounts.browser_name import browser_name
from web.accounts.first_password import first_password
from web.accounts.role_names import ROLE_NAMES


def test_every_role_and_every_action_has_a_name_of_its_own() -> None:
    assert list(ROLE_NAMES) == list(Role)
    assert set(ACTION_NAMES) == set(Action)
    assert len(set(ACTION_NAMES.values())) == len(Action)


def test_every_action_belongs_to_a_family_of_the_filter() -> None:
    assert {action.value.partition(".")[0] for action in Action} == set(FAMILY_NAMES)


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("role", "editor", ("역할", "편집")),
        ("with", "openid", ("방법", "시청 계정")),
        ("must_change", True, ("다시 정해야 함", "예")),
        ("openid", False, ("시청 계정", "아니요")),
        ("sessions", 2, ("로그인한 곳", 2)),
        ("q", "여권", ("q", "여권")),
        ("entries", ["a"], ("entries", ["a"])),
    ],
)
def test_what_held_before_and_after_is_said_in_peoples_words(
    name: str, value: Any, shown: tuple[str, Any]
) -> None:
    assert (detail_name(name), detail_value(value)) == shown


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36",
            "크롬, 윈도우",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0",
            "엣지, 윈도우",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/138.0 Whale/4.33 Safari/537.36", "웨일, 윈도우"),
        (
            "Mozilla/5.0 (iPhone; iOS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
            "사파리, 아이폰",
        ),
        (
            "Mozilla/5.0 (Linux; Android 15) SamsungBrowser/27 Chrome/125.0",
            "삼성 인터넷, 안드로이드",
        ),
        ("curl/8.5.0", "다른 브라우저"),
        ("", "다른 브라우저"),
    ],
)
def test_a_browser_is_named_without_its_version(header: str, name: str) -> None:
    assert browser_name(header) == name


def test_first_passwords_differ_are_fine_and_hold_no_letters_that_look_alike() -> None:
    made = {first_password() for _ in range(50)}
    assert len(made) == 50
    assert all(password_problem(password, "kim") is None for password in made)
    assert not set("".join(made)) & set("il1o0")
