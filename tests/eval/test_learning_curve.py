from chatbot.knowledge.catalog import Catalog
from chatbot.text.morphemes import MorphemeTokenizer
from eval.cases import Case
from eval.learning_curve import curve_line, learning_curve, thinned

GROUPS = {"dev": [Case("여권 수수료는 얼마인가요?", ("passport-fee",), ()), Case("날씨", (), ())]}


def test_no_entry_keeps_more_variants_than_the_limit(catalog: Catalog) -> None:
    for entry_id, entry in thinned(catalog, 2).entries.items():
        whole = catalog.entries[entry_id]
        assert len(entry.variants) == min(2, len(whole.variants))
        assert set(entry.variants) <= set(whole.variants)
        assert entry.question == whole.question


def test_a_draw_is_always_the_same_and_part_of_every_larger_one(catalog: Catalog) -> None:
    two, three = thinned(catalog, 2), thinned(catalog, 3)
    assert thinned(catalog, 2) == two
    for entry_id, entry in two.entries.items():
        assert set(entry.variants) <= set(three.entries[entry_id].variants)


def test_the_curve_ends_with_the_whole_catalog(catalog: Catalog, tokenizer: MorphemeTokenizer) -> None:
    points = list(learning_curve(GROUPS, catalog, tokenizer, sizes=(1, 2)))
    assert [point.limit for point in points] == [1, 2, None]
    assert points[0].variants == 1
    assert points[0].variants < points[1].variants <= points[2].variants
    assert points[2].figures["dev"]["hit_rate@1"].value == 1
    assert points[2].figures["dev"]["hit_rate@1"].count == 1
    assert curve_line(points[0]).startswith("   1 variants (mean   1.0)  dev hit_rate@1 ")
    assert curve_line(points[2]).startswith(" all variants")
