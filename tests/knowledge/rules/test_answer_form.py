from pathlib import Path

from tests.editing import problems_of, replace_in

ENTRY = "entries/waste/waste-old.yaml"
ANSWER = "answer: 행정복지센터에서 **폐건전지 20개를 새 건전지 2개**로 바꿔 드려요."


def answered(folder: Path, *lines: str) -> list[str]:
    """Give the answer these lines; return the problems."""
    replace_in(folder / ENTRY, ANSWER, "\n  ".join(["answer: |-", *lines]))
    return problems_of(folder)


def test_three_lines_with_emphasis_pass(knowledge_folder: Path) -> None:
    assert answered(knowledge_folder, "**하나**예요.", "둘이에요.", "셋이에요.") == []


def test_a_fourth_line_is_an_error_that_says_where_it_belongs(knowledge_folder: Path) -> None:
    assert answered(knowledge_folder, "하나.", "둘.", "셋.", "넷.") == [
        (
            f"knowledge/{ENTRY}:18:9: error: 답변이 4줄입니다; "
            "3줄까지만 남기고 나머지는 details로 옮기세요 [answer-form]"
        )
    ]


def test_emphasis_that_is_left_open_is_an_error_that_shows_the_sentence(knowledge_folder: Path) -> None:
    assert answered(knowledge_folder, "먼저 **신고하세요.") == [
        (
            f'knowledge/{ENTRY}:18:9: error: 별표(**)의 짝이 맞지 않습니다: "먼저 **신고하세요."; '
            "강조할 말의 앞뒤에 모두 쓰세요 [answer-form]"
        )
    ]


def test_emphasis_that_runs_over_two_lines_is_an_error_in_both(knowledge_folder: Path) -> None:
    assert len(answered(knowledge_folder, "먼저 **신고하세요.", "그다음** 오세요.")) == 2
