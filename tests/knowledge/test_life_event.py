from typing import Any

import pytest
from pydantic import ValidationError

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.life_event import LifeEvent, LifeStep, Quote

DEADLINE = {"entry": "waste-bag", "says": "석 달 동안", "months": 3}


def step(**parts: Any) -> LifeStep:
    return LifeStep.model_validate({"title": "봉투", "entry": "waste-bag", **parts})


def test_a_quote_may_be_its_words_alone() -> None:
    assert step(when="석 달 동안").when == Quote(says="석 달 동안")
    assert step(where=["창구", {"says": "마트", "entry": "waste-bag"}]).where[1].entry == "waste-bag"


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"deadline": DEADLINE, "when": "석 달"}, "가운데 하나만"),
        ({"late": "석 달"}, "deadline이 함께"),
        ({"title": "가" * 25}, "at most 24"),
        ({"entry": "Waste Bag"}, "pattern"),
        ({"unknown": "1"}, "Extra inputs"),
    ],
)
def test_a_step_that_contradicts_itself_is_refused(parts: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        step(**parts)


@pytest.mark.parametrize("field", ["steps", "phrases"])
def test_a_life_event_without_steps_or_phrases_is_refused(field: str) -> None:
    parts: dict[str, Any] = {
        "id": "moving",
        "title": "이사",
        "summary": "할 일",
        "phrases": ["이사했어요"],
        "steps": [{"title": "봉투", "entry": "waste-bag"}],
    }
    assert LifeEvent.model_validate(parts).offered_by == ("waste-bag",)
    with pytest.raises(ValidationError, match="at least 1"):
        LifeEvent.model_validate({**parts, field: []})


def test_a_step_names_every_entry_that_it_rests_on_with_its_place() -> None:
    parts = {"says": "흰색", "papers": "passport-new", "where": [{"says": "창구", "entry": "passport-lost"}]}
    assert step(**parts, deadline={**DEADLINE, "entry": "waste-bulky"}).entry_ids == (
        (("entry",), "waste-bag"),
        (("papers",), "passport-new"),
        (("says",), "waste-bag"),
        (("deadline", "says"), "waste-bulky"),
        (("where", 0), "passport-lost"),
    )


def test_a_life_event_is_offered_beside_its_steps_entries_unless_it_names_others(catalog: Catalog) -> None:
    event = catalog.life_events["moving"]
    assert event.offered_by == ("waste-bag", "waste-bulky", "passport-lost", "passport-new")
    assert event.model_copy(update={"entries": ("waste-bag",)}).offered_by == ("waste-bag",)
