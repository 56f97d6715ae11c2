from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.dialogue.scenario_run import BadAnswerError, answer_in, bounds_text, misses_bounds, run
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.scenario import NumberQuestion, Option, Scenario, Step
from tests.conftest import TODAY


@pytest.fixture(scope="session")
def scenario(catalog: Catalog) -> Scenario:
    return catalog.scenarios["passport-steps"]


def test_without_answers_the_first_step_is_asked(scenario: Scenario, catalog: Catalog) -> None:
    state = run(scenario, [], TODAY, catalog)
    assert (state.step_id, state.end_id, state.given) == ("why", None, ())
    assert (state.done, state.total) == (1, 3)


def test_answers_lead_on_and_are_told_in_words(scenario: Scenario, catalog: Catalog) -> None:
    state = run(scenario, ["first", "3"], TODAY, catalog)
    assert state.step == scenario.steps["pages"]
    assert [(given.label, given.text, given.before) for given in state.given] == [
        ("까닭", "처음이에요", ()),
        ("권수", "3권", ("first",)),
    ]
    assert (state.done, state.total) == (3, 3)


def test_a_shorter_way_counts_fewer_steps(scenario: Scenario, catalog: Catalog) -> None:
    assert (run(scenario, ["lost"], TODAY, catalog).done, run(scenario, ["lost"], TODAY, catalog).total) == (
        2,
        2,
    )


def test_an_end_asks_nothing(scenario: Scenario, catalog: Catalog) -> None:
    state = run(scenario, ["lost", "2026-03-02"], TODAY, catalog)
    assert (state.step, state.end) == (None, scenario.ends["lost"])
    assert (state.done, state.total) == (2, 2)
    assert state.given[1].text == "2026년 3월 2일"


@pytest.mark.parametrize(
    ("answers", "place", "step"),
    [
        (["second"], 0, "why"),
        ([""], 0, "why"),
        (["first", "0"], 1, "copies"),
        (["first", "11"], 1, "copies"),
        (["first", "03"], 1, "copies"),
        (["first", "세 권"], 1, "copies"),
        (["first", "３"], 1, "copies"),
        (["lost", "2026-03-11"], 1, "lost-on"),
        (["lost", "2023-03-09"], 1, "lost-on"),
        (["lost", "20260302"], 1, "lost-on"),
        (["lost", "어제"], 1, "lost-on"),
        (["other", "first"], 1, None),
    ],
)
def test_an_answer_that_does_not_fit_is_named_with_its_place(
    scenario: Scenario, catalog: Catalog, answers: list[str], place: int, step: str | None
) -> None:
    with pytest.raises(BadAnswerError) as caught:
        run(scenario, answers, TODAY, catalog)
    assert (caught.value.place, caught.value.step_id) == (place, step)
    assert str(caught.value).startswith(f"answer {place + 1} is {answers[place]!r}: ")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("처음이에요", "first"),
        ("처음이에요.", "first"),
        ("새로 만들어요", "first"),
        ("처음요", "first"),
        ("잃어버렸어요", "lost"),
        ("안 잃어버렸어요", "other"),
        ("안잃어버렸어요", "other"),
        ("2번", "lost"),
        ("2", "lost"),
        ("두 번째", "lost"),
        ("세 번째요", "other"),
        ("마지막", "other"),
        ("4번", None),
        ("아니요", None),
        ("여권 수수료가 얼마예요?", None),
        ("", None),
    ],
)
def test_an_option_is_known_by_its_label_its_phrases_and_its_place(
    scenario: Scenario, said: str, answer: str | None
) -> None:
    assert answer_in(scenario.steps["why"], said, TODAY) == answer


def test_places_up_to_the_eighth_are_known() -> None:
    options = tuple(Option(id=f"o{number}", label="가나다라마바사아"[number], to="x") for number in range(8))
    step = Step(question="무엇?", label="무엇", options=options)
    said = ["1번", "두 번째", "3", "네 번째요", "5번이요", "여섯 번째 거", "7번째", "8번"]
    assert [answer_in(step, text, TODAY) for text in said] == [option.id for option in options]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("3", "3"),
        ("3권", "3"),
        ("세 권", "3"),
        ("세권이요", "3"),
        ("다섯 권 주세요", "5"),
        ("열 권", "10"),
        ("셋", "3"),
        ("하나요", "1"),
        ("11", None),
        ("열두 권", None),
        ("0", None),
        ("세 명", None),
        ("3권 얼마예요", None),
        ("많이", None),
    ],
)
def test_a_number_is_read_in_digits_and_in_words(scenario: Scenario, said: str, answer: str | None) -> None:
    assert answer_in(scenario.steps["copies"], said, TODAY) == answer


def test_a_day_is_read_as_people_write_it(scenario: Scenario) -> None:
    assert answer_in(scenario.steps["lost-on"], "어제요", TODAY) == "2026-03-09"
    assert answer_in(scenario.steps["lost-on"], "내일", TODAY) is None


def test_a_day_or_number_out_of_bounds_is_told_from_no_answer_at_all(
    scenario: Scenario, catalog: Catalog
) -> None:
    day, number, options = (scenario.steps[name] for name in ("lost-on", "copies", "why"))
    words = catalog.wording.scenario
    assert misses_bounds(day, "2020년 1월 1일", TODAY)
    assert not misses_bounds(day, "모르겠어요", TODAY)
    assert bounds_text(day, TODAY, words) == "2023년 3월 10일부터 2026년 3월 10일까지의 날짜를 적어 주세요."
    assert misses_bounds(number, "12권", TODAY)
    assert bounds_text(number, TODAY, words) == "1부터 10까지의 수로 적어 주세요."
    assert not misses_bounds(options, "9번", TODAY)
    assert bounds_text(options, TODAY, words) == words.bad_choice


def test_the_bounds_of_a_leap_day_are_days_that_exist(scenario: Scenario, catalog: Catalog) -> None:
    assert run(scenario, ["lost", "2021-02-28"], date(2024, 2, 29), catalog).end_id == "lost"


@given(st.integers(0, 40), st.sampled_from(["{}", "{}권", "{} 권이요"]))
def test_every_number_within_the_bounds_is_taken_and_no_other(number: int, form: str) -> None:
    step = Step(question="몇?", label="수", number=NumberQuestion(least=2, most=30, unit="권", to="x"))
    expected = str(number) if 2 <= number <= 30 else None
    assert answer_in(step, form.format(number), TODAY) == expected


@given(st.text(max_size=30))
def test_what_is_read_as_an_answer_always_fits(catalog: Catalog, said: str) -> None:
    scenario = catalog.scenarios["passport-steps"]
    for before in ((), ("first",), ("first", "2"), ("lost",)):
        step = run(scenario, before, TODAY, catalog).step
        answer = answer_in(step, said, TODAY) if step else None
        if answer is not None:
            assert run(scenario, (*before, answer), TODAY, catalog).answers == (*before, answer)
