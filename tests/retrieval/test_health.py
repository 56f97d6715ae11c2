import pytest

from chatbot.knowledge.catalog import Catalog
from chatbot.retrieval.health import EntryHealth, examine
from chatbot.text.morphemes import MorphemeTokenizer


@pytest.fixture(scope="module")
def entries(catalog: Catalog, tokenizer: MorphemeTokenizer) -> dict[str, EntryHealth]:
    return {entry.id: entry for entry in examine(catalog, tokenizer)}


def test_every_entry_is_examined_the_worst_first(entries: dict[str, EntryHealth], catalog: Catalog) -> None:
    assert entries.keys() == catalog.entries.keys()
    shares = [entry.first_share for entry in entries.values()]
    assert shares == sorted(shares)


def test_every_text_but_the_title_asks_once(entries: dict[str, EntryHealth], catalog: Catalog) -> None:
    for entry in catalog.entries.values():
        assert entries[entry.id].asked == len(entry.texts)


def test_what_an_entry_loses_its_rivals_win(entries: dict[str, EntryHealth]) -> None:
    for entry in entries.values():
        assert entry.first <= entry.among_three <= entry.asked
        assert sum(rival.won for rival in entry.rivals) <= entry.asked - entry.first
        assert bool(entry.rivals) == (entry.first < entry.asked)
        assert entry.id not in {rival.id for rival in entry.rivals}


def test_what_a_text_pulls_its_owner_lost_to_that_entry(
    entries: dict[str, EntryHealth], catalog: Catalog
) -> None:
    for entry in entries.values():
        own = catalog.entries[entry.id]
        for pull in entry.pulls:
            assert pull.text in (*own.texts, own.title)
            for owner, count in pull.drawn.items():
                lost = {rival.id: rival.won for rival in entries[owner].rivals}
                assert lost.get(entry.id, count) >= count


def test_the_words_that_confuse_are_whole_words(entries: dict[str, EntryHealth]) -> None:
    words = {word for entry in entries.values() for rival in entry.rivals for word in rival.words}
    assert words
    assert all("/" not in word and " " not in word for word in words)


def test_missing_words_stand_in_one_text_of_the_entry_alone(
    entries: dict[str, EntryHealth], catalog: Catalog
) -> None:
    nouns = [word for word in entries["waste-bulky"].missing if not word.endswith("다")]
    assert nouns
    for noun in nouns:
        assert sum(noun in text for text in catalog.entries["waste-bulky"].texts) == 1


def test_entries_that_cannot_be_told_apart_are_twins(catalog: Catalog, tokenizer: MorphemeTokenizer) -> None:
    entry = catalog.entries["passport-lost"]
    first, second = entry.texts[::2], entry.texts[1::2]
    halves = {
        "one-half": entry.model_copy(update={"id": "one-half", "question": first[0], "variants": first[1:]}),
        "other-half": entry.model_copy(
            update={"id": "other-half", "question": second[0], "variants": second[1:]}
        ),
    }
    others = {name: other for name, other in catalog.entries.items() if name != entry.id}
    split = Catalog(
        {**others, **halves},
        catalog.city,
        catalog.departments,
        catalog.holidays,
        catalog.synonyms,
        catalog.wording,
    )
    found = {health.id: health for health in examine(split, tokenizer)}
    assert {rival.id for rival in found["one-half"].rivals if rival.is_twin} == {"other-half"}
    assert {rival.id for rival in found["other-half"].rivals if rival.is_twin} == {"one-half"}


def test_the_same_catalog_gives_the_same(
    entries: dict[str, EntryHealth], catalog: Catalog, tokenizer: MorphemeTokenizer
) -> None:
    assert examine(catalog, tokenizer) == list(entries.values())
