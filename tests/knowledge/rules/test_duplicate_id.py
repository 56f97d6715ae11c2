from pathlib import Path

from chatbot.knowledge.reader import read_catalog
from tests.editing import replace_in


def told(folder: Path) -> list[str]:
    problems = read_catalog(folder).problems
    return [str(problem) for problem in problems if problem.rule == "duplicate-id"]


def test_ids_of_their_own_pass(knowledge_folder: Path) -> None:
    assert told(knowledge_folder) == []


def test_an_id_in_two_files_is_an_error_in_the_second_that_names_the_first(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "entries/waste/waste-old.yaml", "id: waste-old", "id: waste-bag")
    assert told(knowledge_folder) == [
        (
            'knowledge/entries/waste/waste-old.yaml:1:5: error: id "waste-bag"을(를) '
            "knowledge/entries/waste/waste-bag.yaml에서도 씁니다; "
            "둘 가운데 하나의 id와 파일 이름을 바꾸세요 [duplicate-id]"
        )
    ]


def test_a_copy_of_a_file_in_another_folder_is_an_error(knowledge_folder: Path) -> None:
    original = knowledge_folder / "entries/waste/waste-bag.yaml"
    copy = knowledge_folder / "entries/passport/waste-bag.yaml"
    copy.write_bytes(original.read_bytes())
    assert [problem.split(": ")[0] for problem in told(knowledge_folder)] == [
        "knowledge/entries/waste/waste-bag.yaml:1:5"
    ]
