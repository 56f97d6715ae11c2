from dataclasses import replace

import pytest

from chatbot.dialogue.decision import Thresholds
from chatbot.dialogue.reply import ReplyStatus
from chatbot.dialogue.responder import Responder
from chatbot.dialogue.scope import names_other_place, speaks_of
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.city import OtherPlaces
from chatbot.retrieval.retriever import Retriever
from tests.conftest import TODAY


@pytest.fixture
def places(catalog: Catalog) -> Catalog:
    """The fixture's city, which knows of two others."""
    others = OtherPlaces(names=("달빛",), with_suffix=("구리",))
    return replace(catalog, city=catalog.city.model_copy(update={"other_places": others}))


@pytest.mark.parametrize(
    "utterance", ["달빛시 여권 수수료", "달빛페이 충전", "여권 달빛 시청은 얼마예요", "구리시 쓰레기봉투"]
)
def test_a_question_about_another_place_is_known(places: Catalog, utterance: str) -> None:
    assert names_other_place(utterance, places)


@pytest.mark.parametrize(
    "utterance",
    [
        "여권 수수료",
        "달빛에서 이사 왔는데 쓰레기봉투",
        "달빛으로 출장 가는데 여권",
        "구리 전선 버리기",
        "한빛시랑 달빛시 여권 값이 같아요?",
        "새달빛 여권",
    ],
)
def test_whereabouts_other_meanings_and_our_own_city_are_no_other_place(
    places: Catalog, utterance: str
) -> None:
    assert names_other_place(utterance, places) is None


def test_another_places_matter_is_sent_there(places: Catalog, retriever: Retriever) -> None:
    reply = Responder(places, retriever, Thresholds()).respond("달빛시 여권 수수료 얼마예요?", TODAY)
    assert reply.status is ReplyStatus.FALLBACK_OTHER_PLACE
    assert reply.entry is None
    assert "110" in reply.text


def test_an_entry_that_speaks_of_the_place_may_answer(places: Catalog, retriever: Retriever) -> None:
    entry = places.entries["passport-fee"]
    told = "저는 달빛 사람인데 여권이요"
    assert not speaks_of(entry, "달빛", told)
    assert speaks_of(entry.model_copy(update={"variants": ("달빛 공항 여권",)}), "달빛", told)
    assert speaks_of(entry.model_copy(update={"answer": "달빛 공항에서도 받아요."}), "달빛", told)


def test_a_story_in_a_variant_makes_no_entry_answer_for_the_place_that_is_asked_about(
    places: Catalog,
) -> None:
    entry = places.entries["passport-fee"].model_copy(update={"variants": ("달빛 공항 여권",)})
    assert not speaks_of(entry, "달빛", "달빛페이 충전")
    assert speaks_of(entry.model_copy(update={"question": "달빛 공항 여권은요?"}), "달빛", "달빛 공항 여권")
