"""Related entries and popular questions must exist.

Passes: `related: [bulky-fee]` while `bulky-fee` is an entry.
Fails: `related: [bulky-feee]`, or an entry that is related to itself.
"""

from collections.abc import Iterator, Sequence, Set
from difflib import get_close_matches

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.source import Source
from chatbot.problem import Level, Problem

RULE = "unknown-related"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each id that names no other entry."""
    # An entry whose file is broken exists all the same; its own problem is told where it stands.
    known = {read.entry.id for read in draft.entries} | draft.unread_ids
    for read in draft.entries:
        yield from _check(read.source, "related", read.entry.related, known - {read.entry.id})
    if draft.city:
        city, source = draft.city
        # The first screen only shows one question less, so this keeps nothing from being served.
        yield from _check(source, "popular", city.popular, known, Level.WARNING)


def _check(
    source: Source, field: str, ids: Sequence[str], known: Set[str], level: Level = Level.ERROR
) -> Iterator[Problem]:
    for number, entry_id in enumerate(ids):
        if entry_id not in known:
            close = get_close_matches(entry_id, sorted(known), n=1)
            mend = f'"{close[0]}"이(가) 맞는지 확인하세요' if close else "있는 항목의 id로 고치거나 지우세요"
            yield source.problem(
                (field, number), f'{field}의 "{entry_id}" 항목이 없습니다', mend, RULE, level
            )
