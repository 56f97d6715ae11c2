"""A life event rests on entries that exist.

Passes: `entry: bulky-fee` while `bulky-fee` is an entry.
Fails: `entry: bulky-feee`, wherever a life event names an entry.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from chatbot.knowledge.draft import Draft, ReadLifeEvent
from chatbot.knowledge.source import Step
from chatbot.problem import Problem

RULE = "life-event-entry"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each id that names no entry."""
    # An entry whose file is broken exists all the same; its own problem is told where it stands.
    known = sorted({read.entry.id for read in draft.entries} | draft.unread_ids)
    for read in draft.life_events:
        for location, entry_id in _named(read):
            if entry_id not in known:
                close = get_close_matches(entry_id, known, n=1)
                mend = f'"{close[0]}"이(가) 맞는지 확인하세요' if close else "있는 항목의 id로 고치세요"
                message = f'생활 안내가 가리키는 "{entry_id}" 항목이 없습니다'
                yield read.source.problem(location, message, mend, RULE)


def _named(read: ReadLifeEvent) -> Iterator[tuple[tuple[Step, ...], str]]:
    for place, entry_id in enumerate(read.event.entries):
        yield ("entries", place), entry_id
    for place, step in enumerate(read.event.steps):
        # A quotation without an entry of its own stands in the step's: that one is told once.
        first = {entry_id: location for location, entry_id in reversed(step.entry_ids)}
        for entry_id, location in first.items():
            yield ("steps", place, *location), entry_id
