import pytest

from chatbot.dialogue.reply import ReplyStatus
from chatbot.retrieval.features import CANDIDATE_FEATURES, CONFIDENCE_FEATURES
from chatbot.store.counselling import CounselOutcome
from web.cockpit.words import OUTCOMES, decision_words, feature_words


@pytest.mark.parametrize("status", ReplyStatus)
def test_every_decision_has_a_sentence(status: ReplyStatus) -> None:
    words = decision_words(status)
    assert words.startswith("챗봇은 ")
    assert words.endswith("요.")


@pytest.mark.parametrize("name", dict.fromkeys((*CANDIDATE_FEATURES, *CONFIDENCE_FEATURES)))
def test_every_feature_has_a_name_of_its_own_in_korean(name: str) -> None:
    words = feature_words(name)
    assert not any(letter.isascii() and letter.isalpha() for letter in words)
    others = {*CANDIDATE_FEATURES, *CONFIDENCE_FEATURES} - {name}
    assert words not in {feature_words(other) for other in others}


def test_every_outcome_has_a_name() -> None:
    assert set(OUTCOMES) == set(CounselOutcome)
