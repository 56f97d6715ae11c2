from pathlib import Path

import pytest

from tests.editing import problems_of, replace_in

BAG, BULKY, OLD = (f"entries/waste/waste-{name}.yaml" for name in ("bag", "bulky", "old"))


def related(folder: Path, path: str, *ids: str) -> None:
    """Let an entry of the fixture folder lead to these and no others."""
    file = folder / path
    text = file.read_text(encoding="utf-8").split("related:")[0]
    file.write_text(f"{text}related: [{', '.join(ids)}]\n", encoding="utf-8")


def test_entries_that_point_at_each_other_pass(knowledge_folder: Path) -> None:
    related(knowledge_folder, BULKY, "waste-bag", "waste-old")
    related(knowledge_folder, BAG, "waste-bulky", "waste-old")
    assert problems_of(knowledge_folder) == []


def test_an_entry_that_does_not_point_back_within_the_circle_is_a_warning_where_it_is_named(
    knowledge_folder: Path,
) -> None:
    related(knowledge_folder, BULKY, "waste-old", "waste-bag")
    related(knowledge_folder, BAG, "waste-old")
    assert problems_of(knowledge_folder) == [
        (
            f"knowledge/{BULKY}:43:22: warning: waste-bag(knowledge/{BAG})의 "
            'related에는 "waste-bulky"이(가) 없습니다; '
            "그쪽에 더하거나 여기에서 지우세요 [one-way-related]"
        )
    ]


def test_an_entry_that_leads_out_of_the_circle_need_not_be_pointed_back_at(knowledge_folder: Path) -> None:
    related(knowledge_folder, BULKY, "waste-bag", "passport-new")
    related(knowledge_folder, BAG, "waste-old")
    assert problems_of(knowledge_folder) == []


@pytest.mark.parametrize("others", ["passport-new, passport-fee, passport-lost"])
def test_an_entry_that_has_no_room_passes(knowledge_folder: Path, others: str) -> None:
    related(knowledge_folder, BULKY, "waste-bag", "waste-old")
    related(knowledge_folder, BAG, "waste-old", others)
    assert problems_of(knowledge_folder) == []


def test_an_entry_of_another_topic_passes(knowledge_folder: Path) -> None:
    related(knowledge_folder, BULKY, "passport-new", "waste-old")
    replace_in(
        knowledge_folder / "entries/passport/passport-new.yaml",
        "  - passport-fee\n",
        "  - passport-fee\n  - waste-old\n",
    )
    assert problems_of(knowledge_folder) == []


def test_an_unknown_entry_is_left_to_its_own_rule(knowledge_folder: Path) -> None:
    related(knowledge_folder, BULKY, "zzz")
    (problem,) = problems_of(knowledge_folder)
    assert problem.endswith("[unknown-related]")
