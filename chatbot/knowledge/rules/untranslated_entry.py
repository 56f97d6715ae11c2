"""What is asked for in another language and answered in Korean is an entry that has no translation, once.

Passes: `id: bulky-fee` in `untranslated.yaml` while `bulky-fee` is an entry and has no translation.
Fails: the same beside `entries/bulky-fee.yaml` of that language, a second time, or without such an entry.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from chatbot.knowledge.draft import Draft
from chatbot.problem import Problem

RULE = "untranslated-entry"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each record of no entry, of a translated one, and for each that comes again."""
    # A Korean file that is broken exists all the same; its own problem is told where it stands.
    known = {read.entry.id for read in draft.entries} | draft.unread_ids
    for language in draft.languages:
        if language.untranslated is None:
            continue
        records, source = language.untranslated
        translated = {read.translation.id for read in language.translations} | language.unread_ids
        first: dict[str, int] = {}
        for number, record in enumerate(records):
            fault = None
            if record.id not in known:
                close = get_close_matches(record.id, sorted(known), n=1)
                mend = f'"{close[0]}"이(가) 맞는지 확인하세요' if close else "있는 id로 고치거나 지우세요"
                fault = f'항목 "{record.id}"이(가) 없습니다', mend
            elif record.id in translated:
                fault = f'"{record.id}"에는 옮긴 글이 있습니다', "옮긴 항목의 variants로 옮기고 지우세요"
            elif first.setdefault(record.id, number) != number:
                line = source.position((first[record.id], "id")).line
                fault = f'"{record.id}"이(가) {line}줄에도 있습니다', "한 곳에 모으세요"
            if fault:
                yield source.problem((number, "id"), *fault, RULE)
