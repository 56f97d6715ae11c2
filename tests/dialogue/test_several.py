import pytest

from chatbot.dialogue.several import questions_in
from chatbot.retrieval.retriever import Retriever

ACCEPT = 0.88


def asked(utterance: str, retriever: Retriever) -> set[str]:
    return {candidate.entry.id for candidate in questions_in(utterance, retriever, ACCEPT)}


@pytest.mark.parametrize(
    ("utterance", "entries"),
    [
        ("여권 수수료랑 준비물", {"passport-fee", "passport-new"}),
        ("여권 수수료랑 종량제 봉투 파는 곳", {"passport-fee", "waste-bag"}),
        ("대형폐기물 신청하고 종량제 봉투 가격", {"waste-bulky", "waste-bag"}),
    ],
)
def test_each_half_of_a_message_finds_its_entry(
    utterance: str, entries: set[str], retriever: Retriever
) -> None:
    assert asked(utterance, retriever) == entries


@pytest.mark.parametrize(
    "utterance", ["여권 수수료는 얼마인가요?", "장롱이랑 침대를 내놓으려면 어떻게 하죠", "안녕하세요", ""]
)
def test_one_question_is_one(utterance: str, retriever: Retriever) -> None:
    assert asked(utterance, retriever) == set()


def test_the_surest_comes_first(retriever: Retriever) -> None:
    found = questions_in("여권 수수료랑 종량제 봉투 파는 곳", retriever, ACCEPT)
    assert [candidate.score for candidate in found] == sorted(
        (candidate.score for candidate in found), reverse=True
    )
