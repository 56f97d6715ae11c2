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
    life_event_date,
    life_event_entry,
    life_event_expired,
    life_event_phrase,
    life_event_says,
    life_event_visit,
    missing_source,
    near_duplicate,
    one_way_related,
    overdue_review,
    plain_korean,
    private_number,
    scenario_answer,
    scenario_circle,
    scenario_entry,
    scenario_expired,
    scenario_fee,
    scenario_options,
    scenario_phrase,
    scenario_says,
    scenario_target,
    scenario_unreachable,
    staff_name,
    synonym_form,
    translation_entry,
    translation_lines,
    translation_names,
    translation_outdated,
    translation_question,
    translation_says,
    unknown_department,
    unknown_related,
    unknown_topic,
    untranslated_entry,
    wording_form,
)
from chatbot.problem import Problem

ADVICE = frozenset(
    rule.RULE
    for rule in (
        amount_form,
        expired_text,
        kakao_limits,
        life_event_expired,
        missing_source,
        near_duplicate,
        one_way_related,
        overdue_review,
        plain_korean,
        scenario_expired,
        translation_outdated,
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
        life_event_date,
        life_event_entry,
        life_event_expired,
        life_event_phrase,
        life_event_says,
        life_event_visit,
        missing_source,
        near_duplicate,
        one_way_related,
        overdue_review,
        plain_korean,
        private_number,
        scenario_answer,
        scenario_circle,
        scenario_entry,
        scenario_expired,
        scenario_fee,
        scenario_options,
        scenario_phrase,
        scenario_says,
        scenario_target,
        scenario_unreachable,
        staff_name,
        synonym_form,
        translation_entry,
        translation_lines,
        translation_names,
        translation_outdated,
        translation_question,
        translation_says,
        unknown_department,
        unknown_related,
        unknown_topic,
        untranslated_entry,
        wording_form,
    )
}
