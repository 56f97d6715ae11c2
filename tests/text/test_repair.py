import statistics
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.text.fillers import strip_fillers
from chatbot.text.keyboard import initials_of, to_latin
from chatbot.text.numbers import hangul_numbers_to_digits
from chatbot.text.repair import repair


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("durnjs woqkfrmq", "여권 재발급"),
        ("dkssudgktpdy durnjs djfakdPdy", "여권 얼마예요"),
        ("여권 재발급 ㅈㅜㅇ", "여권 재발급 중"),
        ("여권 재발ㄱ", "여권 재발"),
        ("저기요 스무 살 여권 얼마예요ㅠㅠ", "20살 여권 얼마예요"),
        ("dufdlfrhq tkf durnjs", "17살 여권"),
        ("안녕하세요 오만 이천원 맞나요", "52000원 맞나요"),
    ],
)
def test_each_repair_reads_what_the_one_before_made_readable(typed: str, searched: str) -> None:
    assert repair(typed) == searched


@pytest.mark.parametrize(
    "text", ["", "여권 재발급은 얼마예요?", "passport renewal", "LH 전세", "ㅋㅋ", "안녕하세요"]
)
def test_ordinary_text_stays(text: str) -> None:
    assert repair(text) == text


@given(st.text(alphabet="여권재발급수수료대형폐기물신청하나요 ", min_size=4))
def test_initials_stay(text: str) -> None:
    assert repair(initials_of(text)) == initials_of(text)


def test_of_ordinary_questions_only_fillers_and_numbers_are_changed(variants: list[str]) -> None:
    changed = [text for text in variants if repair(text) != text]
    others = [text for text in changed if repair(text) != hangul_numbers_to_digits(strip_fillers(text))]
    assert len(changed) <= 0.08 * len(variants)
    assert len(others) <= 0.001 * len(variants)


def test_a_question_typed_in_english_mode_is_searched_as_if_it_were_not(variants: list[str]) -> None:
    same = [repair(to_latin(text)) == repair(text) for text in variants]
    assert sum(same) / len(same) >= 0.99


@given(st.text())
def test_any_text_can_be_repaired(text: str) -> None:
    assert isinstance(repair(text), str)


def test_a_short_question_is_repaired_in_a_blink(variants: list[str]) -> None:
    took = []
    for text in [text for text in variants if len(text) == 20][:300]:
        start = time.perf_counter()
        repair(text)
        took.append(time.perf_counter() - start)
    # Measured 10 µs; ten times that is allowed to a busy machine.
    assert statistics.median(took) < 100e-6
