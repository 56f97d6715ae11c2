from collections.abc import Iterator

import pytest

from chatbot.store.database import Database
from chatbot.store.marks import TEXT_LIMIT, Mark, MarkKind, Marks
from tests.store.desk import KIM, MORNING, Clock, with_counsellors


@pytest.fixture
def marks() -> Iterator[Marks]:
    opened = with_counsellors(Database("sqlite://"))
    yield Marks(opened, Clock())
    opened.close()


def test_a_mark_is_kept_with_who_and_when(marks: Marks) -> None:
    number = marks.add(Mark(MarkKind.WRONG, "여권 얼마", "금액이 바뀌었대요", "passport-fee"), KIM)
    kept = marks.newest(10)[0]
    assert (kept.id, kept.account_id, kept.marked_at) == (number, KIM, MORNING)
    assert kept.mark == Mark(MarkKind.WRONG, "여권 얼마", "금액이 바뀌었대요", "passport-fee")


def test_personal_numbers_are_hidden_in_what_was_looked_for_and_in_the_word(marks: Marks) -> None:
    marks.add(Mark(MarkKind.MISSING, "900101-1234567 조회", "010-1234-5678로 전화 달래요"), KIM)
    mark = marks.newest(1)[0].mark
    assert "1234567" not in mark.query
    assert "5678" not in mark.word


def test_long_words_are_cut(marks: Marks) -> None:
    marks.add(Mark(MarkKind.MISSING, "가" * 999, "나" * 999), KIM)
    mark = marks.newest(1)[0].mark
    assert (len(mark.query), len(mark.word)) == (TEXT_LIMIT, TEXT_LIMIT)


def test_the_newest_come_first(marks: Marks) -> None:
    for query in ("하나", "둘", "셋"):
        marks.add(Mark(MarkKind.MISSING, query), KIM)
    assert [kept.mark.query for kept in marks.newest(2)] == ["셋", "둘"]
