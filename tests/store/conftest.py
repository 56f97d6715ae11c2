"""The door for people with an account, for every test of its parts."""

from collections.abc import Iterator

import pytest

from chatbot.store.database import Database
from tests.store.door import Door


@pytest.fixture
def door() -> Iterator[Door]:
    database = Database("sqlite://")
    yield Door(database)
    database.close()
