"""What a life event quotes stands in the entry, letter for letter.

Passes: `says: 1개월 안에` while an answer or a line of the entry holds "1개월 안에".
Fails: `says: 한 달 안에` for that entry, or `about: 이사` while none of its papers and ways holds "이사".
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.life_event import LifeStep
from chatbot.knowledge.passages import citizen_passages, says
from chatbot.knowledge.source import Step
from chatbot.problem import Problem

RULE = "life-event-says"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each quotation that its entry does not hold."""
    entries = {read.entry.id: read.entry for read in draft.entries}
    for read in draft.life_events:
        for place, step in enumerate(read.event.steps):
            for location, message, mend in _faults(step, entries):
                yield read.source.problem(("steps", place, *location), message, mend, RULE)


def _faults(step: LifeStep, entries: dict[str, Entry]) -> Iterator[tuple[tuple[Step, ...], str, str]]:
    for location, entry_id, words in step.quotes:
        if entry_id in entries and not says(entries[entry_id], words):
            message = f'"{words}"이(가) "{entry_id}" 항목에 없습니다'
            yield location, message, "항목의 글을 글자 그대로 옮겨 쓰세요"
    filtered = [entries[entry_id] for entry_id in (step.entry, step.papers) if entry_id in entries]
    if step.about and filtered and not any(_speaks(entry, step.about) for entry in filtered):
        message = f'"{step.about}"이(가) 든 준비물과 신청 방법이 없습니다'
        yield ("about",), message, "항목에 있는 말로 고치거나 이 칸을 지우세요"


def _speaks(entry: Entry, word: str) -> bool:
    return any(
        passage.location[0] in ("documents", "how") and word in passage.text
        for passage in citizen_passages(entry)
    )
