import pytest

from chatbot.knowledge.catalog import Catalog
from chatbot.retrieval.parameters import Parameters
from chatbot.retrieval.ranker import Ranker
from chatbot.retrieval.retriever import Retriever
from chatbot.retrieval.training import train
from chatbot.text.morphemes import MorphemeTokenizer


@pytest.fixture(scope="module")
def parameters(catalog: Catalog, tokenizer: MorphemeTokenizer) -> Parameters:
    return train(catalog, tokenizer, seed=1)


def test_the_same_catalog_and_seed_learn_the_same(
    parameters: Parameters, catalog: Catalog, tokenizer: MorphemeTokenizer
) -> None:
    assert train(catalog, tokenizer, seed=1) == parameters
    assert train(catalog, tokenizer, seed=2) != parameters


def test_what_was_learned_says_from_which_catalog(parameters: Parameters, catalog: Catalog) -> None:
    assert parameters.catalog_digest == catalog.digest
    assert parameters.queries > 0
    Ranker(parameters)


def test_a_small_catalog_learns_to_find_its_own_entries(
    parameters: Parameters, catalog: Catalog, tokenizer: MorphemeTokenizer
) -> None:
    retriever = Retriever(catalog, tokenizer, parameters)
    for entry in catalog.entries.values():
        assert retriever.search(retriever.query(entry.question))[0].entry == entry


def test_too_few_texts_are_refused_with_the_mend(catalog: Catalog, tokenizer: MorphemeTokenizer) -> None:
    entry = next(iter(catalog.entries.values())).model_copy(update={"variants": ("하나",)})
    small = Catalog(
        {entry.id: entry},
        catalog.city,
        catalog.departments,
        catalog.holidays,
        catalog.synonyms,
        catalog.wording,
    )
    with pytest.raises(ValueError, match="more variants"):
        train(small, tokenizer)
