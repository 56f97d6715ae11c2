import numpy as np

from chatbot.knowledge.catalog import Catalog
from chatbot.retrieval.folds import FOLDS, Corpus, Fold, ask_folds
from chatbot.text.morphemes import MorphemeTokenizer


def held_out(fold: Fold) -> list[int]:
    return [text for target in range(len(fold.corpus.targets)) for text in fold.held_out(target)]


def test_every_text_but_the_last_of_each_target_is_held_out_once(
    catalog: Catalog, tokenizer: MorphemeTokenizer
) -> None:
    corpus = Corpus(catalog, tokenizer)
    found = ask_folds(held_out, corpus)
    assert len(found) == FOLDS
    last = {int(np.flatnonzero(corpus.owners == number)[-1]) for number in range(len(corpus.targets))}
    assert sorted(text for fold in found for text in fold) == sorted(set(range(len(corpus.texts))) - last)


def test_the_same_seed_deals_alike_and_another_one_otherwise(
    catalog: Catalog, tokenizer: MorphemeTokenizer
) -> None:
    corpus = Corpus(catalog, tokenizer)
    assert ask_folds(held_out, corpus, 1) == ask_folds(held_out, corpus, 1)
    assert ask_folds(held_out, corpus, 1) != ask_folds(held_out, corpus, 2)


def test_the_index_of_a_fold_lacks_what_is_held_out(catalog: Catalog, tokenizer: MorphemeTokenizer) -> None:
    corpus = Corpus(catalog, tokenizer)
    fold = Fold(corpus, 0, np.arange(len(corpus.texts)) % 2)
    assert len(fold.index.owners) == len(fold.kept)
    for number in range(len(corpus.targets)):
        assert not set(fold.held_out(number)) & set(fold.kept_of(number))
