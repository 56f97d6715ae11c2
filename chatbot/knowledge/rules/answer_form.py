"""The answer is one to three sentences, one a line, with its emphasis closed.

How long a sentence may be is the business of `plain-korean`.

Passes: three lines of 40 characters.
Fails: a fourth line, `**` left open.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.entry import without_emphasis
from chatbot.problem import Problem

RULE = "answer-form"
SENTENCES = 3


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem where an answer has too many lines or its emphasis is broken."""
    answers = [(read.entry.lead, read.source) for read in draft.entries]
    for language in draft.languages:
        answers += [(read.translation.lead, read.source) for read in language.translations]
    for lead, source in answers:
        if len(lead) > SENTENCES:
            yield source.problem(
                ("answer",),
                f"답변이 {len(lead)}줄입니다",
                f"{SENTENCES}줄까지만 남기고 나머지는 details로 옮기세요",
                RULE,
            )
        for sentence in lead:
            if "**" in without_emphasis(sentence):
                yield source.problem(
                    ("answer",),
                    f'별표(**)의 짝이 맞지 않습니다: "{sentence}"',
                    "강조할 말의 앞뒤에 모두 쓰세요",
                    RULE,
                )
