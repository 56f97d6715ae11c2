from pathlib import Path

import numpy as np
import pytest

from chatbot.knowledge.catalog import Catalog
from chatbot.retrieval import cache
from chatbot.retrieval.cache import load_index, store_index
from chatbot.retrieval.index import Index, learn_index
from chatbot.retrieval.query import Query
from chatbot.retrieval.retriever import Retriever
from chatbot.text.morphemes import MorphemeTokenizer

DIGEST = "0123456789abcdef"


@pytest.fixture
def index(tokenizer: MorphemeTokenizer) -> Index:
    texts = ["여권 수수료", "여권 발급 비용", "쓰레기봉투 파는 곳", "여권 분실 신고"]
    return learn_index([Query.from_utterance(text, tokenizer) for text in texts], np.array([0, 0, 1, 2]))


def test_a_stored_index_finds_what_the_learned_one_finds(
    index: Index, tmp_path: Path, tokenizer: MorphemeTokenizer
) -> None:
    store_index(index, tmp_path, DIGEST)
    again = load_index(tmp_path, DIGEST)
    assert again is not None
    for text in ("여권 수수료", "봉투 파는 데", "xyzzy"):
        query = Query.from_utterance(text, tokenizer)
        before, after = index.match(query, 3), again.match(query, 3)
        assert after.numbers.tolist() == before.numbers.tolist()
        assert after.features == pytest.approx(before.features, abs=0.01)


def test_another_catalog_has_another_file(index: Index, tmp_path: Path) -> None:
    store_index(index, tmp_path, DIGEST)
    assert load_index(tmp_path, "fedcba9876543210") is None


def test_a_file_of_another_version_of_the_program_is_not_read(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_index(index, tmp_path, DIGEST)
    monkeypatch.setattr(cache, "_version", lambda: "another")
    assert load_index(tmp_path, DIGEST) is None


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut off"])
def test_a_damaged_file_is_passed_over_with_a_word(
    index: Index, tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    store_index(index, tmp_path, DIGEST)
    next(tmp_path.glob("*.npz")).write_bytes(content)
    assert load_index(tmp_path, DIGEST) is None
    assert "learned anew" in caplog.text


def test_only_the_latest_files_are_kept_and_no_part_of_one(index: Index, tmp_path: Path) -> None:
    for number in range(cache.KEPT + 2):
        store_index(index, tmp_path, f"{number:016d}")
    assert len(list(tmp_path.iterdir())) == cache.KEPT


def test_a_folder_that_cannot_be_written_is_no_error(
    index: Index, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    store_index(index, blocked / "folder", DIGEST)
    assert "not stored" in caplog.text


def test_a_second_retriever_takes_what_the_first_one_stored(
    catalog: Catalog, tokenizer: MorphemeTokenizer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Retriever(catalog, tokenizer, cache=tmp_path)
    monkeypatch.setattr("chatbot.retrieval.retriever.learn_index", None)
    again = Retriever(catalog, tokenizer, cache=tmp_path)
    for entry in catalog.entries.values():
        assert again.search(again.query(entry.question))[0].entry == entry
