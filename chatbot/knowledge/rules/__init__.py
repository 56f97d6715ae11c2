"""Rules that look at the knowledge base as a whole, one a file.

A rule has an id (`RULE`), and `check(draft)` that yields problems. Its docstring shows what passes and
what fails. What concerns one field alone belongs in the models (`entry`, `city`), rule id `schema`.
"""

from collections.abc import Callable, Iterator

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.rules import (
    amount_form,
    answer_form,
    duplicate_id,
    duplicate_variant,
    expired_text,
    file_name,
    kakao_limits,
    missing_source,
    near_duplicate,
    one_way_related,
    overdue_review,
    plain_korean,
    private_number,
    staff_name,
    synonym_form,
    unknown_department,
    unknown_related,
    unknown_topic,
    wording_form,
)
from chatbot.problem import Problem

ADVICE = frozenset(
    rule.RULE
    for rule in (
        amount_form,
        expired_text,
        kakao_limits,
        missing_source,
        near_duplicate,
        one_way_related,
        overdue_review,
        plain_korean,
    )
)
"""Rules that never keep a catalog from being served: they advise editors, and a server need not run them."""

RULES: dict[str, Callable[[Draft], Iterator[Problem]]] = {
    rule.RULE: rule.check
    for rule in (
        amount_form,
        answer_form,
        duplicate_id,
        duplicate_variant,
        expired_text,
        file_name,
        kakao_limits,
        missing_source,
        near_duplicate,
        one_way_related,
        overdue_review,
        plain_korean,
        private_number,
        staff_name,
        synonym_form,
        unknown_department,
        unknown_related,
        unknown_topic,
        wording_form,
    )
}
