from pathlib import Path

from tests.editing import problems_of, replace_in


def without(folder: Path, text: str) -> list[str]:
    replace_in(folder / "languages/en/interface.yaml", text, "")
    return problems_of(folder)


_PASSPORTS = "  passport:\n    name: Passports\n    summary: Fees, lost passports\n"


def test_names_that_nothing_translated_needs_may_be_missing(spoken_folder: Path) -> None:
    (spoken_folder / "languages/en/entries/passport-fee.yaml").unlink()
    (spoken_folder / "languages/en/untranslated.yaml").unlink()
    assert without(spoken_folder, _PASSPORTS) == []


def test_the_topic_of_a_korean_answer_needs_a_name_and_its_department_none(spoken_folder: Path) -> None:
    (spoken_folder / "languages/en/entries/passport-fee.yaml").unlink()
    team = "  passport:\n    name: Passport Team (여권팀)\n"
    text = f"{team}    hours_text: Weekdays 09:00 to 18:00, closed 12:00 to 13:00\n"
    assert without(spoken_folder, text) == []
    [problem] = without(spoken_folder, _PASSPORTS)
    assert 'topics에 "passport"의 이름이 없습니다' in problem


def test_a_topic_without_a_name_is_an_error(spoken_folder: Path) -> None:
    text = "  waste:\n    name: Waste\n    summary: Bulky waste, trash bags\n"
    assert without(spoken_folder, text) == [
        (
            'knowledge/languages/en/interface.yaml:5:1: error: topics에 "waste"의 이름이 없습니다; '
            '"waste"을(를) topics에 이 언어로 쓰세요 [translation-names]'
        )
    ]


def test_a_department_and_the_call_centre_need_names(spoken_folder: Path) -> None:
    text = (
        "  callcenter:\n    name: Hanbit Call Center (한빛콜센터)\n    hours_text: Weekdays 08:30 to 18:30\n"
    )
    assert without(spoken_folder, text) == [
        (
            'knowledge/languages/en/interface.yaml:12:1: error: departments에 "callcenter"의 이름이 없습니다'
            '; "callcenter"을(를) departments에 이 언어로 쓰세요 [translation-names]'
        )
    ]


def test_whoever_answers_the_number_of_a_translated_entry_needs_a_name(spoken_folder: Path) -> None:
    korean = spoken_folder / "entries/waste/waste-bulky.yaml"
    replace_in(korean, "department: waste\nphone: 031-000-1300", "department: waste\nphone: 031-000-1900")
    [problem] = problems_of(spoken_folder)
    assert 'departments에 "duty"의 이름이 없습니다' in problem
