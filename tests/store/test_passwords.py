"""Passwords are kept as argon2id hashes."""

import pytest
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST

from chatbot.store.passwords import Passwords

PASSWORD = "gray otter 7 winters"  # noqa: S105 - of nobody


@pytest.fixture(scope="module")
def passwords() -> Passwords:
    return Passwords(PasswordHasher.from_parameters(CHEAPEST))


def test_the_same_password_never_has_the_same_hash(passwords: Passwords) -> None:
    one, other = passwords.hash(PASSWORD), passwords.hash(PASSWORD)
    assert one != other
    assert passwords.fits(PASSWORD, one)
    assert passwords.fits(PASSWORD, other)


@pytest.mark.parametrize("other", ["", PASSWORD.upper(), PASSWORD + "\0", "x" * 5000, "가"])
def test_another_password_does_not_fit(passwords: Passwords, other: str) -> None:
    assert not passwords.fits(other, passwords.hash(PASSWORD))


@pytest.mark.parametrize("kept", [None, "", "plain text", "$argon2id$v=19$broken"])
def test_what_is_no_hash_fits_nothing(passwords: Passwords, kept: str | None) -> None:
    assert not passwords.fits(PASSWORD, kept)


def test_the_costs_are_those_that_rfc_9106_recommends_and_others_are_outdated(passwords: Passwords) -> None:
    todays = Passwords()
    kept = todays.hash(PASSWORD)
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert not todays.is_outdated(kept)
    assert todays.is_outdated(passwords.hash(PASSWORD))
