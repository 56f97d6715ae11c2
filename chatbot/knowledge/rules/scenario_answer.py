"""What an end counts with was answered on every way to it.

Passes: `from: born-on` where every way to the end goes through the step `born-on`, which asks for a day.
Fails: a way past that step, a step that asks for something else, or `times` of a step without a number.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft, ReadScenario
from chatbot.knowledge.scenario_graph import is_always_passed
from chatbot.knowledge.source import Step
from chatbot.problem import Problem

RULE = "scenario-answer"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each number or day that an end may lack."""
    for read in draft.scenarios:
        for end_id, end in read.scenario.ends.items():
            if end.deadline:
                here = ("ends", end_id, "deadline", "from")
                yield from _check(read, here, end_id, end.deadline.from_step, "date")
            for place, item in enumerate(end.total):
                if item.step:
                    there = ("ends", end_id, "total", place, "times")
                    yield from _check(read, there, end_id, item.step, "number")


def _check(
    read: ReadScenario, location: tuple[Step, ...], end_id: str, step_id: str, kind: str
) -> Iterator[Problem]:
    step = read.scenario.steps.get(step_id)
    asked = {"date": "날짜를", "number": "수를"}[kind]
    if step is None or getattr(step, kind) is None:
        fitting = [name for name, other in read.scenario.steps.items() if getattr(other, kind) is not None]
        mend = f"{', '.join(fitting)} 가운데 하나로 쓰세요" if fitting else f"{asked} 묻는 단계를 더하세요"
        yield read.source.problem(location, f'"{step_id}"은(는) {asked} 묻는 단계가 아닙니다', mend, RULE)
    elif not is_always_passed(read.scenario, step_id, end_id):
        yield read.source.problem(
            location,
            f'"{step_id}" 단계를 거치지 않고 "{end_id}"에 이르는 길이 있습니다',
            "모든 길이 그 단계를 지나게 하거나 끝을 둘로 나누세요",
            RULE,
        )
