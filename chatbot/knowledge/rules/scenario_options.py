"""The answers of a step can be told apart, whether they are pressed or typed.

Spacing, case and punctuation do not count.

Passes: "했어요" and "안 했어요".
Fails: two answers with `id: other`, or "네" as a phrase of both.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.problem import Problem
from chatbot.text.normalization import comparison_key

RULE = "scenario-options"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each id and each word that two answers of a step share."""
    for read in draft.scenarios:
        for step_id, step in read.scenario.steps.items():
            ids: set[str] = set()
            said: dict[str, int] = {}
            for place, option in enumerate(step.options):
                here = ("steps", step_id, "options", place)
                if option.id in ids:
                    yield read.source.problem(
                        (*here, "id"),
                        f'답의 id "{option.id}"이(가) 이 단계에 두 번 있습니다',
                        "둘 가운데 하나를 바꾸세요",
                        RULE,
                    )
                ids.add(option.id)
                words = [
                    ((*here, "label"), option.label),
                    *(((*here, "phrases", number), text) for number, text in enumerate(option.phrases)),
                ]
                for location, text in words:
                    key = comparison_key(text)
                    if not key:
                        yield read.source.problem(
                            location, f'"{text}"에 글자가 없습니다', "글자로 쓰거나 지우세요", RULE
                        )
                    elif said.setdefault(key, place) != place:
                        yield read.source.problem(
                            location,
                            f'"{text}"은(는) "{step.options[said[key]].label}"과 같은 말입니다',
                            "둘 가운데 한 답에만 두세요",
                            RULE,
                        )
