"""Fixtures for the pages in another language: the made-up city, in English as well."""

import shutil
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from chatbot.settings import Settings
from chatbot.text.morphemes import MorphemeTokenizer
from tests.conftest import KNOWLEDGE, LANGUAGES
from tests.web.conftest import OFFICE_HOURS, served_at
from web.app import create_app


@pytest.fixture(scope="session")
def spoken_application(tokenizer: MorphemeTokenizer, tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """The application at the fixed moment, with English beside Korean; one translation is outdated."""
    folder = tmp_path_factory.mktemp("spoken")
    knowledge = folder / "knowledge"
    shutil.copytree(KNOWLEDGE, knowledge)
    shutil.copytree(LANGUAGES / "en", knowledge / "languages" / "en")
    shutil.copy(LANGUAGES / "agencies.yaml", knowledge)
    outdated = knowledge / "languages" / "en" / "entries" / "passport-fee.yaml"
    outdated.write_text(outdated.read_text(encoding="utf-8").replace("of: ldbljcdm", "of: aaaaaaaa"))
    database = f"sqlite:///{folder}/talks.sqlite3"
    settings = Settings(
        knowledge=knowledge, database=database, reload_seconds=0, index_cache=folder / "index"
    )
    return create_app(settings, tokenizer, clock=lambda: OFFICE_HOURS)


@pytest.fixture(scope="session")
def spoken(spoken_application: FastAPI) -> TestClient:
    return TestClient(spoken_application, raise_server_exceptions=False)


@pytest.fixture(scope="session")
def spoken_url(spoken_application: FastAPI) -> Iterator[str]:
    """The address of the same application behind a real port of this machine."""
    yield from served_at(spoken_application)
