"""What starts a scenario starts one alone. A question of an entry may start one: then both are offered.

Spacing, case and punctuation do not count.

Passes: "출생신고 하려고요" in one scenario.
Fails: the same in two scenarios, twice in one, or a phrase without letters.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.problem import Problem
from chatbot.text.normalization import comparison_key

RULE = "scenario-phrase"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each phrase that was met before."""
    first: dict[str, str] = {}
    for read in draft.scenarios:
        for place, phrase in enumerate(read.scenario.phrases):
            key = comparison_key(phrase)
            if not key:
                message, mend = f'"{phrase}"에 글자가 없습니다', "시민이 하는 말을 쓰거나 지우세요"
            elif key in first:
                message = f'시작하는 말 "{phrase}"이(가) {first[key]}에도 있습니다'
                mend = "둘 가운데 한 곳에만 두세요"
            else:
                first[key] = read.scenario.id
                continue
            yield read.source.problem(("phrases", place), message, mend, RULE)
