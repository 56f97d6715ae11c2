from pathlib import Path

import pytest

from chatbot.dialogue.decision import Thresholds
from chatbot.dialogue.reply import ReplyStatus
from chatbot.dialogue.responder import Responder
from chatbot.knowledge.reader import read_catalog
from chatbot.retrieval.retriever import Retriever
from chatbot.text.morphemes import MorphemeTokenizer
from tests.conftest import TODAY

AGENCIES = """
- id: agency-pension
  name: 국민연금공단
  phone: "1355"
  url: https://www.nps.or.kr
  matters: 국민연금 보험료와 연금 신청
  source: {name: 국민연금공단 누리집, url: https://www.nps.or.kr}
  as_of: 2026-03
  questions: [국민연금 얼마 받아요, 국민연금 보험료, 연금 신청은 어디서 하나요]
"""
GAPS = """
- id: gap-passport-case
  matters: 여권 지갑과 덮개
  questions: [여권 지갑 파는 곳, 여권 덮개 나눠 주나요, 여권 케이스 주나요]
"""


@pytest.fixture
def responder(knowledge_folder: Path, tokenizer: MorphemeTokenizer) -> Responder:
    (knowledge_folder / "agencies.yaml").write_text(AGENCIES, encoding="utf-8")
    (knowledge_folder / "gaps.yaml").write_text(GAPS, encoding="utf-8")
    catalog = read_catalog(knowledge_folder).catalog
    assert catalog is not None
    return Responder(catalog, Retriever(catalog, tokenizer), Thresholds())


def test_another_agencys_matter_is_sent_to_its_number(responder: Responder) -> None:
    reply = responder.respond("국민연금 보험료요", TODAY)
    assert reply.status is ReplyStatus.FALLBACK_OTHER_AGENCY
    assert (reply.contact.phone, reply.contact.url) == ("1355", "https://www.nps.or.kr")
    assert "국민연금공단" in reply.text
    assert reply.choices == []


def test_a_matter_without_an_entry_is_named_and_sent_to_the_call_centre(responder: Responder) -> None:
    reply = responder.respond("여권 케이스 주나요", TODAY)
    assert reply.status is ReplyStatus.FALLBACK_NOT_COVERED
    assert "여권 지갑과 덮개" in reply.text
    assert reply.contact == responder.catalog.call_centre
    assert reply.entry is None


def test_beside_a_gap_near_entries_are_offered_and_no_far_ones(responder: Responder) -> None:
    reply = responder.respond("여권 지갑 파는 곳 있나요", TODAY)
    assert reply.status is ReplyStatus.FALLBACK_NOT_COVERED
    assert [choice.score >= responder.thresholds.near_miss_threshold for choice in reply.choices] == [
        True for _ in reply.choices
    ]
    generous = Responder(responder.catalog, responder.retriever, Thresholds(near_miss_threshold=0.0))
    assert generous.respond("여권 지갑 파는 곳 있나요", TODAY).choices


def test_what_an_entry_answers_is_answered(responder: Responder) -> None:
    assert responder.respond("여권 수수료는 얼마인가요?", TODAY).status is ReplyStatus.ANSWERED
