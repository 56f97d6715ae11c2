"""What a language says about interpreting stands in its translation of that entry, letter for letter.

Passes: `says: [In 16 languages]` while the translated answer or its details hold "In 16 languages".
Fails: `says: [In many languages]` for that entry, or an `entry` that is not translated.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.entry import without_emphasis
from chatbot.knowledge.language import Translation
from chatbot.problem import Problem

RULE = "translation-says"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each quotation that the translation does not hold."""
    for language in draft.languages:
        if language.interface is None or language.interface[0].interpreting is None:
            continue
        interpreting, source = language.interface[0].interpreting, language.interface[1]
        translations = {read.translation.id: read.translation for read in language.translations}
        translation = translations.get(interpreting.entry)
        if translation is None:
            if interpreting.entry not in language.unread_ids:
                yield source.problem(
                    ("interpreting", "entry"),
                    f'"{interpreting.entry}"을(를) 옮긴 글이 없습니다',
                    "이 언어로 옮긴 항목의 id를 쓰세요",
                    RULE,
                )
            continue
        for place, words in enumerate(interpreting.says):
            if not _says(translation, words):
                yield source.problem(
                    ("interpreting", "says", place),
                    f'"{words}"이(가) 옮긴 항목 "{interpreting.entry}"에 없습니다',
                    "옮긴 항목의 글을 글자 그대로 쓰세요",
                    RULE,
                )


def _says(translation: Translation, words: str) -> bool:
    texts = (*translation.lead, *(line.text for line in translation.details))
    return any(without_emphasis(words) in without_emphasis(text) for text in texts)
