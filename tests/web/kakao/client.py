"""What KakaoTalk sends, and what is kept of it."""

import json
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import select

from chatbot.settings import Settings
from chatbot.store.database import Database
from chatbot.store.tables import ConversationRow, TurnRow
from chatbot.text.morphemes import MorphemeTokenizer
from tests.web.conftest import KNOWLEDGE, OFFICE_HOURS
from web.app import create_app
from web.kakao_schemas import SkillReply

BODIES = Path(__file__).parents[2] / "fixtures" / "kakao"


USER = "138d8b2f8e6ffc8b9b2a1a5ae1bd05d5b9b8b0d2a54d0b0ab7b3e8c1d5f6a7b8c9"


SITE = "https://talk.hanbit.example"


SALT = "a secret for tests only"


TOKEN = "agreed-by-both"  # noqa: S105


def make_app(
    tokenizer: MorphemeTokenizer, folder: Path, knowledge: Path = KNOWLEDGE, **settings: Any
) -> FastAPI:
    return create_app(
        Settings(
            knowledge=knowledge,
            database=f"sqlite:///{folder}/talks.sqlite3",
            reload_seconds=0,
            public_url=f"{SITE}/",
            kakao_user_secret=SALT,
            kakao_user_secret_file=folder / "secret",
            **settings,
        ),
        tokenizer,
        clock=lambda: OFFICE_HOURS,
    )


def document(name: str) -> dict[str, Any]:
    body: dict[str, Any] = json.loads((BODIES / f"{name}.json").read_text(encoding="utf-8"))
    return body


def send(client: TestClient, body: Any) -> dict[str, Any]:
    """Send a body, and return the cards that came, held against the limits."""
    response = client.post("/kakao/skill", json=body)
    assert response.status_code == 200, response.text
    reply: dict[str, Any] = response.json()
    SkillReply.model_validate(reply)
    return reply


def ask(client: TestClient, utterance: str, user: str = USER, **extra: Any) -> dict[str, Any]:
    body = document("typed")
    body["userRequest"]["utterance"] = utterance
    body["userRequest"]["user"]["id"] = user
    body["action"]["clientExtra"] = extra
    return send(client, body)


def first_text(reply: dict[str, Any]) -> str:
    output = reply["template"]["outputs"][0]
    return str(output.get("textCard", {}).get("description") or output.get("simpleText", {}).get("text"))


def turns(database: Database) -> list[TurnRow]:
    with database.transaction() as session:
        rows = list(session.scalars(select(TurnRow).order_by(TurnRow.id)))
        session.expunge_all()
        return rows


def talks(database: Database) -> list[ConversationRow]:
    with database.transaction() as session:
        rows = list(session.scalars(select(ConversationRow).order_by(ConversationRow.started_at)))
        session.expunge_all()
        return rows


def press(client: TestClient, reply: dict[str, Any], label: str, user: str) -> dict[str, Any]:
    """Press the quick reply of that name."""
    button = next(button for button in reply["template"]["quickReplies"] if button["label"] == label)
    return ask(client, button["messageText"], user, **button["extra"])
