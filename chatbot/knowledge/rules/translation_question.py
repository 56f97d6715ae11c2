"""Within a language no question belongs to two entries or agencies, nor stands twice in one.

Spacing, case and punctuation do not count.

Passes: "bulky waste" in one translation of a language, and "대형폐기물" in the Korean entry.
Fails: "bulky waste" here and "Bulky waste?" there.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft, ReadLanguage
from chatbot.knowledge.source import Source, Step
from chatbot.problem import Problem
from chatbot.text.normalization import comparison_key

RULE = "translation-question"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each question of a language that was met before."""
    for language in draft.languages:
        first: dict[str, tuple[Source, tuple[Step, ...]]] = {}
        for source, location, text in _questions(language):
            there, place = first.setdefault(comparison_key(text), (source, location))
            if (there, place) != (source, location):
                where = f"{there.path}:{there.position(place).line}"
                yield source.problem(
                    location, f'질문 "{text}"이(가) {where}에도 있습니다', "둘 가운데 한 곳에만 두세요", RULE
                )


def _questions(language: ReadLanguage) -> Iterator[tuple[Source, tuple[Step, ...], str]]:
    for read in language.translations:
        yield read.source, ("question",), read.translation.question
        for number, text in enumerate(read.translation.variants):
            yield read.source, ("variants", number), text
    if language.untranslated:
        records, source = language.untranslated
        for number, record in enumerate(records):
            yield source, (number, "question"), record.question
            for place, text in enumerate(record.variants):
                yield source, (number, "variants", place), text
    if language.agencies:
        agencies, source = language.agencies
        for number, agency in enumerate(agencies):
            for place, text in enumerate(agency.questions):
                yield source, (number, "questions", place), text
