from pathlib import Path

from tests.editing import problems_of, replace_in


def test_a_korean_question_in_another_alphabet_may_be_the_same(spoken_folder: Path) -> None:
    korean = spoken_folder / "entries/waste/waste-bulky.yaml"
    replace_in(korean, "  - 대형폐기물 신청\n", "  - bulky waste\n")
    assert problems_of(spoken_folder) == []


def test_a_question_of_two_translations_is_an_error_that_names_the_other_place(spoken_folder: Path) -> None:
    folder = spoken_folder / "languages/en/entries"
    replace_in(folder / "waste-bulky.yaml", "  - large items\n", "  - Passport cost?\n")
    assert problems_of(spoken_folder) == [
        (
            'knowledge/languages/en/entries/waste-bulky.yaml:20:5: error: 질문 "Passport cost?"이(가) '
            "knowledge/languages/en/entries/passport-fee.yaml:7에도 있습니다; 둘 가운데 한 곳에만 두세요 "
            "[translation-question]"
        )
    ]


def test_a_question_for_a_korean_answer_counts_as_well(spoken_folder: Path) -> None:
    replace_in(spoken_folder / "languages/en/untranslated.yaml", "report a stolen passport", "Passport cost?")
    [problem] = problems_of(spoken_folder)
    assert problem.startswith(
        'knowledge/languages/en/untranslated.yaml:6:7: error: 질문 "Passport cost?"이(가) '
        "knowledge/languages/en/entries/passport-fee.yaml:7에도 있습니다"
    )


def test_a_question_of_an_agency_counts_as_well(spoken_folder: Path) -> None:
    replace_in(spoken_folder / "languages/en/agencies.yaml", "visa extension", "passport cost")
    [problem] = problems_of(spoken_folder)
    assert problem.startswith(
        'knowledge/languages/en/agencies.yaml:4:31: error: 질문 "passport cost"이(가) '
        "knowledge/languages/en/entries/passport-fee.yaml:7에도 있습니다"
    )
