"""Walks a guided scenario: from the answers that were given to the step or the end where they lead.

Nothing is remembered here. Whoever asks keeps the list of answers, so that going back, changing an answer
and opening the same address again are all the same thing: a shorter or another list.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chatbot.dialogue.spoken_date import day_in
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.scenario import DateQuestion, End, Latest, NumberQuestion, Option, Scenario, Step
from chatbot.knowledge.scenario_graph import longest_way
from chatbot.knowledge.wording import ScenarioWords
from chatbot.text.normalization import clean, comparison_key
from chatbot.text.numbers import hangul_numbers_to_digits
from chatbot.text.talk import picked_place

MOST_ANSWERS = 20
"""More answers than any scenario asks for; a longer list is refused unread."""

_POLITE = r"(?:이?요|주세요|이에요|예요|입니다|에서요|으?로요|이라고요|만요?|에요)?"
_PLACE = re.compile(rf"(?:(?P<digit>[1-8])번?째?|(?P<word>네|다섯|여섯|일곱|여덟)번째)(?:거|것|꺼)?{_POLITE}")
_PLACES = {"네": 3, "다섯": 4, "여섯": 5, "일곱": 6, "여덟": 7}
_LONE_NUMBERS = {
    "하나": 1,
    "둘": 2,
    "셋": 3,
    "넷": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
    "열": 10,
}
# A counter that the reader of numbers knows; the step's own may be another ("세 권").
_KNOWN_COUNTER = "통"


class BadAnswerError(ValueError):
    """An answer that the step at its place does not have.

    Attributes:
        place: Which answer, counted from 0.
        step_id: The step that it was given to; None where the way had ended already.
    """

    def __init__(self, place: int, answer: str, step_id: str | None) -> None:
        """Name the answer and the step."""
        self.place = place
        self.step_id = step_id
        where = f'step "{step_id}" does not have it' if step_id else "the way has ended before it"
        super().__init__(f"answer {place + 1} is {answer!r}: {where}")


@dataclass(frozen=True)
class Given:
    """An answer that was given.

    Attributes:
        step_id: To which step.
        label: The short name of that step.
        answer: An option's id, an ISO date, or a whole number.
        text: The same as people read it.
        before: The answers before it: with these alone, the step is asked again.
    """

    step_id: str
    label: str
    answer: str
    text: str
    before: tuple[str, ...]


@dataclass(frozen=True)
class ScenarioState:
    """Where a scenario stands.

    Attributes:
        scenario: The scenario.
        answers: All answers so far.
        given: The same, one by one.
        step_id: The step that is asked now; None at an end.
        step: That step.
        end_id: The end that was reached; None before.
        end: That end.
        done: How many questions were asked, the present one included.
        total: How many there are at most on the way from here, those that were asked included.
    """

    scenario: Scenario
    answers: tuple[str, ...]
    given: tuple[Given, ...]
    step_id: str | None
    step: Step | None
    end_id: str | None
    end: End | None
    done: int
    total: int


def run(scenario: Scenario, answers: Sequence[str], today: date, catalog: Catalog) -> ScenarioState:
    """Return where the answers lead.

    Args:
        scenario: A scenario of a catalog, so that all its ways end.
        answers: From the first step on: option ids, ISO dates, whole numbers.
        today: The day in Asia/Seoul, which bounds the dates.
        catalog: For the words in which days and numbers are shown.

    Raises:
        BadAnswerError: An answer does not fit the step at its place.
    """
    name = scenario.start
    given: list[Given] = []
    for place, answer in enumerate(answers):
        step = scenario.steps.get(name)
        read = _follow(step, answer, today, catalog.wording.scenario) if step else None
        if step is None or read is None:
            raise BadAnswerError(place, answer, name if step else None)
        given.append(Given(name, step.label, answer, read[0], tuple(answers[:place])))
        name = read[1]
    ahead = longest_way(scenario, name)
    at_step = name in scenario.steps
    return ScenarioState(
        scenario=scenario,
        answers=tuple(answers),
        given=tuple(given),
        step_id=name if at_step else None,
        step=scenario.steps.get(name),
        end_id=None if at_step else name,
        end=scenario.ends.get(name),
        done=len(given) + at_step,
        total=len(given) + ahead,
    )


def answer_in(step: Step, utterance: str, today: date) -> str | None:
    """Return the answer that a citizen typed, or None where the message is none.

    Options are known by their label, their phrases and their place ("2번", "두 번째"), days and numbers in
    the ways in which people write them.
    """
    if step.date:
        earliest, latest = day_bounds(step.date, today)
        day = day_in(utterance, today, earliest, latest)
        return day.isoformat() if day else None
    if step.number:
        number = _number_in(utterance, step.number.unit)
        fits = number is not None and step.number.least <= number <= step.number.most
        return str(number) if fits else None
    option = _option_in(step.options, utterance)
    return option.id if option else None


def misses_bounds(step: Step, utterance: str, today: date) -> bool:
    """Tell whether a message that is no answer gives a day or a number, only not one that can be taken."""
    if step.date:
        return day_in(utterance, today, date.min, date.max) is not None
    return step.number is not None and _number_in(utterance, step.number.unit) is not None


def bounds_text(step: Step, today: date, words: ScenarioWords) -> str:
    """Return the sentence that tells which answers a step takes."""
    if step.date:
        earliest, latest = (day_text(day, words) for day in day_bounds(step.date, today))
        return words.bad_day.format(earliest=earliest, latest=latest)
    if step.number:
        number = step.number
        return words.bad_number.format(least=number.least, most=number.most, unit=number.unit)
    return words.bad_choice


def day_bounds(question: DateQuestion, today: date) -> tuple[date, date]:
    """Return the first and the last day that can be given."""
    latest = today if question.latest is Latest.TODAY else _years_from(today, 1)
    return _years_from(today, -question.earliest_years_ago), latest


def day_text(day: date, words: ScenarioWords) -> str:
    """Return a day as people read it."""
    return words.day.format(year=day.year, month=day.month, day=day.day)


def _follow(step: Step, answer: str, today: date, words: ScenarioWords) -> tuple[str, str] | None:
    """Return an answer as people read it and where it leads; None where the step does not have it."""
    if step.date:
        return _follow_day(step.date, answer, today, words)
    if step.number:
        return _follow_number(step.number, answer, words)
    return next(((option.label, option.to) for option in step.options if option.id == answer), None)


def _follow_day(
    question: DateQuestion, answer: str, today: date, words: ScenarioWords
) -> tuple[str, str] | None:
    try:
        day = date.fromisoformat(answer)
    except ValueError:
        return None
    earliest, latest = day_bounds(question, today)
    # One spelling a day: an address with another one would be another address for the same page.
    if not earliest <= day <= latest or day.isoformat() != answer:
        return None
    return day_text(day, words), question.to


def _follow_number(question: NumberQuestion, answer: str, words: ScenarioWords) -> tuple[str, str] | None:
    if not re.fullmatch(r"\d{1,3}", answer, re.ASCII) or str(int(answer)) != answer:
        return None
    if not question.least <= int(answer) <= question.most:
        return None
    return words.number.format(number=answer, unit=question.unit), question.to


def _option_in(options: Sequence[Option], utterance: str) -> Option | None:
    said = comparison_key(utterance)
    texts = {comparison_key(text): option for option in options for text in (option.label, *option.phrases)}
    if said in texts:
        return texts[said]
    polite = {key for key in texts if re.fullmatch(re.escape(key) + _POLITE, said)}
    if polite:
        # "안 했어요" rather than "안", should both be there.
        return texts[max(polite, key=len)]
    place = picked_place(utterance, len(options))
    if place is None and (match := _PLACE.fullmatch(said)):
        place = int(match["digit"]) - 1 if match["digit"] else _PLACES[match["word"]]
    return options[place] if place is not None and place < len(options) else None


def _number_in(utterance: str, unit: str) -> int | None:
    said = clean(utterance)
    spelled = hangul_numbers_to_digits(said.replace(unit, _KNOWN_COUNTER))
    key = comparison_key(spelled)
    if match := re.fullmatch(
        rf"(\d{{1,3}})(?:{_KNOWN_COUNTER}|{re.escape(comparison_key(unit))})?{_POLITE}", key
    ):
        return int(match[1])
    lone = re.sub(rf"{_POLITE}\Z", "", key)
    return _LONE_NUMBERS.get(lone)


def _years_from(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        # 29 February
        return day.replace(year=day.year + years, day=28)
