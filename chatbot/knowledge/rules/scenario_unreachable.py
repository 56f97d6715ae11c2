"""Every step and every end of a scenario can be reached from its start.

Passes: each step is the start or some answer's `to`.
Fails: an end to which no answer leads any more.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.scenario_graph import reachable
from chatbot.problem import Problem

RULE = "scenario-unreachable"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each step and end that no way leads to."""
    for read in draft.scenarios:
        found = reachable(read.scenario)
        for section, names in (("steps", read.scenario.steps), ("ends", read.scenario.ends)):
            for name in names:
                if name not in found:
                    yield read.source.problem(
                        (section, name),
                        f'"{name}"(으)로 가는 답이 없습니다',
                        "어느 답의 to에 쓰거나 지우세요",
                        RULE,
                    )
