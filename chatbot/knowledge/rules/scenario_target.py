"""Every answer of a scenario leads to a step or an end, and `start` to a step.

Passes: `to: where` while `steps` or `ends` has a `where`.
Fails: `to: were`, a `start` that is an end, or a step and an end of one name.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from chatbot.knowledge.draft import Draft, ReadScenario
from chatbot.problem import Problem

RULE = "scenario-target"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each way on that leads nowhere, or to two places."""
    for read in draft.scenarios:
        scenario, source = read.scenario, read.source
        if scenario.start not in scenario.steps:
            yield source.problem(
                ("start",), f'첫 단계 "{scenario.start}"이(가) steps에 없습니다', _mend(read, "start"), RULE
            )
        for name in sorted(scenario.steps.keys() & scenario.ends.keys()):
            yield source.problem(
                ("ends", name),
                f'"{name}"이(가) 단계와 끝에 모두 있습니다',
                "둘 가운데 하나의 이름을 바꾸세요",
                RULE,
            )
        for step_id, step in scenario.steps.items():
            for location, target in step.targets:
                if target not in scenario.steps and target not in scenario.ends:
                    yield source.problem(
                        ("steps", step_id, *location),
                        f'"{target}"이라는 단계나 끝이 없습니다',
                        _mend(read, target),
                        RULE,
                    )


def _mend(read: ReadScenario, target: str) -> str:
    if target == "start":
        return f"{', '.join(read.scenario.steps)} 가운데 하나로 쓰세요"
    close = get_close_matches(target, [*read.scenario.steps, *read.scenario.ends], n=1)
    return f'"{close[0]}"이(가) 맞는지 확인하세요' if close else "steps나 ends에 그 이름을 더하세요"
