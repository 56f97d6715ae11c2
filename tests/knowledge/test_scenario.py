from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.reader import read_catalog
from chatbot.knowledge.scenario import End, Late, NumberQuestion, Scenario, Step
from tests.editing import problems_of, replace_in
from tests.knowledge.rules.scenario import FILE, at, told

OPTIONS = [{"id": "a", "label": "가", "to": "x"}, {"id": "b", "label": "나", "to": "x"}]
STEP = {"question": "무엇인가요?", "label": "무엇"}
DAY = {"earliest_years_ago": 1, "to": "x"}


def test_the_scenarios_of_a_folder_are_in_the_catalog_by_their_ids(catalog: Catalog) -> None:
    assert list(catalog.scenarios) == ["passport-steps"]
    assert list(catalog.scenarios["passport-steps"].steps) == ["why", "copies", "pages", "lost-on"]


def test_a_city_may_do_without_scenarios(knowledge_folder: Path) -> None:
    (knowledge_folder / FILE).unlink()
    result = read_catalog(knowledge_folder)
    assert result.errors == []
    assert result.catalog is not None
    assert result.catalog.scenarios == {}


def test_the_digest_changes_with_a_scenario(catalog: Catalog, knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / FILE, "question: 왜 만드나요?", "question: 왜 만드세요?")
    changed = read_catalog(knowledge_folder).catalog
    assert changed is not None
    assert changed.digest != catalog.digest


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"options": OPTIONS[:1]},
        {"options": OPTIONS * 5},
        {"options": OPTIONS, "date": DAY},
        {"date": DAY, "number": {"least": 1, "most": 2, "unit": "통", "to": "x"}},
    ],
    ids=["nothing", "one option", "ten options", "options and a day", "a day and a number"],
)
def test_a_step_is_answered_in_one_way(more: Mapping[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Step.model_validate({**STEP, **more})


def test_a_number_leaves_a_choice() -> None:
    with pytest.raises(ValidationError, match="most"):
        NumberQuestion(least=2, most=2, unit="통", to="x")


@pytest.mark.parametrize(
    "steps",
    [
        [{"until_days": 6, "amount": 1, "says": "1원"}],
        [{"amount": 1, "says": "1원"}, {"amount": 2, "says": "2원"}],
        [{"until_days": 6, "under_months": 1, "amount": 1, "says": "1원"}, {"amount": 2, "says": "2원"}],
    ],
    ids=["none is open", "the first is open", "two ends"],
)
def test_only_the_last_amount_holds_however_late_it_is(steps: list[dict[str, Any]]) -> None:
    with pytest.raises(ValidationError):
        Late.model_validate({"entry": "a", "steps": steps})


def test_nothing_is_late_without_a_deadline() -> None:
    late = {"entry": "a", "steps": [{"amount": 1, "says": "1원"}]}
    with pytest.raises(ValidationError, match="deadline"):
        End.model_validate({"title": "끝", "shows": [{"entry": "a"}], "late": late})


def test_every_way_on_is_named_with_its_place(catalog: Catalog) -> None:
    scenario = catalog.scenarios["passport-steps"]
    assert scenario.steps["why"].targets[0] == (("options", 0, "to"), "copies")
    assert scenario.steps["lost-on"].targets == ((("date", "to"), "lost"),)
    assert list(scenario.next_of("pages")) == ["thick", "other"]
    assert list(scenario.next_of("other")) == []


def test_a_label_that_no_kakaotalk_button_holds_is_told_at_its_place(knowledge_folder: Path) -> None:
    assert told(knowledge_folder, "label: 안 잃어버렸어요", "label: 그런 일 없이 그냥 새로 만들어요") == [
        at(26, 16, '"label"이(가) 14자를 넘습니다; 더 짧게 쓰세요 [schema]')
    ]


def test_a_number_of_times_that_is_neither_number_nor_name_is_told_with_the_mend(
    knowledge_folder: Path,
) -> None:
    (problem,) = told(knowledge_folder, "times: copies", "times: 두 번")
    assert problem == at(
        63,
        16,
        '"times"의 "두 번"은(는) 꼴이 맞지 않습니다; 3 같은 수나, 수를 묻는 단계의 이름을 쓰세요 [schema]',
    )


def test_a_file_must_be_named_as_its_scenario(knowledge_folder: Path) -> None:
    (problem,) = told(knowledge_folder, "id: passport-steps\n", "id: passport-stops\n")
    assert problem == at(
        1,
        5,
        'id "passport-stops"이(가) 파일 이름 "passport-steps.yaml"과 다릅니다; '
        'id를 "passport-steps"으로 쓰거나 파일 이름을 "passport-stops.yaml"로 바꾸세요 [file-name]',
    )


def test_a_topic_must_be_one_of_the_city(knowledge_folder: Path) -> None:
    (problem,) = told(knowledge_folder, "topic: passport", "topic: tax")
    assert problem.startswith(at(2, 8, '분야 "tax"이(가) city.yaml의 topics에 없습니다'))


@pytest.mark.parametrize(
    ("new", "rule"),
    [
        ("question: 홍길동 주무관에게 가나요?", "staff-name"),
        ("question: 900101-1234567은 왜 있나요?", "private-number"),
        ("question: 여권을 왜 만듭니까?", "plain-korean"),
    ],
)
def test_what_a_scenario_says_is_held_to_the_rules_of_all_texts(
    knowledge_folder: Path, new: str, rule: str
) -> None:
    problems = told(knowledge_folder, "question: 왜 만드나요?", new)
    assert [problem.split(": ")[0].split(":")[1:] for problem in problems] == [["13", "15"]]
    assert problems[0].endswith(f"[{rule}]")


def test_a_broken_scenario_keeps_the_catalog_back(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / FILE, "to: thick", "to: nowhere")
    assert read_catalog(knowledge_folder).catalog is None
    assert problems_of(knowledge_folder)


def test_yaml_words_for_true_and_false_stay_what_they_are() -> None:
    options = [{"id": "yes", "label": "네", "to": "x"}, {"id": "no", "label": "아니요", "to": "x"}]
    scenario = Scenario.model_validate(
        {
            "id": "a",
            "topic": "a",
            "title": "가",
            "summary": "가",
            "start": "s",
            "steps": {"s": {**STEP, "options": options}},
            "ends": {"x": {"title": "끝", "shows": [{"entry": "a"}]}},
        }
    )
    assert [option.id for option in scenario.steps["s"].options] == ["yes", "no"]
