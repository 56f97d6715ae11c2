"""What leads to a life event leads to one alone. A question of an entry may lead to one: then both are given.

Spacing, case and punctuation do not count.

Passes: "아이가 태어났어요" in one life event.
Fails: the same in two life events, twice in one, or a phrase without letters.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.problem import Problem
from chatbot.text.normalization import comparison_key

RULE = "life-event-phrase"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each phrase that was met before."""
    first: dict[str, str] = {}
    for read in draft.life_events:
        for place, phrase in enumerate(read.event.phrases):
            key = comparison_key(phrase)
            other = first.setdefault(key, f"{read.event.id}/{place}")
            if not key:
                message, mend = f'"{phrase}"에 글자가 없습니다', "시민이 하는 말을 쓰거나 지우세요"
            elif other != f"{read.event.id}/{place}":
                message = f'"{phrase}"이(가) {other.partition("/")[0]}에도 있습니다'
                mend = "둘 가운데 한 곳에만 두세요"
            else:
                continue
            yield read.source.problem(("phrases", place), message, mend, RULE)
