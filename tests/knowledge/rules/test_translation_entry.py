from pathlib import Path

from tests.editing import problems_of, replace_in


def test_translations_of_what_there_is_pass(spoken_folder: Path) -> None:
    assert problems_of(spoken_folder) == []


def test_a_translation_of_no_entry_is_an_error_that_names_the_nearest(spoken_folder: Path) -> None:
    folder = spoken_folder / "languages/en/entries"
    replace_in(folder / "waste-bulky.yaml", "id: waste-bulky", "id: waste-bulk")
    (folder / "waste-bulky.yaml").rename(folder / "waste-bulk.yaml")
    interface = spoken_folder / "languages/en/interface.yaml"
    replace_in(interface, "popular: [waste-bulky]", "popular: [passport-fee]")
    replace_in(interface, "entry: waste-bulky", "entry: passport-fee")
    replace_in(interface, '"**Apply on the website or by phone**"', "You can also pay by card.")
    assert problems_of(spoken_folder) == [
        (
            'knowledge/languages/en/entries/waste-bulk.yaml:1:5: error: 옮길 글 "waste-bulk"이(가) 없습니다; '
            '"waste-bulky"이(가) 맞는지 확인하세요 [translation-entry]'
        )
    ]


def test_an_agency_and_a_popular_question_must_exist_as_well(spoken_folder: Path) -> None:
    replace_in(spoken_folder / "languages/en/agencies.yaml", "id: agency-immigration", "id: agency-moon")
    interface = spoken_folder / "languages/en/interface.yaml"
    replace_in(interface, "popular: [waste-bulky]", "popular: [waste-bag]")
    assert problems_of(spoken_folder) == [
        (
            'knowledge/languages/en/agencies.yaml:1:7: error: 옮길 글 "agency-moon"이(가) 없습니다; '
            '"agency-immigration"이(가) 맞는지 확인하세요 [translation-entry]'
        ),
        (
            'knowledge/languages/en/interface.yaml:21:11: error: 옮길 글 "waste-bag"이(가) 없습니다; '
            '"waste-bulky"이(가) 맞는지 확인하세요 [translation-entry]'
        ),
    ]
