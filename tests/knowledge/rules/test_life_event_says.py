from pathlib import Path

import pytest

from tests.editing import problems_of, replace_in

EVENT = "life_events/moving.yaml"


@pytest.mark.parametrize(
    ("said", "place", "entry"),
    [
        ("예전 봉투는 석 달 동안 쓸 수 있어요.", "13:13", "waste-bag"),
        ("동네 편의점과 마트에서 살 수 있어요.", "15:11", "waste-bag"),
        ("내놓기 하루 전까지 신청하세요.", "18:11", "waste-bulky"),
        ("처음 만들 때는", "28:14", "passport-new"),
        ("시청 1층 민원실 여권 창구", "30:9", "passport-lost"),
    ],
)
def test_words_that_the_entry_does_not_hold_are_an_error(
    knowledge_folder: Path, said: str, place: str, entry: str
) -> None:
    replace_in(knowledge_folder / EVENT, said, "한 달 안에 하세요.")
    assert problems_of(knowledge_folder) == [
        (
            f'knowledge/{EVENT}:{place}: error: "한 달 안에 하세요."이(가) "{entry}" 항목에 없습니다; '
            "항목의 글을 글자 그대로 옮겨 쓰세요 [life-event-says]"
        )
    ]


def test_marks_of_emphasis_do_not_count(knowledge_folder: Path) -> None:
    # The entry says "**동네 편의점과 마트**에서".
    replace_in(
        knowledge_folder / EVENT,
        "    deadline:\n      entry: waste-bag",
        "    says: 동네 편의점과 마트에서 살 수 있어요.\n    deadline:\n      entry: waste-bag",
    )
    assert problems_of(knowledge_folder) == []


def test_a_word_by_which_lines_are_chosen_must_stand_in_one_of_them(knowledge_folder: Path) -> None:
    bulky = "    entry: waste-bulky\n"
    replace_in(knowledge_folder / EVENT, bulky, f"{bulky}    about: 누리집\n")
    assert problems_of(knowledge_folder) == []
    replace_in(knowledge_folder / EVENT, "about: 누리집", "about: 방문")
    assert problems_of(knowledge_folder) == [
        (
            f'knowledge/{EVENT}:18:12: error: "방문"이(가) 든 준비물과 신청 방법이 없습니다; '
            "항목에 있는 말로 고치거나 이 칸을 지우세요 [life-event-says]"
        )
    ]
