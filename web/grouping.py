"""Divides the many questions of a topic into groups small enough to look through.

No entry names its group: the words of the titles do ("취득세", "출생신고"), and where they are silent the
department that answers.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Entry

_WORD = re.compile("[가-힣]{2,}")

_SMALLEST = 3
_LARGEST_SHARE = 0.3
"""A word in more titles of the topic than this divides nothing."""

_RATIO = 5
"""A word must be this many times as common as in the other topics: 신청 and 시간 are in all of them."""


@dataclass(frozen=True)
class Group:
    """Entries under one heading.

    Attributes:
        entries: In the order of their ids.
        word: What their titles have in common.
        department: Who answers for all of them, where no word was found.
    """

    entries: list[Entry]
    word: str | None = None
    department: str | None = None


def group_entries(entries: Sequence[Entry], catalog: Catalog) -> list[Group]:
    """Return the entries of one topic in groups: words first, then departments, then the rest."""
    left = {entry.id: entry for entry in entries}
    groups = []
    for word, ids in _chosen_words(entries, catalog):
        groups.append(Group([left.pop(entry_id) for entry_id in ids], word=word))
    by_department: dict[str, list[Entry]] = {}
    for entry in left.values():
        by_department.setdefault(catalog.departments[entry.department].name, []).append(entry)
    for department, owned in sorted(by_department.items(), key=lambda item: (-len(item[1]), item[0])):
        # Who answers for nearly everything in a topic tells nothing about a question.
        if len(owned) >= _SMALLEST and _share(department, entries, catalog) < 0.5:
            groups.append(Group([left.pop(entry.id) for entry in owned], department=department))
    if left:
        groups.append(Group(list(left.values())))
    return groups


def _chosen_words(entries: Sequence[Entry], catalog: Catalog) -> list[tuple[str, list[str]]]:
    left = {entry.id for entry in entries}
    words = _telling_words(entries, catalog)
    chosen = []
    while words:
        word = max(words, key=lambda each: (len(words[each] & left), len(each), each))
        ids = words.pop(word) & left
        if len(ids) < _SMALLEST:
            break
        left -= ids
        chosen.append((word, sorted(ids)))
    return chosen


def _telling_words(entries: Sequence[Entry], catalog: Catalog) -> dict[str, set[str]]:
    """Return words that stand alone in a title, with the entries whose titles hold them, joined or alone."""
    own = {entry.id: entry.title for entry in entries}
    topics = {entry.topic for entry in entries}
    others = {entry.id: entry.title for entry in catalog.entries.values() if entry.topic not in topics}
    known = tuple(
        word
        for topic in catalog.city.topics
        if topic.id in topics
        for word in (*topic.name.split(), catalog.city.name)
    )
    words = {}
    for word in {word for title in own.values() for word in _WORD.findall(title)}:
        ids = _holders(word, own)
        common = len(ids) / len(own)
        elsewhere = len(_holders(word, others)) / max(len(others), 1)
        if not word.startswith(known) and common <= _LARGEST_SHARE and common >= _RATIO * elsewhere:
            words[word] = ids
    return words


def _holders(word: str, titles: Mapping[str, str]) -> set[str]:
    return {entry_id for entry_id, title in titles.items() if word in title}


def _share(department: str, entries: Sequence[Entry], catalog: Catalog) -> float:
    return sum(catalog.departments[entry.department].name == department for entry in entries) / len(entries)
