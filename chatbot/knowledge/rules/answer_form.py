"""The answer is short: one to three sentences, one a line, each readable at a glance.

Passes: three lines of 40 characters.
Fails: a fourth line (error), a line of more than 120 characters (warning), `**` left open (error).
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.entry import without_emphasis
from chatbot.problem import Level, Problem

RULE = "answer-form"
SENTENCES = 3
SENTENCE_LENGTH = 120


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem where an answer is too long or its emphasis is broken."""
    for read in draft.entries:
        lead = read.entry.lead
        if len(lead) > SENTENCES:
            yield read.source.problem(
                ("answer",),
                f"답변이 {len(lead)}줄입니다",
                f"{SENTENCES}줄까지만 남기고 나머지는 details로 옮기세요",
                RULE,
            )
        for sentence in lead:
            plain = without_emphasis(sentence)
            if "**" in plain:
                yield read.source.problem(
                    ("answer",),
                    f'별표(**)의 짝이 맞지 않습니다: "{sentence}"',
                    "강조할 말의 앞뒤에 모두 쓰세요",
                    RULE,
                )
            if len(plain) > SENTENCE_LENGTH:
                yield read.source.problem(
                    ("answer",),
                    f"답변의 한 문장이 {len(plain)}자입니다",
                    f"{SENTENCE_LENGTH}자까지로 줄이거나 둘로 나누세요",
                    RULE,
                    Level.WARNING,
                )
