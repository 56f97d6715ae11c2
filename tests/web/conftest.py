"""The real application on the fixture knowledge base: in process, and behind a real port."""

import threading
from collections.abc import Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from chatbot.knowledge.calendar import SEOUL
from chatbot.settings import Settings
from chatbot.text.morphemes import MorphemeTokenizer
from web.app import create_app

KNOWLEDGE = Path(__file__).parent.parent / "fixtures" / "knowledge"
OFFICE_HOURS = datetime(2026, 3, 10, 10, 0, tzinfo=SEOUL)
"""A Tuesday morning, when everybody answers the telephone."""


class ForeignSite:
    """A city's own site on another origin, which embeds the widget by one line under a strict policy."""

    def __init__(self) -> None:
        self.widget_origin = ""
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                origin = site.widget_origin
                body = (
                    '<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>한빛시</title></head>'
                    f'<body><h1>한빛시</h1><script src="{origin}/widget.js" async></script></body></html>'
                ).encode()
                policy = (
                    f"default-src 'none'; script-src {origin}; style-src {origin}; "
                    f"connect-src {origin}; img-src {origin}"
                )
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Security-Policy", policy)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                """Stay quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="session")
def foreign_site() -> Iterator[ForeignSite]:
    site = ForeignSite()
    yield site
    site.stop()


@pytest.fixture(scope="session")
def application(
    tokenizer: MorphemeTokenizer, foreign_site: ForeignSite, tmp_path_factory: pytest.TempPathFactory
) -> FastAPI:
    """The application at a fixed moment, allowing the foreign site to embed the widget."""
    settings = Settings(
        knowledge=KNOWLEDGE,
        database=f"sqlite:///{tmp_path_factory.mktemp('database')}/talks.sqlite3",
        allowed_origins=foreign_site.url,
        kakao_user_secret="a secret for tests only",  # noqa: S106 - else a test would write one to var/
        access_secret="another secret for tests only",  # noqa: S106
        reload_seconds=0,
    )
    return create_app(settings, tokenizer, clock=lambda: OFFICE_HOURS)


@pytest.fixture(scope="session")
def client(application: FastAPI) -> TestClient:
    return TestClient(application, raise_server_exceptions=False)


@pytest.fixture(scope="session")
def server_url(application: FastAPI, foreign_site: ForeignSite) -> Iterator[str]:
    """The address of the application behind a real port of this machine."""
    for url in served_at(application):
        foreign_site.widget_origin = url
        yield url


def served_at(application: FastAPI) -> Iterator[str]:
    """Serve an application on a free port; yield its address once."""
    server = uvicorn.Server(uvicorn.Config(application, port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()
