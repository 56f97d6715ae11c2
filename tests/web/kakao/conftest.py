"""The applications that the tests of KakaoTalk share."""

import shutil
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import select

from chatbot.store.database import Database
from chatbot.store.tables import ConversationRow, TurnRow
from chatbot.text.morphemes import MorphemeTokenizer
from tests.web.conftest import KNOWLEDGE
from tests.web.kakao.client import TOKEN, make_app
from web.services import Services

SCENARIO = """\
id: passport-copies
topic: passport
title: 여권 수수료 계산
summary: 몇 권인지 적으면 모두 얼마인지 더해 드려요
phrases: [여권값 계산해 주세요]
entries: [passport-fee]
start: kind
steps:
  kind:
    question: 누구의 여권인가요?
    label: 누구
    options:
      - {id: adult, label: 어른, phrases: [성인], to: copies}
      - {id: child, label: 어린이, hint: 만 18세가 안 된 사람, to: child}
  copies:
    question: 몇 권 만드나요?
    label: 권수
    number: {least: 1, most: 10, unit: 권, to: fee}
ends:
  child:
    title: 어린이 여권
    shows: [{entry: passport-new}]
  fee:
    title: 10년 여권
    shows: [{entry: passport-fee, fields: [lead]}]
    total: [{entry: passport-fee, fee: "10년 여권, 58면", times: copies}]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kakao")


@pytest.fixture(scope="module")
def app(tokenizer: MorphemeTokenizer, folder: Path) -> FastAPI:
    return make_app(tokenizer, folder)


@pytest.fixture(scope="module")
def client(app: FastAPI) -> TestClient:
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def guarded(tokenizer: MorphemeTokenizer, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The application with an agreed token."""
    return TestClient(make_app(tokenizer, tmp_path_factory.mktemp("guarded"), kakao_skill_token=TOKEN))


@pytest.fixture(scope="module")
def guided(tokenizer: MorphemeTokenizer, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The application of a city that has a scenario."""
    folder = tmp_path_factory.mktemp("guided")
    shutil.copytree(KNOWLEDGE, folder / "knowledge")
    (folder / "knowledge" / "scenarios").mkdir(exist_ok=True)
    scenario = folder / "knowledge" / "scenarios" / "passport-copies.yaml"
    scenario.write_text(SCENARIO, encoding="utf-8")
    return TestClient(make_app(tokenizer, folder, folder / "knowledge"))


@pytest.fixture
def database(app: FastAPI) -> Database:
    """The database of the application, without any talk."""
    services: Services = app.state.services
    with services.database.transaction() as session:
        for row in (*session.scalars(select(TurnRow)), *session.scalars(select(ConversationRow))):
            session.delete(row)
            session.flush()
    return services.database
