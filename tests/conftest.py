"""What tests share: the small city of the fixture folder, its index and its bot."""

import shutil
from datetime import date
from pathlib import Path

import hypothesis
import pytest

from chatbot.dialogue.decision import Thresholds
from chatbot.dialogue.responder import Responder
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.reader import read_catalog
from chatbot.retrieval.retriever import Retriever
from chatbot.text.morphemes import MorphemeTokenizer

FIXTURES = Path(__file__).parent / "fixtures"
KNOWLEDGE = FIXTURES / "knowledge"
LANGUAGES = FIXTURES / "languages"
TODAY = date(2026, 3, 10)
"""A day on which every entry of the fixture folder but `waste-old` holds."""

# How long an example takes says nothing about what is tested.
hypothesis.settings.register_profile("minwontalk", deadline=None)
hypothesis.settings.load_profile("minwontalk")


@pytest.fixture(scope="session")
def tokenizer() -> MorphemeTokenizer:
    """The analyser; loading it takes three seconds, so that all tests share one."""
    return MorphemeTokenizer()


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The city of the fixture folder."""
    result = read_catalog(KNOWLEDGE)
    assert result.catalog is not None, "\n".join(str(problem) for problem in result.problems)
    return result.catalog


@pytest.fixture(scope="session")
def retriever(catalog: Catalog, tokenizer: MorphemeTokenizer) -> Retriever:
    """The index of the fixture folder."""
    return Retriever(catalog, tokenizer)


@pytest.fixture(scope="session")
def responder(catalog: Catalog, retriever: Retriever) -> Responder:
    """The bot of the fixture folder, with the thresholds that the city ships."""
    return Responder(catalog, retriever, Thresholds())


@pytest.fixture
def spoken_folder(knowledge_folder: Path) -> Path:
    """The same copy, in English as well, and with an agency that English speakers ask for."""
    shutil.copytree(LANGUAGES / "en", knowledge_folder / "languages" / "en")
    shutil.copy(LANGUAGES / "agencies.yaml", knowledge_folder)
    return knowledge_folder


@pytest.fixture
def knowledge_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the fixture folder that a test may break.

    It is named as seen from the folder around it, which is made the current one, so that problems read
    as an editor sees them: `knowledge/city.yaml:2:1: …`.
    """
    shutil.copytree(KNOWLEDGE, tmp_path / "knowledge")
    monkeypatch.chdir(tmp_path)
    return Path("knowledge")
