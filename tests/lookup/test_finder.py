import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Entry
from chatbot.lookup.finder import Finder
from chatbot.retrieval.candidate import Candidate
from chatbot.retrieval.retriever import Retriever


@pytest.fixture(scope="module")
def finder(catalog: Catalog) -> Finder:
    return Finder(catalog)


def every(_: Entry) -> bool:
    return True


def ids(finder: Finder, typed: str, retriever: Retriever | None = None, limit: int = 10) -> list[str]:
    candidates = retriever.search(retriever.query(typed)) if retriever else ()
    return [hit.entry.id for hit in finder.find(typed, candidates, every, limit)]


@pytest.mark.parametrize("typed", ["여권ㅅ", "여권 수수", "ㅇㄱㅅㅅㄹ", "durnjs tntn"])
def test_an_entry_is_found_before_the_question_is_typed(finder: Finder, typed: str) -> None:
    assert ids(finder, typed)[0] == "passport-fee"


def test_what_the_search_finds_joins_what_begins_so(finder: Finder, retriever: Retriever) -> None:
    asked = "이사하면서 나온 장롱은 어떻게 내놓나요"
    assert "waste-bulky" not in ids(finder, asked)[:1]
    assert ids(finder, asked, retriever)[0] == "waste-bulky"


def test_a_sure_candidate_overtakes_what_only_begins_so(finder: Finder, catalog: Catalog) -> None:
    first = finder.find("여권", (), every, 3)[-1].entry
    sure = Candidate(first, first.question, 0.99, {})
    doubtful = Candidate(first, first.question, 0.01, {})
    assert finder.find("여권", [sure], every, 3)[0].entry == first
    assert finder.find("여권", [doubtful], every, 3)[0].entry != first


def test_filters_come_before_the_limit(finder: Finder) -> None:
    hits = finder.find("ㅇ", (), lambda entry: entry.topic == "waste", 2)
    assert hits
    assert {hit.entry.topic for hit in hits} == {"waste"}


def test_what_was_typed_is_marked_in_title_and_question(finder: Finder) -> None:
    hit = finder.find("여권 수수", (), every, 1)[0]
    assert [part for part, marked in hit.title if marked] == ["여권", "수수"]
    assert [part for part, marked in hit.matched if marked] == ["여권", "수수"]
    assert "".join(part for part, _ in hit.matched) != "".join(part for part, _ in hit.title)


@pytest.mark.parametrize("typed", ["", "  ", "!?"])
def test_nothing_typed_finds_nothing(finder: Finder, typed: str) -> None:
    assert ids(finder, typed) == []


@given(st.text(max_size=40))
def test_whatever_is_typed_gets_entries_once_each_and_no_more_than_asked(
    finder: Finder, catalog: Catalog, typed: str
) -> None:
    found = ids(finder, typed, limit=4)
    assert len(found) == len(set(found)) <= 4
    assert set(found) <= set(catalog.entries)
