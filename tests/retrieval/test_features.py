import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from chatbot.retrieval.features import (
    CANDIDATE_FEATURES,
    CONFIDENCE_FEATURES,
    PLAIN_FEATURES,
    QUERY_FEATURES,
    confidence_features,
    with_leads,
)


def test_each_plain_feature_comes_with_its_lead() -> None:
    half = len(PLAIN_FEATURES)
    assert CANDIDATE_FEATURES[:half] == PLAIN_FEATURES
    assert CANDIDATE_FEATURES[half:] == tuple(f"lead:{name}" for name in PLAIN_FEATURES)


def test_the_lead_is_the_distance_to_the_best_of_the_others() -> None:
    assert with_leads(np.array([[0.9], [0.5], [0.2]]))[:, 1] == pytest.approx([0.4, -0.4, -0.7])


def test_equal_candidates_have_no_lead() -> None:
    assert with_leads(np.array([[0.5], [0.5]]))[:, 1] == pytest.approx([0, 0])


def test_a_candidate_alone_leads_by_its_whole_value() -> None:
    assert with_leads(np.array([[0.3, 0.7]])).tolist() == [[0.3, 0.7, 0.3, 0.7]]


@given(arrays(float, (5, 3), elements=st.floats(0, 1)))
def test_at_most_one_candidate_leads_in_a_feature(
    plain: "np.ndarray[tuple[int, int], np.dtype[np.float64]]",
) -> None:
    leads = with_leads(plain)[:, 3:]
    assert ((leads > 0).sum(axis=0) <= 1).all()
    assert (leads.max(axis=0) >= 0).all()


def test_confidence_looks_at_the_best_candidate_and_its_lead() -> None:
    features = np.zeros((2, len(CANDIDATE_FEATURES)))
    features[1, 0] = 0.8
    query = [0.1] * len(QUERY_FEATURES)
    found = dict(
        zip(CONFIDENCE_FEATURES, confidence_features(features, np.array([-1.0, 2.0]), query), strict=True)
    )
    assert found["log_odds"] == 2.0
    assert found["lead"] == 3.0
    assert found["fuzzy"] == 0.8
    assert found["probability"] == pytest.approx(1 / (1 + np.exp(-2)))
    assert 0.7 < found["share"] < 1
    assert found["unknown_share"] == 0.1
