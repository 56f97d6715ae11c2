from pathlib import Path

from tests.editing import problems_of, replace_in

FOLDER = "knowledge/entries/waste"


def test_a_file_named_by_its_id_in_the_folder_of_its_topic_passes(knowledge_folder: Path) -> None:
    assert problems_of(knowledge_folder) == []


def test_a_file_that_is_not_named_by_its_id_is_an_error(knowledge_folder: Path) -> None:
    (knowledge_folder / "entries/waste/waste-old.yaml").rename(
        knowledge_folder / "entries/waste/battery.yaml"
    )
    assert problems_of(knowledge_folder) == [
        (
            f'{FOLDER}/battery.yaml:1:5: error: id "waste-old"이(가) 파일 이름 "battery.yaml"과 다릅니다; '
            'id를 "battery"으로 쓰거나 파일 이름을 "waste-old.yaml"로 바꾸세요 [file-name]'
        )
    ]


def test_a_file_outside_the_folder_of_its_topic_is_an_error(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "entries/waste/waste-old.yaml", "topic: waste", "topic: passport")
    assert problems_of(knowledge_folder) == [
        (
            f'{FOLDER}/waste-old.yaml:2:8: error: topic "passport"이(가) 폴더 이름 "waste"과 다릅니다; '
            'topic을 "waste"으로 쓰거나 파일을 옮기세요 [file-name]'
        )
    ]


def test_a_life_event_whose_id_is_not_its_file_name_is_an_error(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "life_events/moving.yaml", "id: moving", "id: move")
    assert problems_of(knowledge_folder) == [
        (
            "knowledge/life_events/moving.yaml:1:5: error: "
            'id "move"이(가) 파일 이름 "moving.yaml"과 다릅니다; '
            'id를 "moving"으로 쓰거나 파일 이름을 "move.yaml"로 바꾸세요 [file-name]'
        )
    ]
