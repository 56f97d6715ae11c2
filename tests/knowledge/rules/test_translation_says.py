from pathlib import Path

from tests.editing import problems_of, replace_in

INTERFACE = "knowledge/languages/en/interface.yaml"
SAID = "**Apply on the website or by phone**"


def test_marks_of_emphasis_do_not_count(spoken_folder: Path) -> None:
    replace_in(Path(INTERFACE), SAID, "website or by phone, attach")
    assert problems_of(spoken_folder) == []


def test_words_that_the_translation_does_not_hold_are_an_error(spoken_folder: Path) -> None:
    replace_in(Path(INTERFACE), SAID, "Apply by letter")
    [problem] = problems_of(spoken_folder)
    assert problem.endswith(
        ': error: "Apply by letter"이(가) 옮긴 항목 "waste-bulky"에 없습니다; '
        "옮긴 항목의 글을 글자 그대로 쓰세요 [translation-says]"
    )


def test_an_entry_that_is_not_translated_cannot_be_quoted(spoken_folder: Path) -> None:
    replace_in(Path(INTERFACE), "entry: waste-bulky", "entry: passport-lost")
    [problem] = problems_of(spoken_folder)
    assert problem.endswith(
        ': error: "passport-lost"을(를) 옮긴 글이 없습니다; '
        "이 언어로 옮긴 항목의 id를 쓰세요 [translation-says]"
    )
