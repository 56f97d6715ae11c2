"""Each topic and each department that a translated answer shows has a name in that language.

Of an entry that is answered in Korean, the topic alone is shown in the language.

Passes: `departments: {waste: {name: Resource Circulation Division}}` while a translated entry is of `waste`.
Fails: the same without `waste`, or without whoever answers the telephone number of the entry.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft, ReadLanguage
from chatbot.problem import Problem

RULE = "translation-names"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each topic and department without a name."""
    for language in draft.languages:
        if language.interface is None:
            continue
        interface, source = language.interface
        topics, departments = _shown(draft, language)
        for field, needed, named in (
            ("topics", topics, interface.topics),
            ("departments", departments, interface.departments),
        ):
            for name in sorted(needed - named.keys()):
                yield source.problem(
                    (field,),
                    f'{field}에 "{name}"의 이름이 없습니다',
                    f'"{name}"을(를) {field}에 이 언어로 쓰세요',
                    RULE,
                )


def _shown(draft: Draft, language: ReadLanguage) -> tuple[set[str], set[str]]:
    translated = {read.translation.id for read in language.translations}
    entries = [read.entry for read in draft.entries if read.entry.id in translated]
    departments = draft.departments or {}
    # The first one with the number takes the call, as in `Catalog.contact_of`.
    owners: dict[str | None, str] = {}
    for name, department in departments.items():
        owners.setdefault(department.phone, name)
    shown = {entry.department for entry in entries} & departments.keys()
    shown |= {owners[entry.phone] for entry in entries if entry.phone in owners}
    if draft.city and draft.city[0].call_centre in departments:
        shown.add(draft.city[0].call_centre)
    asked_for = {record.id for record in language.untranslated[0]} if language.untranslated else set()
    topics = {read.entry.topic for read in draft.entries if read.entry.id in translated | asked_for}
    return topics, shown
