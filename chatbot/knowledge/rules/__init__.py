"""Rules that look at the knowledge base as a whole, one a file.

A rule has an id (`RULE`), and `check(draft)` that yields problems. Its docstring shows what passes and
what fails. What concerns one field alone belongs in the models (`entry`, `city`), rule id `schema`.
"""

from collections.abc import Callable, Iterator

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.rules import (
    answer_form,
    duplicate_id,
    duplicate_variant,
    file_name,
    private_number,
    unknown_department,
    unknown_related,
    unknown_topic,
    wording_form,
)
from chatbot.problem import Problem

RULES: dict[str, Callable[[Draft], Iterator[Problem]]] = {
    rule.RULE: rule.check
    for rule in (
        answer_form,
        duplicate_id,
        duplicate_variant,
        file_name,
        private_number,
        unknown_department,
        unknown_related,
        unknown_topic,
        wording_form,
    )
}
