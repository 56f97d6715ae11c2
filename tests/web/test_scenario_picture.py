from itertools import combinations

import pytest

from chatbot.knowledge.catalog import Catalog
from web.scenario_picture import Branch, Picture, draw, outline


@pytest.fixture
def picture(catalog: Catalog) -> Picture:
    return draw(catalog.scenarios["passport-steps"], catalog.wording.scenario)


def test_every_step_and_end_has_a_box(picture: Picture) -> None:
    assert {box.name for box in picture.boxes if not box.is_end} == {"why", "copies", "pages", "lost-on"}
    assert {box.name for box in picture.boxes if box.is_end} == {"thick", "other", "lost"}


def test_no_box_covers_another_or_stands_outside(picture: Picture) -> None:
    for one, other in combinations(picture.boxes, 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        below = one.y + one.height <= other.y or other.y + other.height <= one.y
        assert beside or below, (one.name, other.name)
    for box in picture.boxes:
        assert 0 <= box.x <= picture.width - box.width
        assert 0 <= box.y <= picture.height - box.height


def test_every_answer_has_its_line_and_answers_to_one_place_share_it(picture: Picture) -> None:
    labels = sorted(arrow.label for arrow in picture.arrows)
    assert labels == sorted(
        ["처음이에요", "잃어버렸어요", "안 잃어버렸어요", "1권~10권", "58면", "26면", "잃어버린 날"]
    )


def test_lines_lead_to_the_right(picture: Picture) -> None:
    for arrow in picture.arrows:
        start, end = arrow.path.split()[0], arrow.path.split()[-2]
        assert int(start.removeprefix("M")) < int(end)


def test_the_words_of_a_box_are_broken_into_lines_that_fit(catalog: Catalog) -> None:
    scenario = catalog.scenarios["passport-steps"]
    step = scenario.steps["why"].model_copy(
        update={"question": "이번에 여권을 새로 만드시는 까닭이 무엇인가요?"}
    )
    longer = scenario.model_copy(update={"steps": {**scenario.steps, "why": step}})
    (box,) = [box for box in draw(longer, catalog.wording.scenario).boxes if box.name == "why"]
    assert box.lines == ("이번에 여권을 새로", "만드시는 까닭이", "무엇인가요?")
    assert all(box.y < y < box.y + box.height for y, _ in box.baselines)


def test_the_outline_tells_each_step_once_and_names_it_again_elsewhere(catalog: Catalog) -> None:
    scenario = catalog.scenarios["passport-steps"]
    option = scenario.steps["why"].options[2].model_copy(update={"to": "pages"})
    why = scenario.steps["why"].model_copy(update={"options": (*scenario.steps["why"].options[:2], option)})
    joined = scenario.model_copy(update={"steps": {**scenario.steps, "why": why}})

    def all_of(branch: Branch) -> list[Branch]:
        return [branch, *(below for _, way in branch.ways for below in all_of(way))]

    pages = [branch for branch in all_of(outline(joined, catalog.wording.scenario)) if branch.name == "pages"]
    assert [(branch.is_known, len(branch.ways)) for branch in pages] == [(False, 2), (True, 0)]
