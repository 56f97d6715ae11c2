import re
from dataclasses import replace

from hypothesis import given

from chatbot.forms.script import ENOUGH_SYLLABLES, MOST_SYLLABLES, script, syllables
from chatbot.forms.sections import Sections, holds_fact
from chatbot.text.speech import speak
from tests.forms.made_up import made_up_sections

_LONG = "창구가 붐비니 서류를 미리 챙겨서 아침 일찍 오시는 편이 훨씬 좋아요."


def test_numbers_are_spelled_as_they_are_spoken(fee: Sections) -> None:
    assert script(fee).text.startswith("십 년 여권은 오십팔 면 오만 이천 원, 이십육 면 사만 구천 원이에요.")


def test_syllables_and_seconds_are_told(fee: Sections) -> None:
    found = script(fee)
    assert found.syllables == len(re.findall("[가-힣]", found.text))
    assert script(replace(fee, lead=["가" * 104 + "요."])).seconds == 15


def test_a_long_answer_loses_sentences_without_figures_from_its_end(fee: Sections) -> None:
    lead = ["10년이에요.", " ".join([_LONG] * 4), f"{_LONG} 꼭", "수수료는 무료예요.", f"{_LONG} 네"]
    long = replace(fee, lead=lead)
    found = script(long)
    assert found.left_out == [lead[1], lead[2], lead[4]]
    assert speak("수수료는 무료예요.") in found.text


def test_an_answer_of_nothing_but_figures_is_said_in_full(fee: Sections) -> None:
    lead = [f"{number}년 {_LONG}" for number in (1, 2, 3, 4)]
    found = script(replace(fee, lead=lead))
    assert found.left_out == []
    assert found.syllables > MOST_SYLLABLES


def test_a_short_answer_is_joined_by_whole_sentences_while_they_fit(fee: Sections) -> None:
    short = replace(fee, lead=["네."], deadline=["5일 걸려요.", "이 줄은 문장이 아님"], details=[_LONG] * 9)
    found = script(short)
    assert found.text == f"네. {speak('5일 걸려요.')} {speak(_LONG)}"


def test_every_entry_of_the_city_is_said_in_about_a_quarter_of_a_minute(all_sections: list[Sections]) -> None:
    found = [script(sections) for sections in all_sections]
    longer = [one for one in found if one.syllables > MOST_SYLLABLES]
    # Where every sentence holds a figure nothing may be left out.
    assert all(one.left_out == [] for one in longer)
    assert max(one.seconds for one in found) <= 18
    fitting = sum(ENOUGH_SYLLABLES <= one.syllables <= MOST_SYLLABLES for one in found)
    assert fitting / len(found) >= 0.9


@given(made_up_sections())
def test_a_figure_is_never_left_out(sections: Sections) -> None:
    found = script(sections)
    assert not any(holds_fact(sentence) for sentence in found.left_out)
    assert not re.search(r"\d", found.text)
    assert speak(sections.lead[0]) in found.text
    longest = [said for said in sections.lead if holds_fact(said)]
    assert found.syllables <= max(MOST_SYLLABLES, syllables([sections.lead[0], *longest]))
