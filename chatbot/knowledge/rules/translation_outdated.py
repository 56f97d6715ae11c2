"""A translation says from which Korean text it was made, so that nobody forgets it when that text changes.

Until it is checked, its page says that the Korean text changed and leads there.

Passes: `of: dfcaapgb` as long as this is the fingerprint of what citizens read in the entry.
Fails: the same after a word of the Korean answer was changed.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.language import citizen_digest
from chatbot.problem import Level, Problem

RULE = "translation-outdated"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each translation whose Korean text is another one by now."""
    entries = {read.entry.id: read.entry for read in draft.entries}
    for language in draft.languages:
        for read in language.translations:
            entry = entries.get(read.translation.id)
            if entry and read.translation.is_outdated(entry):
                yield read.source.problem(
                    ("of",),
                    "한국어 글이 바뀌었습니다",
                    f"옮긴 글을 다시 보고 of: {citizen_digest(entry)}로 고치세요",
                    RULE,
                    Level.WARNING,
                )
