"""Addresses and logins are known again without being kept."""

from pathlib import Path

import pytest

from chatbot.store.keyed_hash import KeyedHash

SECRET = "a secret for tests only"  # noqa: S105


@pytest.fixture
def keys(tmp_path: Path) -> KeyedHash:
    return KeyedHash(SECRET, tmp_path / "never written")


def test_an_address_has_one_key_which_another_secret_does_not_give(keys: KeyedHash, tmp_path: Path) -> None:
    key = keys.address("203.0.113.7")
    assert key == KeyedHash(SECRET, tmp_path / "secret").address("203.0.113.7")
    assert key != KeyedHash(SECRET + "!", tmp_path / "secret").address("203.0.113.7")
    assert len(key) == 64
    assert not (tmp_path / "never written").exists()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("203.0.113.7", "203.0.113.8", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:203.0.113.7", "203.0.113.7", True),
        ("testclient", "", False),
    ],
)
def test_who_changes_the_address_within_one_household_stays_the_same(
    keys: KeyedHash, one: str, other: str, alike: bool
) -> None:
    assert (keys.address(one) == keys.address(other)) == alike


def test_a_login_is_the_same_in_capitals_and_never_an_address(keys: KeyedHash) -> None:
    assert keys.login(" Kim") == keys.login("kim")
    assert keys.login("203.0.113.7") != keys.address("203.0.113.7")


def test_without_a_secret_one_is_made_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "var" / "access-secret"
    assert KeyedHash("", file).login("kim") == KeyedHash("", file).login("kim")
    assert len(file.read_text(encoding="ascii")) == 64
