"""What no sure source carries sends the citizen to whoever knows.

That there are sources at all is the business of the schema.

Passes: `confidence: low` and "담당 부서에 확인하세요", or a telephone number or name of a department.
Fails: `confidence: low` and an answer and details that name nobody to ask.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.entry import Confidence
from chatbot.knowledge.passages import answer_passages
from chatbot.problem import Level, Problem

RULE = "missing-source"
_ANY_DEPARTMENT = "담당 부서"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each entry of low confidence that names nobody to ask."""
    departments = draft.departments or {}
    phones = {department.phone for department in departments.values() if department.phone}
    for read in draft.entries:
        entry = read.entry
        if entry.confidence is not Confidence.LOW:
            continue
        known = {_ANY_DEPARTMENT, entry.phone, *phones}
        if owner := departments.get(entry.department):
            known |= {owner.name, owner.short_name}
        text = "\n".join(passage.text for passage in answer_passages(entry))
        if not any(name in text for name in known):
            yield read.source.problem(
                ("answer",),
                "출처가 확실하지 않은데(confidence: low) 어디에 확인할지 말하지 않습니다",
                f'answer나 details에 "{_ANY_DEPARTMENT}({entry.phone})에 확인하세요"처럼 쓰세요',
                RULE,
                Level.WARNING,
            )
