from pathlib import Path

from tests.editing import problems_of, replace_in

ENTRY = "entries/waste/waste-bulky.yaml"


def test_related_entries_that_exist_pass(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / ENTRY, "  - waste-bag\n", "  - waste-bag\n  - passport-new\n")
    assert problems_of(knowledge_folder) == []


def test_an_id_that_is_almost_right_is_an_error_that_names_the_right_one(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / ENTRY, "  - waste-bag\n", "  - waste-bags\n")
    assert problems_of(knowledge_folder) == [
        (
            f'knowledge/{ENTRY}:44:5: error: related의 "waste-bags" 항목이 없습니다; '
            '"waste-bag"이(가) 맞는지 확인하세요 [unknown-related]'
        )
    ]


def test_an_id_like_no_other_is_an_error(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / ENTRY, "  - waste-bag\n", "  - zzz\n")
    assert problems_of(knowledge_folder) == [
        (
            f'knowledge/{ENTRY}:44:5: error: related의 "zzz" 항목이 없습니다; '
            "있는 항목의 id로 고치거나 지우세요 [unknown-related]"
        )
    ]


def test_an_entry_that_is_related_to_itself_is_an_error(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / ENTRY, "  - waste-bag\n", "  - waste-bulky\n")
    (problem,) = problems_of(knowledge_folder)
    assert problem.startswith(f'knowledge/{ENTRY}:44:5: error: related의 "waste-bulky" 항목이 없습니다; ')


def test_a_popular_question_that_does_not_exist_is_a_warning(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "city.yaml", "  - waste-bulky\n", "  - waste-bulk\n")
    assert problems_of(knowledge_folder) == [
        (
            'knowledge/city.yaml:15:5: warning: popular의 "waste-bulk" 항목이 없습니다; '
            '"waste-bulky"이(가) 맞는지 확인하세요 [unknown-related]'
        )
    ]


def test_an_entry_whose_file_is_broken_is_not_called_missing(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "entries/waste/waste-bag.yaml", "amount: 600", "amount: 육백")
    assert all("unknown-related" not in problem for problem in problems_of(knowledge_folder))
