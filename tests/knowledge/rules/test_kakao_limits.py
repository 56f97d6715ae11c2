from pathlib import Path

from tests.editing import problems_of, replace_in

ENTRY = "entries/waste/waste-old.yaml"
ANSWER = "answer: 행정복지센터에서 **폐건전지 20개를 새 건전지 2개**로 바꿔 드려요."
# The title of the entry has ten characters.
SHORT_SENTENCES = " ".join(["가나다라마바사아."] * 39)


def told(folder: Path) -> list[str]:
    return [problem for problem in problems_of(folder) if "[kakao-limits]" in problem]


def test_400_characters_with_the_title_pass_without_counting_the_stars(knowledge_folder: Path) -> None:
    assert len(SHORT_SENTENCES) == 389
    replace_in(knowledge_folder / ENTRY, ANSWER, f'answer: "**가**{SHORT_SENTENCES}"')
    assert told(knowledge_folder) == []


def test_more_is_a_warning(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / ENTRY, ANSWER, f"answer: 가나{SHORT_SENTENCES}")
    assert told(knowledge_folder) == [
        (
            f"knowledge/{ENTRY}:18:9: warning: "
            "제목과 답변을 더하면 401자라 카카오톡 카드에 들어가지 않습니다; "
            "400자까지만 남기고 나머지는 details로 옮기세요 [kakao-limits]"
        )
    ]


def test_five_related_entries_pass_and_a_sixth_is_a_warning(knowledge_folder: Path) -> None:
    others = ["passport-fee", "passport-lost", "passport-new", "waste-bag", "waste-bulky"]
    text = "related:\n" + "".join(f"  - {other}\n" for other in others)
    with (knowledge_folder / ENTRY).open("a", encoding="utf-8") as file:
        file.write(text)
    assert told(knowledge_folder) == []
    with (knowledge_folder / ENTRY).open("a", encoding="utf-8") as file:
        file.write("  - waste-old\n")
    assert told(knowledge_folder) == [
        (
            f"knowledge/{ENTRY}:37:5: warning: 이어지는 질문이 6개라 카카오톡 목록에 들어가지 않습니다; "
            "5개까지만 남기세요 [kakao-limits]"
        )
    ]
