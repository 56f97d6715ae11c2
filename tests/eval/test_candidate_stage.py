import numpy as np
import pytest

from chatbot.knowledge.catalog import Catalog
from chatbot.retrieval.query import Query
from chatbot.text.morphemes import MorphemeTokenizer
from eval.candidate_stage import STAGE_HEAD, CandidateStage, measure_candidate_stage, stage_line
from eval.cases import Case

CASES = [
    Case("여권 수수료는 얼마인가요?", ("passport-fee",), ()),
    Case("쓰레기봉투 파는 곳", ("waste-bag",), ()),
    Case("날씨", (), ()),
]


def test_an_entry_is_as_near_as_its_nearest_text(tokenizer: MorphemeTokenizer) -> None:
    texts = ["여권을 잃어버렸어요", "여권 수수료", "쓰레기봉투 파는 곳", "봉투 값"]
    queries = [Query.from_utterance(text, tokenizer) for text in texts]
    stage = CandidateStage(queries, np.array([0, 0, 1, 2]))
    assert stage.shortlist(Query.from_utterance("쓰레기봉투 어디서 파나요", tokenizer))[:2] == [1, 2]
    assert stage.shortlist(Query.from_utterance("여권 수수료", tokenizer), limit=1) == [0]


def test_each_size_is_measured(catalog: Catalog, tokenizer: MorphemeTokenizer) -> None:
    small, large = measure_candidate_stage(catalog, CASES, tokenizer, sizes=(80, 160))
    assert (small.texts, large.texts) == (80, 160)
    assert 0 < small.median_ms <= small.p95_ms
    assert small.recall == pytest.approx(1)
    assert len(stage_line(small)) == len(STAGE_HEAD)
