"""Files change while the server runs: good ones are served, broken ones are not."""

import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from chatbot.dialogue.decision import Thresholds
from chatbot.settings import Settings
from chatbot.text.morphemes import MorphemeTokenizer
from tests.editing import replace_in
from web.app import create_app
from web.live import KnowledgeError, LiveKnowledge

FEE = Path("entries/passport/passport-fee.yaml")


@pytest.fixture
def live(knowledge_folder: Path, tokenizer: MorphemeTokenizer) -> LiveKnowledge:
    return LiveKnowledge(knowledge_folder, Thresholds(), tokenizer)


def digest(live: LiveKnowledge) -> str:
    return live.served.responder.catalog.digest


def test_a_changed_entry_is_served(live: LiveKnowledge, knowledge_folder: Path) -> None:
    before = digest(live)
    replace_in(knowledge_folder / FEE, "title: 여권 수수료", "title: 여권 발급 수수료")
    assert live.reload_if_changed()
    assert digest(live) != before
    assert live.served.responder.catalog.entries["passport-fee"].title == "여권 발급 수수료"


def test_without_a_change_nothing_is_read_again(live: LiveKnowledge) -> None:
    served = live.served
    assert not live.reload_if_changed()
    assert live.served is served


@pytest.mark.parametrize("broken", ["", "{", "id: [", "id: passport-fee\nunknown: 1\n", "\x00"])
def test_a_broken_file_leaves_the_last_good_catalog(
    live: LiveKnowledge, knowledge_folder: Path, broken: str
) -> None:
    served = live.served
    (knowledge_folder / FEE).write_text(broken, encoding="utf-8")
    assert not live.reload_if_changed()
    assert live.served is served
    assert live.errors


def test_a_mended_file_is_served_again(live: LiveKnowledge, knowledge_folder: Path) -> None:
    good = (knowledge_folder / FEE).read_text(encoding="utf-8")
    (knowledge_folder / FEE).write_text("{", encoding="utf-8")
    assert not live.reload_if_changed()
    (knowledge_folder / FEE).write_text(good + "staff_note: 새 메모입니다.\n", encoding="utf-8")
    assert live.reload_if_changed()
    assert not live.errors


def test_a_server_does_not_start_on_a_broken_folder(
    knowledge_folder: Path, tokenizer: MorphemeTokenizer
) -> None:
    (knowledge_folder / FEE).write_text("{", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"passport-fee\.yaml:\d+:1: error"):
        LiveKnowledge(knowledge_folder, Thresholds(), tokenizer)


def test_a_running_server_goes_on_answering_and_tells_of_the_errors(
    knowledge_folder: Path, tokenizer: MorphemeTokenizer
) -> None:
    app = create_app(Settings(knowledge=knowledge_folder, database="sqlite://", reload_seconds=0), tokenizer)
    with TestClient(app) as client:
        (knowledge_folder / FEE).write_text("{", encoding="utf-8")
        app.state.services.live.reload_if_changed()
        reply = client.post("/api/chat", json={"message": "여권 수수료 얼마예요?"}).json()
        assert reply["entry_id"] == "passport-fee"
        assert client.get("/healthz").json()["problems"] > 0


def test_the_watcher_notices_a_change_by_itself(knowledge_folder: Path, tokenizer: MorphemeTokenizer) -> None:
    live = LiveKnowledge(knowledge_folder, Thresholds(), tokenizer)
    live.watch(0.01)
    (knowledge_folder / FEE).write_text("{", encoding="utf-8")
    deadline = time.monotonic() + 30
    while not live.errors and time.monotonic() < deadline:
        time.sleep(0.01)
    live.stop()
    assert live.errors
