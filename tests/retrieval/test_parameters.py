from pathlib import Path

import pytest

from chatbot.retrieval.features import CANDIDATE_FEATURES, CONFIDENCE_FEATURES
from chatbot.retrieval.parameters import LinearModel, read_parameters, write_parameters


def test_what_is_stored_reads_back_the_same(tmp_path: Path) -> None:
    parameters = read_parameters()
    write_parameters(parameters, tmp_path / "p.json")
    assert read_parameters(tmp_path / "p.json") == parameters


def test_the_stored_parameters_fit_the_features_of_the_code() -> None:
    parameters = read_parameters()
    assert set(parameters.ranker.weights) == set(CANDIDATE_FEATURES)
    assert set(parameters.confidence.weights) == set(CONFIDENCE_FEATURES)


def test_the_calibration_rises_from_unlikely_to_likely() -> None:
    log_odds, probabilities = zip(*read_parameters().calibration, strict=True)
    assert list(log_odds) == sorted(log_odds)
    assert list(probabilities) == sorted(probabilities)
    assert 0 < probabilities[0] < 0.1
    assert 0.9 < probabilities[-1] < 1


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"ranker": 1}'])
def test_a_file_without_parameters_names_the_command_that_makes_one(tmp_path: Path, content: str) -> None:
    path = tmp_path / "p.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match="python -m chatbot fit"):
        read_parameters(path)


def test_a_feature_without_a_weight_is_an_error_that_names_it() -> None:
    with pytest.raises(KeyError, match="base"):
        LinearModel(0.0, {"fuzzy": 1.0}).vector(["fuzzy", "base"])
