"""Ways through the scenarios of the city, made from their files: what a citizen would press or type."""

from dataclasses import dataclass
from datetime import date

from chatbot.knowledge.scenario import Scenario, Step


@dataclass(frozen=True)
class Said:
    """One answer on a way.

    Attributes:
        step: The step that is answered.
        answer: Option id, ISO date or whole number.
        typed: The same as a citizen types it.
        is_pressed: It stands on a button.
    """

    step: Step
    answer: str
    typed: str
    is_pressed: bool


def answers_to(step: Step, today: date) -> list[tuple[Said, str]]:
    """Return an answer for each way on from a step, and where it leads."""
    if step.date:
        day = today.replace(day=1)
        typed = f"{day.year}년 {day.month}월 {day.day}일"
        return [(Said(step, day.isoformat(), typed, False), step.date.to)]
    if step.number:
        number = step.number
        return [(Said(step, str(number.least), f"{number.least}{number.unit}", False), number.to)]
    return [(Said(step, option.id, option.label, True), option.to) for option in step.options]


def ways(scenario: Scenario, today: date) -> dict[str, list[Said]]:
    """Return the shortest way to each end."""
    found: dict[str, list[Said]] = {}
    waiting: list[tuple[str, list[Said]]] = [(scenario.start, [])]
    while waiting:
        name, way = waiting.pop(0)
        if name in found:
            continue
        found[name] = way
        if name in scenario.steps:
            waiting += [(to, [*way, said]) for said, to in answers_to(scenario.steps[name], today)]
    return {name: way for name, way in found.items() if name in scenario.ends}
