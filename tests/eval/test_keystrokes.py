import pytest

from chatbot.dialogue.responder import Responder
from chatbot.lookup.finder import Finder
from eval.cases import Case
from eval.keystrokes import (
    COUNTS,
    INITIALS,
    SPELLED,
    TYPING_HEAD,
    keyword_cases,
    measure_typing,
    states,
    typing_lines,
)
from tests.conftest import TODAY

_FEE = Case("여권 수수료", ("passport-fee",), ("keyword",))
_NEVER = Case("여권 수수료", ("not-there",), ("keyword",))


def test_a_word_is_typed_as_the_keyboard_composes_it() -> None:
    assert list(states("값 2", SPELLED)) == ["ㄱ", "가", "갑", "값", "값 ", "값 2"]


def test_initials_are_typed_without_spaces() -> None:
    assert list(states("여권 수수료", INITIALS)) == ["ㅇ", "ㅇㄱ", "ㅇㄱㅅ", "ㅇㄱㅅㅅ", "ㅇㄱㅅㅅㄹ"]


def test_latin_words_stay_latin() -> None:
    assert list(states("GTX", SPELLED)) == ["G", "GT", "GTX"]


def test_only_keyword_cases_that_something_answers_are_typed() -> None:
    others = [Case("여권 수수료", ("passport-fee",), ("plain",)), Case("날씨", (), ("keyword",))]
    assert keyword_cases([_FEE, *others]) == [_FEE]


def test_shares_tell_how_many_are_found_after_so_many_keys(responder: Responder) -> None:
    finder = Finder(responder.catalog)
    spelled, initials = measure_typing([_FEE, _NEVER], responder, finder, TODAY)
    assert (spelled.manner, initials.manner) == (SPELLED, INITIALS)
    for typing in (spelled, initials):
        assert typing.cases == 2
        assert typing.numbered[8] == typing.on_screen[8] == typing.seen[8] == 0.5
        assert typing.median_ms <= typing.p95_ms
        for count in COUNTS:
            assert typing.numbered[count] <= typing.on_screen[count] <= typing.seen[count]


def test_what_was_seen_stays_seen(responder: Responder) -> None:
    for typing in measure_typing([_FEE], responder, Finder(responder.catalog), TODAY):
        shares = [typing.seen[count] for count in COUNTS]
        assert shares == sorted(shares)


def test_lines_stand_under_their_head(responder: Responder) -> None:
    (typing, _) = measure_typing([_FEE], responder, Finder(responder.catalog), TODAY)
    lines = typing_lines(typing)
    assert lines[0].startswith("spelled, 1 cases, ")
    assert len({len(line) for line in (TYPING_HEAD, *lines[1:])}) == 1


@pytest.mark.parametrize("manner", [SPELLED, INITIALS])
def test_nothing_is_typed_of_nothing(manner: str) -> None:
    assert list(states("", manner)) == []
