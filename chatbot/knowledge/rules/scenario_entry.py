"""A scenario shows entries that exist, and parts of them that have something in them.

Passes: `shows: [{entry: bulky-fee, fields: [fees]}]` while `bulky-fee` is an entry with fees.
Fails: `entry: bulky-feee`, or `fields: [documents]` of an entry without documents.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from chatbot.knowledge.draft import Draft, ReadScenario
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.source import Step
from chatbot.problem import Problem

RULE = "scenario-entry"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each id that names no entry, and for each part that is empty."""
    entries = {read.entry.id: read.entry for read in draft.entries}
    # An entry whose file is broken exists all the same; its own problem is told where it stands.
    known = sorted(entries.keys() | draft.unread_ids)
    for read in draft.scenarios:
        for location, entry_id in _named(read):
            if entry_id not in known:
                close = get_close_matches(entry_id, known, n=1)
                mend = (
                    f'"{close[0]}"이(가) 맞는지 확인하세요' if close else "있는 항목의 id로 고치거나 지우세요"
                )
                yield read.source.problem(location, f'"{entry_id}" 항목이 없습니다', mend, RULE)
        yield from _empty_parts(read, entries)


def _named(read: ReadScenario) -> Iterator[tuple[tuple[Step, ...], str]]:
    for place, entry_id in enumerate(read.scenario.entries):
        yield ("entries", place), entry_id
    for end_id, end in read.scenario.ends.items():
        for location, entry_id in end.entry_ids:
            yield ("ends", end_id, *location), entry_id


def _empty_parts(read: ReadScenario, entries: dict[str, Entry]) -> Iterator[Problem]:
    for end_id, end in read.scenario.ends.items():
        for place, show in enumerate(end.shows):
            entry = entries.get(show.entry)
            for number, part in enumerate(show.fields if entry else ()):
                if not getattr(entry, part.value):
                    yield read.source.problem(
                        ("ends", end_id, "shows", place, "fields", number),
                        f'"{show.entry}" 항목의 {part.value} 칸이 비어 있습니다',
                        "내용이 있는 칸을 쓰거나 지우세요",
                        RULE,
                    )
