from pathlib import Path

from tests.editing import problems_of, replace_in
from tests.knowledge.rules.scenario import at, told


def test_entries_that_exist_pass(knowledge_folder: Path) -> None:
    assert problems_of(knowledge_folder) == []


def test_an_entry_beside_which_it_is_offered_must_exist(knowledge_folder: Path) -> None:
    assert told(knowledge_folder, "  - passport-fee\nstart", "  - passport-fees\nstart") == [
        at(9, 5, '"passport-fees" 항목이 없습니다; "passport-fee"이(가) 맞는지 확인하세요 [scenario-entry]')
    ]


def test_an_entry_at_an_end_must_exist(knowledge_folder: Path) -> None:
    problems = told(knowledge_folder, "      - entry: passport-lost\n", "      - entry: zzz\n")
    assert problems == [
        at(73, 16, '"zzz" 항목이 없습니다; 있는 항목의 id로 고치거나 지우세요 [scenario-entry]')
    ]


def test_a_part_that_the_entry_does_not_have_is_an_error(knowledge_folder: Path) -> None:
    problems = told(knowledge_folder, "[documents, how]", "[documents, fees]")
    assert problems == [
        at(
            74,
            29,
            '"passport-lost" 항목의 fees 칸이 비어 있습니다; '
            "내용이 있는 칸을 쓰거나 지우세요 [scenario-entry]",
        )
    ]


def test_an_entry_whose_file_is_broken_is_not_called_missing(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "entries/passport/passport-lost.yaml", "confidence: high", "confidence: ?")
    assert all("[scenario-entry]" not in problem for problem in problems_of(knowledge_folder))
