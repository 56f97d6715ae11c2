"""The texts of the real knowledge base: what citizens are expected to type."""

from pathlib import Path

import pytest

from chatbot.knowledge.reader import read_catalog

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def variants() -> list[str]:
    """Every question and variant of the city's entries."""
    catalog = read_catalog(ROOT / "knowledge", with_advice=False).catalog
    assert catalog is not None
    return [text for entry in catalog.entries.values() for text in entry.texts]
