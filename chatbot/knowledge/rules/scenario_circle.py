"""A scenario comes to an end: no way through it comes back to a step that was passed.

Passes: a step with two answers that both lead to the same later step.
Fails: `where` leads to `when`, and `when` back to `where`.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.scenario_graph import circle
from chatbot.problem import Problem

RULE = "scenario-circle"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each scenario in which a citizen could go round for ever."""
    for read in draft.scenarios:
        way = circle(read.scenario)
        if way:
            yield read.source.problem(
                ("steps", way[0]),
                f"단계가 돌고 돕니다: {' → '.join(way)}",
                "한 답의 to를 앞으로 나아가는 단계나 끝으로 바꾸세요",
                RULE,
            )
