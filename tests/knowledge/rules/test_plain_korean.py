from pathlib import Path

import pytest

from chatbot.knowledge.city import PlainWords
from chatbot.knowledge.source import read_source
from chatbot.knowledge.validation import validate
from tests.editing import problems_of, replace_in

ENTRY = "entries/passport/passport-lost.yaml"
PLACE = f"knowledge/{ENTRY}:32:11: warning:"
LINE = "외국에서는 가까운 재외공관에 신고해요."


def with_line(folder: Path, line: str) -> list[str]:
    """Put a sentence in place of a detail; return the problems."""
    replace_in(folder / ENTRY, LINE, f'"{line}"')
    return problems_of(folder)


@pytest.mark.parametrize(
    "line",
    [
        "가" * 90,
        f"{'가' * 80}. {'나' * 80}.",
        f"**{'가' * 45}**{'나' * 45}",
        "본인이 아니면 받을 수 없어요.",
        "외교부에서 알려 줘요.",
        "10년 이상이 지나면 상이등급을 다시 확인해요.",
        "구비(준비)한 서류를 내세요.",
        "그러니까 일찍 오세요.",
    ],
)
def test_short_sentences_in_plain_words_pass(knowledge_folder: Path, line: str) -> None:
    assert with_line(knowledge_folder, line) == []


def test_a_sentence_of_more_than_90_letters_is_a_warning(knowledge_folder: Path) -> None:
    assert with_line(knowledge_folder, f"오세요. {'가' * 91}") == [
        f"{PLACE} 한 문장이 91자입니다; 90자까지로 줄이거나 둘로 나누세요 [plain-korean]"
    ]


@pytest.mark.parametrize(
    ("line", "word", "suggestion"),
    [
        ("신분증을 지참하세요.", "지참", "가지고 오기"),
        ("구비서류를 내세요.", "구비서류", "준비할 서류"),
        ("사실과 상이한 때가 있어요.", "상이", "다름"),
        ("**익일**에 나와요.", "익일", "다음 날"),
    ],
)
def test_a_hard_word_is_a_warning_that_says_the_plain_one(
    knowledge_folder: Path, line: str, word: str, suggestion: str
) -> None:
    assert with_line(knowledge_folder, line) == [
        f'{PLACE} 어려운 말 "{word}"이(가) 있습니다; "{suggestion}"처럼 쉬운 말로 쓰세요 [plain-korean]'
    ]


@pytest.mark.parametrize("line", ["창구에서 받습니다.", "창구로 오십시오.", "언제 합니까?"])
def test_a_formal_ending_is_a_warning(knowledge_folder: Path, line: str) -> None:
    assert with_line(knowledge_folder, line) == [
        f'{PLACE} "{line}"이(가) 합니다체입니다; "-어요", "-세요"로 끝내세요 [plain-korean]'
    ]


def test_an_exclamation_mark_is_a_warning(knowledge_folder: Path) -> None:
    assert with_line(knowledge_folder, "꼭 오세요!") == [
        f"{PLACE} 느낌표가 있습니다; 마침표로 바꾸세요 [plain-korean]"
    ]


def test_the_words_of_citizens_and_the_note_for_staff_are_left_alone(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / ENTRY, "  - 여권이 없어졌어요\n", "  - 여권을 지참 못 했습니다!\n")
    replace_in(
        knowledge_folder / ENTRY,
        "confidence: high",
        "confidence: high\nstaff_note: 지참 여부를 확인합니다!",
    )
    assert problems_of(knowledge_folder) == []


@pytest.mark.parametrize(
    ("old", "place"),
    [
        ("title: 여권 분실 신고\n", "3:8"),
        ("  - 신분증\n", "22:5"),
        ("    text: 정부24에서 신고해요.\n", "27:11"),
    ],
)
def test_every_part_that_citizens_read_is_looked_at(knowledge_folder: Path, old: str, place: str) -> None:
    replace_in(knowledge_folder / ENTRY, old, f"{old.rstrip()} 지참\n")
    (problem,) = problems_of(knowledge_folder)
    assert problem.startswith(f'knowledge/{ENTRY}:{place}: warning: 어려운 말 "지참"')


def test_the_citys_list_is_long_and_never_mends_one_hard_word_with_another() -> None:
    path = Path(__file__).parents[3] / "knowledge/plain_words.yaml"
    source, _ = read_source(path, shown_as=path.name)
    assert source is not None
    words, problems = validate(source, PlainWords)
    assert problems == []
    assert words is not None
    assert len(words.root) >= 80
    mends = {mend for suggestion in words.root.values() for mend in suggestion.split()}
    assert not mends & words.root.keys()


def test_what_a_life_event_says_itself_is_read_as_well(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "life_events/moving.yaml", "title: 큰 짐 버리기", "title: 큰 짐을 버립니다")
    (problem,) = problems_of(knowledge_folder)
    assert problem.startswith("knowledge/life_events/moving.yaml:16:12: warning: ")
    assert "합니다체입니다" in problem
