"""What a citizen reads is short, in everyday words, in 해요체 and without shouting.

The hard words and what to say instead stand in `plain_words.yaml`. A word that is explained in brackets
at once may stay: legal terms keep their names.

Passes: "신분증을 가지고 오세요.", "신청이 기각(거절)되면 다시 낼 수 있어요."
Fails: a sentence of 91 characters, "신분증을 지참하세요.", "오시기 바랍니다.", "꼭 오세요!"
"""

import re
from collections.abc import Iterator, Mapping

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.passages import Passage, citizen_passages, life_event_passages, scenario_passages
from chatbot.knowledge.source import Source
from chatbot.problem import Level, Problem

RULE = "plain-korean"
SENTENCE_LENGTH = 90

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
# Syllables that end in ㅂ, as "합" does: "합니다" is formal, "아니다" is not.
_BIEUP = "".join(chr(code) for code in range(ord("갑"), ord("힣"), 28))
_FORMAL = re.compile(rf"(?:[{_BIEUP}]니[다까]|십시[오요])(?![가-힣])")
# A hard word ends where the word ends, or where a particle or an ending of 하다, 되다, 받다 follows:
# so "상이" is found in "상이한" but neither in "이상이" nor in "상이등급".
_AFTER = (
    r"(?=\W|$|은|는|이|가|을|를|의|에|와|과|도|만|로|으로|부터|까지"
    r"|하|한|할|함|해|했|합|되|된|될|됨|돼|됐|됩|드리|드려|받|시간|기간|비용)"
)
_EXPLAINED = re.compile(r"[가-힣]*\(")


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each long sentence, hard word, formal ending and exclamation mark."""
    hard_words = _compiled(draft.plain_words or {})
    for source, passages in _written(draft):
        for passage in passages:
            for message, mend in _faults(passage.text, draft.plain_words or {}, hard_words):
                yield source.problem(passage.location, message, mend, RULE, Level.WARNING)


def _written(draft: Draft) -> Iterator[tuple[Source, Iterator[Passage]]]:
    for entry in draft.entries:
        yield entry.source, citizen_passages(entry.entry)
    for scenario in draft.scenarios:
        yield scenario.source, scenario_passages(scenario.scenario)
    for life_event in draft.life_events:
        yield life_event.source, life_event_passages(life_event.event)


def _compiled(words: Mapping[str, str]) -> re.Pattern[str] | None:
    if not words:
        return None
    # The longest first: "구비서류" rather than "구비".
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either}){_AFTER}")


def _faults(
    text: str, words: Mapping[str, str], hard_words: re.Pattern[str] | None
) -> Iterator[tuple[str, str]]:
    for sentence in _SENTENCE_END.split(text):
        if len(sentence) > SENTENCE_LENGTH:
            yield f"한 문장이 {len(sentence)}자입니다", f"{SENTENCE_LENGTH}자까지로 줄이거나 둘로 나누세요"
        if _FORMAL.search(sentence):
            yield f'"{sentence}"이(가) 합니다체입니다', '"-어요", "-세요"로 끝내세요'
    for found in hard_words.finditer(text) if hard_words else ():
        if not _EXPLAINED.match(text, found.end()):
            yield f'어려운 말 "{found[0]}"이(가) 있습니다', f'"{words[found[0]]}"처럼 쉬운 말로 쓰세요'
    if "!" in text or "！" in text:
        yield "느낌표가 있습니다", "마침표로 바꾸세요"
