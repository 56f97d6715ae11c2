"""A translation has a line for each line of the Korean entry, and a note where that has one.

Amounts, dates and addresses come from the Korean line at the same place, so that a missing line would
move them all. Where the Korean text changed meanwhile, `translation-outdated` tells that instead.

Passes: three lines of `documents` in both, the second with a note in both.
Fails: two lines of `documents` for three, or a note that the Korean line does not have.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft, ReadTranslation
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.language import SECTIONS
from chatbot.problem import Problem

RULE = "translation-lines"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each section that is longer or shorter, and each note that is missing or extra."""
    entries = {read.entry.id: read.entry for read in draft.entries}
    for language in draft.languages:
        for read in language.translations:
            entry = entries.get(read.translation.id)
            if entry and not read.translation.is_outdated(entry):
                yield from _check(read, entry)


def _check(read: ReadTranslation, entry: Entry) -> Iterator[Problem]:
    for section in SECTIONS:
        lines, words = getattr(entry, section), getattr(read.translation, section)
        if len(lines) != len(words):
            yield read.source.problem(
                (section,),
                f'"{section}"이(가) {len(words)}줄인데 한국어 항목은 {len(lines)}줄입니다',
                "한국어 항목과 같은 줄을 같은 순서로 쓰세요",
                RULE,
            )
            continue
        for place, (line, said) in enumerate(zip(lines, words, strict=True)):
            if (line.note is None) != (said.note is None):
                yield read.source.problem(
                    (section, place),
                    "한국어 줄에 있는 note가 없습니다" if line.note else "한국어 줄에 없는 note가 있습니다",
                    "text와 note로 나누어 옮기세요" if line.note else "note를 지우세요",
                    RULE,
                )
