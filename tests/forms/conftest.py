"""The whole knowledge base of the city, which every ready form must fit."""

from pathlib import Path

import pytest

from chatbot.forms.sections import Sections, sections_of
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.reader import read_catalog
from tests.conftest import TODAY

_CITY = Path(__file__).parents[2] / "knowledge"


@pytest.fixture(scope="session")
def city() -> Catalog:
    catalog = read_catalog(_CITY, with_advice=False).catalog
    assert catalog is not None
    return catalog


@pytest.fixture(scope="session")
def all_sections(city: Catalog) -> list[Sections]:
    """Every entry of the city, as it stands on a day."""
    return [sections_of(entry, city, TODAY) for entry in city.entries.values()]


@pytest.fixture(scope="session")
def fee(catalog: Catalog) -> Sections:
    """The fees for a passport in the small city of the fixture folder."""
    return sections_of(catalog.entries["passport-fee"], catalog, TODAY)
