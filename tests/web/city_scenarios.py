"""The city's own scenarios behind the application, without the minute that its whole index takes."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI

from chatbot.dialogue.decision import Thresholds
from chatbot.dialogue.responder import Responder
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.reader import read_catalog
from chatbot.settings import Settings
from chatbot.text.morphemes import MorphemeTokenizer
from tests.web.conftest import KNOWLEDGE, OFFICE_HOURS
from web.app import create_app
from web.live import LiveKnowledge, Served
from web.services import Services

CITY = Path(__file__).parents[2] / "knowledge"


class FixedKnowledge(LiveKnowledge):
    """Serves what it was given."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self.errors = []


def city_catalog() -> Catalog:
    """Return the city's catalog as it is in the folder."""
    result = read_catalog(CITY, OFFICE_HOURS.date(), with_advice=False)
    assert result.catalog is not None, "\n".join(str(problem) for problem in result.problems)
    return result.catalog


@pytest.fixture(scope="session")
def city_application(tokenizer: MorphemeTokenizer, tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """The application with the city's catalog over the small index, which no scenario needs."""
    database = f"sqlite:///{tmp_path_factory.mktemp('city')}/talks.sqlite3"
    settings = Settings(knowledge=KNOWLEDGE, database=database, reload_seconds=0)
    application = create_app(settings, tokenizer, clock=lambda: OFFICE_HOURS)
    services: Services = application.state.services
    responder = Responder(city_catalog(), services.live.served.responder.retriever, Thresholds())
    live = FixedKnowledge(Served(responder, services.live.served.loaded_at))
    application.state.services = replace(services, live=live)
    return application


@contextmanager
def served(application: FastAPI) -> Iterator[str]:
    """Serve an application on a free port and give its address."""
    server = uvicorn.Server(uvicorn.Config(application, port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()
