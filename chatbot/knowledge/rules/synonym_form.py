"""Each citizens' word leads to one official word, and each group stands for something in the entries.

The same word may be spelled with and without a space in its own group: a query is searched as typed.

Passes: `대형폐기물: [큰 쓰레기]` while an entry speaks of 대형폐기물.
Fails: 민증 under both 신분증 and 주민등록증, `여권: [여권]`, a citizens' word that is an official word
elsewhere (errors), an official word that no title and no question holds (warning).
"""

from collections.abc import Iterator, Mapping, Sequence

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.source import Source
from chatbot.problem import Level, Problem
from chatbot.text.normalization import comparison_key, normalize

RULE = "synonym-form"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each citizens' word that leads astray and each group without use."""
    if draft.synonyms is None:
        return
    synonyms, source = draft.synonyms
    yield from _contradictions(synonyms, source)
    if draft.unread_ids or not draft.entries:
        return
    known = "\n".join(
        comparison_key(text) for read in draft.entries for text in (read.entry.title, *read.entry.texts)
    )
    for official in synonyms:
        if not any(word in known for word in normalize(official).split()):
            yield source.problem(
                (official,),
                f'공식 말 "{official}"이(가) 어느 항목의 제목과 질문에도 없습니다',
                "항목에 있는 말로 고치거나 지우세요",
                RULE,
                Level.WARNING,
            )


def _contradictions(synonyms: Mapping[str, Sequence[str]], source: Source) -> Iterator[Problem]:
    officials = {normalize(official): official for official in synonyms}
    first: dict[str, tuple[str, int]] = {}
    for official, words in synonyms.items():
        for number, word in enumerate(words):
            place, written = (official, number), normalize(word)
            if written == normalize(official):
                yield source.problem(place, f'"{word}"이(가) 공식 말과 같습니다', "지우세요", RULE)
                continue
            if written in officials:
                line = source.position((officials[written],)).line
                yield source.problem(
                    place,
                    f'"{word}"은(는) {line}번째 줄의 공식 말이기도 합니다',
                    "한 묶음으로 합치거나 여기에서 지우세요",
                    RULE,
                )
            other = first.setdefault(comparison_key(word), place)
            if other[0] != official:
                line = source.position(other).line
                yield source.problem(
                    place,
                    f'"{word}"이(가) {line}번째 줄의 "{other[0]}"에도 있습니다',
                    "한 공식 말에만 두세요",
                    RULE,
                )
