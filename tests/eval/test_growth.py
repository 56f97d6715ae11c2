import pytest

from chatbot.knowledge.catalog import Catalog
from chatbot.text.morphemes import MorphemeTokenizer
from eval.cases import Case
from eval.growth import GROWTH_HEAD, grown, growth_line, measure_growth

CASES = [
    Case("여권 수수료는 얼마인가요?", ("passport-fee",), ()),
    Case("쓰레기봉투 파는 곳", ("waste-bag",), ()),
]


def test_a_catalog_grows_by_made_up_entries_and_keeps_its_own(catalog: Catalog) -> None:
    larger = grown(catalog, 5)
    assert len(larger.entries) == 5 * len(catalog.entries)
    assert {entry_id: larger.entries[entry_id] for entry_id in catalog.entries} == catalog.entries


def test_growth_is_always_the_same_and_part_of_every_larger_one(catalog: Catalog) -> None:
    larger = grown(catalog, 4).entries
    assert grown(catalog, 4).entries == larger
    assert grown(catalog, 2).entries.items() <= larger.items()


def test_once_its_size_is_the_catalog_itself(catalog: Catalog) -> None:
    assert grown(catalog, 1) == catalog


def test_made_up_entries_say_what_no_real_entry_says(catalog: Catalog) -> None:
    real = {text for entry in catalog.entries.values() for text in entry.texts}
    for entry_id, entry in grown(catalog, 5).entries.items():
        if entry_id not in catalog.entries:
            assert entry.variants
            assert entry.title in entry.question
            assert not real & set(entry.texts)


def test_each_size_is_measured(catalog: Catalog, tokenizer: MorphemeTokenizer) -> None:
    once, twice = measure_growth(catalog, CASES, tokenizer, factors=(1, 2))
    assert (once.factor, once.entries) == (1, 6)
    assert (twice.factor, twice.entries) == (2, 12)
    assert once.texts < twice.texts
    assert 0 < once.median_ms <= once.p95_ms
    assert once.build_s > 0
    assert once.figures["hit_rate@1"].value == pytest.approx(1)
    assert len(growth_line(once)) == len(GROWTH_HEAD)
