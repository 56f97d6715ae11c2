"""A counsellor who is signed in, in process and in the real browser."""

import pytest
from fastapi import FastAPI

from chatbot.store.accounts import Role
from tests.web.staff_client import StaffClient


@pytest.fixture
def staff(application: FastAPI, request: pytest.FixtureRequest) -> StaffClient:
    """A counsellor of the test's own, with an empty shelf."""
    name = "".join(letter for letter in request.node.name.lower() if letter.isascii() and letter.isalnum())
    return StaffClient(application, Role.STAFF, f"s{name[:20]}{abs(hash(request.node.nodeid)) % 10**8}")
