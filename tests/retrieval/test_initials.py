import numpy as np
import pytest

from chatbot.retrieval.initials import SUREST, InitialsIndex
from chatbot.text.keyboard import initials_of

TEXTS = [
    "여권 수수료",
    "여권 발급 비용은 얼마예요",
    "종량제 봉투 파는 곳",
    "여권 분실 신고",
    "여권을 잃어버렸어요",
]
OWNERS = np.array([0, 0, 1, 2, 2])


@pytest.fixture(scope="module")
def index() -> InitialsIndex:
    return InitialsIndex(TEXTS, OWNERS)


def test_a_text_typed_in_initials_is_found(index: InitialsIndex) -> None:
    for place, text in enumerate(TEXTS):
        owner, found, score = index.search(initials_of(text), 1)[0]
        assert (owner, found) == (OWNERS[place], place)
        assert 0 < score <= SUREST


def test_spaces_and_what_follows_matter_little(index: InitialsIndex) -> None:
    assert index.search("ㅇㄱ ㅂㅅ ㅅㄱ ㅇㄸㄱ", 1)[0][0] == 2


def test_no_more_entries_come_than_asked_each_once(index: InitialsIndex) -> None:
    found = [owner for owner, _, _ in index.search("ㅇㄱ", 2)]
    assert len(found) == len(set(found)) == 2


def test_initials_that_nothing_has_fit_badly(index: InitialsIndex) -> None:
    assert index.search("ㅊㅋㅌㅍㅊㅋㅌㅍ", 1)[0][2] < SUREST / 5
