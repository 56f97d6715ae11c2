"""A translation belongs to a Korean entry, a translated agency to one of `agencies.yaml`.

Passes: `languages/en/entries/bulky-fee.yaml` while `bulky-fee` is an entry.
Fails: the same file after the entry was taken out, or `popular` of a language with an id that it lacks.
"""

from collections.abc import Iterator, Set
from difflib import get_close_matches

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.source import Source, Step
from chatbot.problem import Problem

RULE = "translation-entry"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each translation of nothing."""
    # A Korean file that is broken exists all the same; its own problem is told where it stands.
    known = {read.entry.id for read in draft.entries} | draft.unread_ids
    agencies = {agency.id for agency in draft.agencies[0]} if draft.agencies else set()
    for language in draft.languages:
        for read in language.translations:
            yield from _check(read.source, ("id",), read.translation.id, known)
        if language.agencies:
            translations, source = language.agencies
            for number, agency in enumerate(translations):
                yield from _check(source, (number, "id"), agency.id, agencies)
        if language.interface:
            interface, source = language.interface
            translated = {read.translation.id for read in language.translations}
            for number, entry_id in enumerate(interface.popular):
                yield from _check(source, ("popular", number), entry_id, translated | language.unread_ids)


def _check(source: Source, location: tuple[Step, ...], record_id: str, known: Set[str]) -> Iterator[Problem]:
    if record_id in known:
        return
    close = get_close_matches(record_id, sorted(known), n=1)
    mend = f'"{close[0]}"이(가) 맞는지 확인하세요' if close else "있는 id로 고치거나 지우세요"
    yield source.problem(location, f'옮길 글 "{record_id}"이(가) 없습니다', mend, RULE)
