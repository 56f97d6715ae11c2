import numpy as np
import pytest

from chatbot.retrieval.fusion import CENTROID_SHARE, WEIGHTS, base_scores, text_scores
from chatbot.retrieval.tfidf import TextScores
from chatbot.retrieval.views import VIEWS


def scores(texts: list[float], best: list[float], centroids: list[float]) -> TextScores:
    return TextScores(*(np.asarray(values, dtype=np.float32) for values in (texts, best, centroids)))


def test_weights_are_shares_of_one_for_every_view() -> None:
    assert sum(WEIGHTS.values()) == pytest.approx(1.0)
    assert WEIGHTS.keys() == VIEWS.keys()


def test_an_entry_scores_by_its_centroid_and_its_best_text() -> None:
    views = dict.fromkeys(WEIGHTS, scores([0.2, 0.9], [0.9, 0.1], [0.4, 0.6]))
    assert base_scores(views) == pytest.approx(
        [CENTROID_SHARE * 0.4 + (1 - CENTROID_SHARE) * 0.9, CENTROID_SHARE * 0.6 + (1 - CENTROID_SHARE) * 0.1]
    )


def test_views_count_by_their_weight() -> None:
    nothing, all_of_it = scores([0.0], [0.0], [0.0]), scores([1.0], [1.0], [1.0])
    for name, weight in WEIGHTS.items():
        views = {other: all_of_it if other == name else nothing for other in WEIGHTS}
        assert base_scores(views) == pytest.approx([weight])
        assert text_scores(views) == pytest.approx([weight])


@pytest.mark.parametrize("name", WEIGHTS)
def test_a_view_that_is_missing_is_an_error_that_names_it(name: str) -> None:
    views = {other: scores([1.0], [1.0], [1.0]) for other in WEIGHTS if other != name}
    with pytest.raises(KeyError, match=name):
        base_scores(views)
