"""What is done in one visit names that visit, and can be done by going somewhere.

Passes: `together: hall` in two steps while `visits` has `hall` and both say where to go.
Fails: `together: hal`, a visit that fewer than two steps share, or a step that nobody goes anywhere for.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft, ReadLifeEvent
from chatbot.knowledge.entry import Channel, Entry
from chatbot.knowledge.life_event import LifeStep
from chatbot.problem import Problem

RULE = "life-event-visit"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each visit that is unknown, not shared or not possible."""
    entries = {read.entry.id: read.entry for read in draft.entries}
    for read in draft.life_events:
        yield from _check_steps(read, entries)
        named = [step.together for step in read.event.steps]
        for name in read.event.visits:
            if named.count(name) < 2:
                yield read.source.problem(
                    ("visits", name),
                    f'방문 "{name}"을(를) 함께 하는 할 일이 둘보다 적습니다',
                    "할 일의 together에 쓰거나 이 방문을 지우세요",
                    RULE,
                )


def _check_steps(read: ReadLifeEvent, entries: dict[str, Entry]) -> Iterator[Problem]:
    for place, step in enumerate(read.event.steps):
        location = ("steps", place, "together")
        if step.together and step.together not in read.event.visits:
            message = f'방문 "{step.together}"이(가) visits에 없습니다'
            yield read.source.problem(location, message, "visits에 이름과 장소를 쓰세요", RULE)
        if step.together and step.entry in entries and not _has_a_place(step, entries[step.entry]):
            message = f'"{step.entry}" 항목에 방문하는 방법이 없습니다'
            yield read.source.problem(location, message, "where에 옮겨 쓰거나 이 칸을 지우세요", RULE)


def _has_a_place(step: LifeStep, entry: Entry) -> bool:
    return bool(step.where) or any(way.channel is Channel.VISIT for way in entry.how)
