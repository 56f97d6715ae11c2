from pathlib import Path

from tests.editing import problems_of, replace_in


def test_a_listed_topic_passes(knowledge_folder: Path) -> None:
    assert problems_of(knowledge_folder) == []


def test_an_unlisted_topic_is_an_error_that_names_the_listed_ones(knowledge_folder: Path) -> None:
    (knowledge_folder / "entries/garbage").mkdir()
    moved = (knowledge_folder / "entries/waste/waste-old.yaml").rename(
        knowledge_folder / "entries/garbage/waste-old.yaml"
    )
    replace_in(moved, "topic: waste", "topic: garbage")
    assert problems_of(knowledge_folder) == [
        (
            "knowledge/entries/garbage/waste-old.yaml:2:8: error: "
            '분야 "garbage"이(가) city.yaml의 topics에 없습니다; '
            "passport, waste 가운데 하나로 쓰거나 city.yaml에 더하세요 [unknown-topic]"
        )
    ]


def test_without_a_readable_city_the_rule_stays_silent(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "city.yaml", "name: 한빛시\n", "")
    assert [problem.split(":")[0] for problem in problems_of(knowledge_folder)] == ["knowledge/city.yaml"]
