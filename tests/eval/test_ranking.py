import pytest

from chatbot.retrieval.retriever import Retriever
from eval.cases import Case
from eval.ranking import Hits, hits, in_scope

FEE = Case("여권 수수료는 얼마인가요?", ("passport-fee",), ())
BAG = Case("쓰레기봉투 파는 곳", ("waste-bag",), ())
OUTSIDE = Case("날씨 어때요", (), ())


def test_only_what_some_entry_answers_is_in_scope() -> None:
    assert in_scope([FEE, OUTSIDE, BAG]) == [FEE, BAG]


def test_a_hit_is_a_right_entry_among_the_first(retriever: Retriever) -> None:
    assert hits([FEE, BAG], retriever) == Hits([1.0, 1.0], [1.0, 1.0])
    other = Case(FEE.utterance, ("nowhere",), ())
    assert hits([other], retriever) == Hits([0.0], [0.0])


def test_what_is_typed_may_differ_from_the_case(retriever: Retriever) -> None:
    assert hits([FEE], retriever, [BAG.utterance]).at_1 == [0.0]


def test_an_utterance_with_nothing_in_it_hits_nothing(retriever: Retriever) -> None:
    assert hits([FEE], retriever, [" "]) == Hits([0.0], [0.0])


def test_a_loss_is_counted_case_by_case() -> None:
    lost = Hits([1, 1, 0, 1], [1, 1, 1, 1]).lost_to(Hits([1, 0, 1, 0], [1, 1, 1, 0]))
    assert lost["hit_rate@1"].value == pytest.approx(0.25)
    assert lost["hit_rate@3"].value == pytest.approx(0.25)
    # Two cases lost and one won say less than the mere difference of one would.
    assert lost["hit_rate@1"].high - lost["hit_rate@1"].low > lost["hit_rate@3"].high - lost["hit_rate@3"].low


def test_without_cases_there_are_no_figures() -> None:
    assert Hits([], []).figures() == {}
    assert Hits([], []).lost_to(Hits([], [])) == {}
