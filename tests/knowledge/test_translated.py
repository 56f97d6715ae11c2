import re
from pathlib import Path

import pytest

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.language import SECTIONS
from chatbot.knowledge.passages import citizen_passages
from chatbot.knowledge.reader import read_catalog
from chatbot.knowledge.translated import translated
from tests.editing import QUIET_DAY, replace_in

CITY = Path(__file__).parents[2] / "knowledge"
_LATIN = re.compile("[A-Za-z]")


def read(folder: Path) -> Catalog:
    result = read_catalog(folder, QUIET_DAY)
    assert result.catalog is not None, "\n".join(map(str, result.problems))
    return result.catalog


def in_english(catalog: Catalog) -> Catalog:
    return translated(catalog, catalog.languages["en"])


def test_amounts_dates_addresses_and_numbers_are_those_of_the_korean_lines(spoken_folder: Path) -> None:
    catalog = read(spoken_folder)
    english = in_english(catalog)
    assert [(fee.label, fee.amount) for fee in english.entries["waste-bulky"].fees] == [
        ("One sofa", 5000),
        ("Home appliances", 0),
    ]
    for entry_id, entry in english.entries.items():
        korean = catalog.entries[entry_id]
        for section in SECTIONS:
            for line, original in zip(getattr(entry, section), getattr(korean, section), strict=True):
                words = {"text", "label", "note"}
                assert line.model_dump(exclude=words) == original.model_dump(exclude=words)
        kept = ("id", "topic", "department", "phone", "sources", "as_of", "review_by", "effective_until")
        assert all(getattr(entry, name) == getattr(korean, name) for name in kept)


def test_what_is_neither_translated_nor_asked_for_is_not_in_it_and_not_linked(spoken_folder: Path) -> None:
    catalog = read(spoken_folder)
    assert "passport-new" in catalog.entries["passport-fee"].related
    english = in_english(catalog)
    assert list(english.entries) == ["passport-fee", "passport-lost", "waste-bulky"]
    assert english.entries["passport-fee"].related == ()


def test_what_is_only_asked_for_keeps_its_korean_answer(spoken_folder: Path) -> None:
    catalog = read(spoken_folder)
    english = in_english(catalog)
    assert english.korean_only == {"passport-lost"}
    entry = english.entries["passport-lost"]
    asked = {"title", "question", "variants", "related", "staff_note"}
    assert entry.model_dump(exclude=asked) == catalog.entries["passport-lost"].model_dump(exclude=asked)
    assert (entry.title, entry.question) == ("Lost passport", "What do I do when I have lost my passport?")


def test_another_way_of_asking_is_another_catalog(spoken_folder: Path) -> None:
    before = read(spoken_folder)
    replace_in(spoken_folder / "languages/en/untranslated.yaml", "my passport is missing", "no passport")
    after = read(spoken_folder)
    assert after.digest != before.digest
    assert in_english(after).digest != in_english(before).digest


def test_the_interface_names_city_topics_departments_agencies_and_sentences(spoken_folder: Path) -> None:
    english = in_english(read(spoken_folder))
    assert (english.city.name, [topic.name for topic in english.city.topics]) == (
        "Hanbit",
        ["Passports", "Waste"],
    )
    contact = english.contact_of(english.entries["passport-fee"])
    assert (contact.department.full_name, contact.phone) == ("Passport Team (여권팀)", "031-000-1100")
    assert english.wording.clarification == "Which one do you mean?"
    agency = english.agencies[0]
    assert (agency.name, agency.phone) == ("the Immigration Contact Center", "1345")
    assert english.signposts[0].text.startswith("This is handled by the Immigration Contact Center.")


def test_a_section_that_grew_since_it_was_translated_is_left_to_the_korean_text(spoken_folder: Path) -> None:
    korean = spoken_folder / "entries" / "waste" / "waste-bulky.yaml"
    replace_in(korean, "    note: 무상 수거\n", "    note: 무상 수거\n  - label: 장롱\n    amount: 9000\n")
    catalog = read(spoken_folder)
    entry = in_english(catalog).entries["waste-bulky"]
    assert entry.fees == ()
    assert entry.deadline[0].text == "Apply by the day before you put it out."
    assert catalog.languages["en"].translations["waste-bulky"].is_outdated(catalog.entries["waste-bulky"])


def test_another_translation_is_another_catalog(spoken_folder: Path) -> None:
    before = read(spoken_folder).digest
    replace_in(spoken_folder / "languages/en/entries/waste-bulky.yaml", "- One sofa", "- A sofa")
    assert read(spoken_folder).digest != before


@pytest.fixture(scope="module")
def city() -> Catalog:
    return read(CITY)


def test_every_text_of_the_city_in_english_is_in_latin_letters(city: Catalog) -> None:
    english = in_english(city)
    translations = english.entries.keys() - english.korean_only
    assert len(translations) >= 60
    for entry_id in translations:
        for passage in citizen_passages(english.entries[entry_id]):
            assert _LATIN.search(passage.text), (entry_id, passage)


def test_every_entry_of_the_city_can_be_asked_for_in_english(city: Catalog) -> None:
    english = in_english(city)
    assert english.entries.keys() == city.entries.keys()
    for entry in english.entries.values():
        assert all(_LATIN.search(text) for text in (entry.title, entry.question)), entry.id


def test_no_translation_of_the_city_is_outdated(city: Catalog) -> None:
    translations = city.languages["en"].translations
    outdated = [name for name, words in translations.items() if words.is_outdated(city.entries[name])]
    assert outdated == []
