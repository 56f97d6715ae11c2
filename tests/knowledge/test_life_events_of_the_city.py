"""The life events that the city ships."""

from datetime import date
from pathlib import Path

import pytest

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.checklist import make_checklist
from chatbot.knowledge.life_event import LifeEvent
from chatbot.knowledge.reader import read_catalog

FOLDER = Path(__file__).parents[2] / "knowledge"
WRITTEN_ON = date(2026, 11, 23)
EVENTS = sorted(path.stem for path in (FOLDER / "life_events").glob("*.yaml"))


@pytest.fixture(scope="module")
def city() -> Catalog:
    result = read_catalog(FOLDER, WRITTEN_ON, with_advice=False)
    assert result.catalog is not None, "\n".join(map(str, result.errors))
    return result.catalog


def event_of(city: Catalog, name: str) -> LifeEvent:
    return city.life_events[name]


def test_there_are_the_eight_that_citizens_meet_most() -> None:
    assert EVENTS == [
        "birth",
        "buying-home",
        "death",
        "divorce",
        "lost-wallet",
        "marriage",
        "moving",
        "turning-17",
    ]


@pytest.mark.parametrize("name", EVENTS)
def test_every_step_rests_on_entries_that_are_served_and_within_their_review_date(
    city: Catalog, name: str
) -> None:
    for step in event_of(city, name).steps:
        for _, entry_id in step.entry_ids:
            entry = city.entries[entry_id]
            assert entry.holds_on(WRITTEN_ON)
            assert entry.review_by >= WRITTEN_ON
            assert entry.sources


@pytest.mark.parametrize("name", EVENTS)
def test_no_step_is_left_out_and_every_deadline_is_counted(city: Catalog, name: str) -> None:
    event = event_of(city, name)
    checklist = make_checklist(event, city, WRITTEN_ON, WRITTEN_ON)
    assert len(checklist.tasks) == len(event.steps)
    assert all((task.last_day is None) == (task.step.deadline is None) for task in checklist.tasks)


@pytest.mark.parametrize(
    ("name", "start", "title", "last"),
    [
        ("birth", date(2026, 3, 2), "출생신고", date(2026, 4, 1)),
        ("birth", date(2026, 10, 1), "출생신고", date(2026, 11, 2)),  # 31 October is a Saturday
        ("birth", date(2026, 3, 2), "부모급여", date(2026, 4, 30)),
        ("birth", date(2026, 3, 2), "첫만남이용권", date(2028, 3, 1)),
        ("moving", date(2026, 3, 10), "전입신고", date(2026, 3, 24)),
        ("death", date(2026, 3, 10), "상속받은 집의 취득세", date(2026, 9, 30)),
        ("death", date(2026, 3, 10), "상속 재산 조회", date(2027, 3, 31)),
        ("divorce", date(2026, 3, 10), "협의이혼 신고", date(2026, 6, 9)),
        ("buying-home", date(2026, 3, 10), "취득세 신고와 납부", date(2026, 5, 11)),  # the 9th is a Saturday
        ("turning-17", date(2026, 3, 10), "첫 주민등록증", date(2027, 3, 31)),
    ],
)
def test_last_days_are_those_that_the_entries_state(
    city: Catalog, name: str, start: date, title: str, last: date
) -> None:
    tasks = make_checklist(event_of(city, name), city, WRITTEN_ON, start).tasks
    (found,) = [task.last_day for task in tasks if task.step.title == title]
    assert found == last


def test_a_birth_can_be_done_in_one_visit(city: Catalog) -> None:
    checklist = make_checklist(event_of(city, "birth"), city, WRITTEN_ON)
    assert checklist.trips == 1
    assert [len(visit.tasks) for visit in checklist.visits] == [6]


def test_papers_of_another_matter_of_the_same_entry_are_left_out(city: Catalog) -> None:
    tasks = make_checklist(event_of(city, "birth"), city, WRITTEN_ON).tasks
    (care,) = [task for task in tasks if task.step.title == "경기도 산후조리비"]
    assert care.papers == ()
    assert all("산후조리비" in way.text for way in care.ways)
