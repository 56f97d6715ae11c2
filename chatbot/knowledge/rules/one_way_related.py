"""Related entries of one circle point at each other, so that a citizen finds the way back.

Only where it helps: the two are of one topic, both lead to some third entry as well, and the other one
has room. A link out of the circle may go one way.

Passes: `bulky-fee` lists `bulky-pickup`, and `bulky-pickup` lists `bulky-fee` or four others.
Fails: `bulky-fee` lists `bulky-pickup` and both list `waste-bag`, but `bulky-pickup` does not list it.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.problem import Level, Problem

RULE = "one-way-related"
MOST_RELATED = 4
"""As many as an answer shows; an entry with as many has no room."""


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each related entry that should point back but does not."""
    entries = {read.entry.id: read for read in draft.entries}
    for read in draft.entries:
        entry = read.entry
        for number, entry_id in enumerate(entry.related):
            if entry_id not in entries:
                continue
            other = entries[entry_id].entry
            if entry.id in (other.id, *other.related) or len(other.related) >= MOST_RELATED:
                continue
            if other.topic == entry.topic and set(other.related) & set(entry.related):
                yield read.source.problem(
                    ("related", number),
                    f'{other.id}({entries[entry_id].source.path})의 related에는 "{entry.id}"이(가) 없습니다',
                    "그쪽에 더하거나 여기에서 지우세요",
                    RULE,
                    Level.WARNING,
                )
