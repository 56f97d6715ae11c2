from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.checklist import Checklist, make_checklist
from chatbot.knowledge.deadline import Deadline, last_day
from chatbot.knowledge.entry import Line
from chatbot.knowledge.life_event import LifeEvent, LifeStep
from tests.conftest import TODAY

MOVED = date(2026, 3, 2)


@pytest.fixture
def event(catalog: Catalog) -> LifeEvent:
    return catalog.life_events["moving"]


def titles(checklist: Checklist) -> list[str]:
    return [task.step.title for task in checklist.tasks]


def test_without_a_date_the_order_is_the_editors_and_nothing_is_due(
    catalog: Catalog, event: LifeEvent
) -> None:
    checklist = make_checklist(event, catalog, TODAY)
    assert titles(checklist) == ["예전 봉투 쓰기", "큰 짐 버리기", "여권 분실 신고", "여권 새로 만들기"]
    assert checklist.first_deadline is None
    assert {task.last_day for task in checklist.tasks} == {None}


def test_with_a_date_the_earliest_comes_first_and_what_has_no_deadline_follows_its_neighbour(
    catalog: Catalog, event: LifeEvent
) -> None:
    checklist = make_checklist(event, catalog, TODAY, MOVED)
    assert titles(checklist) == ["여권 분실 신고", "여권 새로 만들기", "예전 봉투 쓰기", "큰 짐 버리기"]
    assert [task.last_day for task in checklist.tasks] == [date(2026, 3, 16), None, date(2026, 6, 2), None]
    assert checklist.first_deadline == date(2026, 3, 16)


@given(
    st.lists(st.none() | st.integers(1, 400), min_size=1, max_size=8),
    st.dates(date(2000, 1, 1), date(2050, 1, 1)),
)
def test_last_days_never_fall_and_no_task_is_lost_or_doubled(
    catalog: Catalog, days: list[int | None], start: date
) -> None:
    steps = tuple(
        LifeStep(
            title=str(number),
            entry="waste-bag",
            deadline=Deadline(entry="waste-bag", says="석 달", days=length) if length else None,
        )
        for number, length in enumerate(days)
    )
    event = catalog.life_events["moving"].model_copy(update={"steps": steps, "visits": {}})
    checklist = make_checklist(event, catalog, TODAY, start)
    due = [task.last_day for task in checklist.tasks if task.last_day]
    assert due == sorted(due)
    assert sorted(titles(checklist)) == sorted(str(number) for number in range(len(days)))
    assert checklist.first_deadline == min(due, default=None)
    for task in checklist.tasks:
        rule = task.step.deadline
        assert task.last_day == (last_day(rule, start, catalog.holidays) if rule else None)


def test_a_visit_holds_the_papers_of_its_tasks_each_once(catalog: Catalog, event: LifeEvent) -> None:
    (visit,) = make_checklist(event, catalog, TODAY).visits
    assert visit.place == "시청 민원실"
    assert [task.step.title for task in visit.tasks] == ["여권 분실 신고", "여권 새로 만들기"]
    assert [paper.text for paper in visit.papers] == ["신분증", "여권용 사진 1장"]


def test_a_visit_of_a_single_task_is_none(catalog: Catalog, event: LifeEvent) -> None:
    shorter = event.model_copy(update={"steps": event.steps[:3]})
    assert make_checklist(shorter, catalog, TODAY).visits == ()


def test_trips_are_shared_visits_and_what_can_only_be_done_by_going_there(
    catalog: Catalog, event: LifeEvent
) -> None:
    # The hall, and the shop for bags; bulky waste is announced from home.
    assert make_checklist(event, catalog, TODAY).trips == 2
    assert make_checklist(event.model_copy(update={"steps": event.steps[1:2]}), catalog, TODAY).trips == 0


def test_quoted_places_stand_in_for_the_ways_of_the_entry(catalog: Catalog, event: LifeEvent) -> None:
    last = make_checklist(event, catalog, TODAY).tasks[-1]
    assert last.ways == ()
    assert [entry.id for entry in last.rests_on] == ["passport-new", "passport-lost"]


def test_only_papers_and_ways_that_speak_of_the_step_are_kept(catalog: Catalog, event: LifeEvent) -> None:
    narrow = event.steps[1].model_copy(update={"about": "누리집"})
    event = event.model_copy(update={"steps": (narrow,), "visits": {}})
    (task,) = make_checklist(event, catalog, TODAY).tasks
    assert [way.text for way in task.ways] == ["대형폐기물 누리집"]


def test_papers_may_come_from_another_entry_and_hold_on_their_days_alone(
    catalog: Catalog, event: LifeEvent
) -> None:
    paper = Line(text="확인서", effective_until=TODAY)
    other = catalog.entries["passport-lost"].model_copy(update={"documents": (paper,)})
    catalog = replace(catalog, entries={**catalog.entries, other.id: other})
    step = event.steps[1].model_copy(update={"papers": other.id})
    event = event.model_copy(update={"steps": (step,), "visits": {}})
    assert make_checklist(event, catalog, TODAY).tasks[0].papers == (paper,)
    assert make_checklist(event, catalog, TODAY + timedelta(days=1)).tasks[0].papers == ()


def test_a_step_is_left_out_when_any_entry_that_it_rests_on_is_over(
    catalog: Catalog, event: LifeEvent
) -> None:
    over = catalog.entries["passport-lost"].model_copy(update={"effective_until": TODAY})
    catalog = replace(catalog, entries={**catalog.entries, over.id: over})
    assert len(make_checklist(event, catalog, TODAY).tasks) == 4
    tomorrow = make_checklist(event, catalog, TODAY + timedelta(days=1))
    assert titles(tomorrow) == ["예전 봉투 쓰기", "큰 짐 버리기"]
