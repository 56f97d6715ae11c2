from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Channel, Confidence, Effective, Entry, Line, without_emphasis

SMALLEST: dict[str, Any] = {
    "id": "bag",
    "topic": "waste",
    "title": "봉투",
    "question": "봉투는 어디서 사나요?",
    "variants": ["봉투 파는 곳"],
    "answer": "편의점에서 사요.",
    "department": "waste",
    "phone": "031-000-1300",
    "sources": [{"name": "조례"}],
    "as_of": "2026-03",
    "review_by": "2027-03-01",
    "confidence": "high",
}


def entry(**changes: Any) -> Entry:
    return Entry.model_validate(SMALLEST | changes)


def refused(**changes: Any) -> tuple[object, str]:
    """Return where, and for what, an entry with these changes is refused."""
    with pytest.raises(ValidationError) as raised:
        entry(**changes)
    (error,) = raised.value.errors()
    return error["loc"], error["type"]


def test_the_smallest_entry_has_empty_sections() -> None:
    smallest = entry()
    for section in ("documents", "fees", "deadline", "how", "details", "related"):
        assert getattr(smallest, section) == ()
    assert smallest.review_by == date(2027, 3, 1)
    assert smallest.confidence is Confidence.HIGH


@pytest.mark.parametrize("field", sorted(SMALLEST))
def test_none_of_the_fields_of_the_smallest_entry_may_be_missing(field: str) -> None:
    with pytest.raises(ValidationError) as raised:
        Entry.model_validate({name: value for name, value in SMALLEST.items() if name != field})
    assert [(error["loc"], error["type"]) for error in raised.value.errors()] == [((field,), "missing")]


def test_an_unknown_field_is_refused() -> None:
    assert refused(fee="600") == (("fee",), "extra_forbidden")


def test_an_entry_is_fixed_once_made() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        entry().title = "다른 제목"  # type: ignore[misc]  # what this test is about


@pytest.mark.parametrize("identifier", ["Bag", "bag_a", "-bag", "bag-", "1bag", "봉투", "a--b", "a" * 61])
def test_an_id_is_lower_case_words_joined_by_hyphens(identifier: str) -> None:
    assert refused(id=identifier)[0] == ("id",)


@pytest.mark.parametrize(
    "phone", ["031-980-2700", "02-2100-2114", "1588-9090", "120", "1345", "+82-2-2100-2114", "044-1234-5678"]
)
def test_numbers_that_citizens_can_dial_are_phones(phone: str) -> None:
    assert entry(phone=phone).phone == phone


@pytest.mark.parametrize("phone", ["031 980 2700", "0319802700", "031-980-270", "콜센터", "031-980-2700~1"])
def test_anything_else_is_no_phone(phone: str) -> None:
    assert refused(phone=phone) == (("phone",), "string_pattern_mismatch")


@pytest.mark.parametrize("month", ["2026-03", "2026-12", "2026"])
def test_a_year_with_or_without_a_month_says_how_new_the_source_is(month: str) -> None:
    assert entry(as_of=month).as_of == month


@pytest.mark.parametrize("month", ["2026-13", "2026-00", "2026-3", "2026-03-01", "26-03", "2026년 3월"])
def test_anything_else_is_no_month(month: str) -> None:
    assert refused(as_of=month) == (("as_of",), "string_pattern_mismatch")


def test_a_title_has_at_most_24_letters() -> None:
    assert entry(title="가" * 24).title == "가" * 24
    assert refused(title="가" * 25) == (("title",), "string_too_long")


def test_a_fee_may_be_free_but_not_negative() -> None:
    assert entry(fees=[{"label": "무료", "amount": "0"}]).fees[0].amount == 0
    assert refused(fees=[{"label": "소파", "amount": "-1"}]) == (
        ("fees", 0, "amount"),
        "greater_than_equal",
    )


def test_a_line_may_be_written_as_text_alone() -> None:
    assert entry(documents=["신분증"]).documents == (Line(text="신분증"),)


def test_an_address_starts_with_its_scheme() -> None:
    lines = [{"text": "안내", "url": "www.hanbit.example"}]
    assert refused(details=lines) == (("details", 0, "url"), "string_pattern_mismatch")


def test_the_lead_is_the_lines_of_the_answer_without_empty_ones() -> None:
    assert entry(answer="**하나**예요.\n\n  둘이에요. \n").lead == ("**하나**예요.", "둘이에요.")


def test_the_plain_answer_has_every_word_but_no_stars() -> None:
    assert entry(answer="**하나**예요.\n둘과 **셋**이에요.").plain_answer == "하나예요.\n둘과 셋이에요."


@pytest.mark.parametrize(
    ("marked", "plain"),
    [("**가** 나 **다**", "가 나 다"), ("가 ** 나", "가 ** 나"), ("****", "****"), ("3*4", "3*4")],
)
def test_only_pairs_of_stars_are_marks(marked: str, plain: str) -> None:
    assert without_emphasis(marked) == plain


def test_the_question_is_the_first_of_the_texts() -> None:
    assert entry(variants=["가", "나"]).texts == ("봉투는 어디서 사나요?", "가", "나")


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2026, 2, 28), False),
        (date(2026, 3, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_something_holds_from_its_first_to_its_last_day(day: date, holds: bool) -> None:
    period = Effective(effective_from=date(2026, 3, 1), effective_until=date(2026, 12, 31))
    assert period.holds_on(day) is holds


def test_an_open_end_holds_for_ever() -> None:
    assert Effective().holds_on(date.min)
    assert Effective(effective_from=date(2026, 3, 1)).holds_on(date.max)
    assert not Effective(effective_until=date(2026, 3, 1)).holds_on(date(2026, 3, 2))


def test_nothing_ends_before_it_starts() -> None:
    assert refused(effective_from="2026-03-02", effective_until="2026-03-01") == ((), "value_error")


def test_the_fixture_folder_shows_every_section_and_every_channel(catalog: Catalog) -> None:
    entries = catalog.entries.values()
    assert {way.channel for found in entries for way in found.how} == set(Channel)
    assert all(any(getattr(found, name) for found in entries) for name in ("documents", "fees", "deadline"))
    assert all(len(found.variants) >= 12 for found in entries)
    assert any(line.note and line.url for found in entries for line in found.details)
