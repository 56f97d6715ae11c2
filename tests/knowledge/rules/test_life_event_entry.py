from pathlib import Path

from tests.editing import problems_of, replace_in

EVENT = "life_events/moving.yaml"


def test_a_step_of_an_entry_that_is_almost_right_is_an_error_that_names_the_right_one(
    knowledge_folder: Path,
) -> None:
    replace_in(knowledge_folder / EVENT, "    entry: waste-bulky\n", "    entry: waste-bulk\n")
    assert problems_of(knowledge_folder) == [
        (
            f'knowledge/{EVENT}:17:12: error: 생활 안내가 가리키는 "waste-bulk" 항목이 없습니다; '
            '"waste-bulky"이(가) 맞는지 확인하세요 [life-event-entry]'
        )
    ]


def test_an_unknown_entry_is_told_wherever_it_is_named(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / EVENT, "date:\n", "entries: [zzz]\ndate:\n")
    replace_in(knowledge_folder / EVENT, "        entry: passport-lost\n", "        entry: zzz\n")
    message = '생활 안내가 가리키는 "zzz" 항목이 없습니다; 있는 항목의 id로 고치세요 [life-event-entry]'
    assert problems_of(knowledge_folder) == [
        f"knowledge/{EVENT}:5:11: error: {message}",
        f"knowledge/{EVENT}:31:9: error: {message}",
    ]


def test_an_entry_whose_file_is_broken_is_not_called_missing(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "entries/waste/waste-bag.yaml", "amount: 600", "amount: 육백")
    assert all("life-event" not in problem for problem in problems_of(knowledge_folder))
