"""Questions of two entries should differ in more than a letter or an ending: the bot must choose.

Texts are compared by the share of jamo n-grams that they have in common (Jaccard). Two entries of which
many questions are nearly the same are twins, and told once instead of question by question. Questions
that are the same but for spacing are the business of `duplicate-variant`.

Passes: "여권 분실 신고" here and "여권 재발급 수수료" there.
Fails: "여권 분실 신고 방법" here and "여권 분실신고 방법이요" there.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from chatbot.knowledge.draft import Draft, ReadEntry
from chatbot.knowledge.passages import Passage, question_passages
from chatbot.problem import Level, Problem
from chatbot.text.jamo import ngrams, to_jamo
from chatbot.text.normalization import comparison_key

RULE = "near-duplicate"
SIMILARITY = 0.75
"""Share of common n-grams from which two texts are nearly the same."""
TWIN_SHARE = 0.3
"""Share of an entry's questions that may be nearly those of another."""
_LENGTH = 5


@dataclass(frozen=True)
class _Text:
    owner: int
    passage: Passage
    key: str
    grams: frozenset[str]


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each pair of questions that are nearly the same, and for each pair of twins."""
    texts = [
        _Text(owner, passage, key, _grams(key))
        for owner, read in enumerate(draft.entries)
        for passage in question_passages(read.entry)
        if (key := comparison_key(passage.text))
    ]
    pairs: defaultdict[tuple[int, int], list[tuple[_Text, _Text]]] = defaultdict(list)
    for one, other in _near_pairs(texts):
        first, second = sorted((one, other), key=lambda text: text.owner)
        pairs[first.owner, second.owner].append((first, second))
    for owners, found in pairs.items():
        here, there = draft.entries[owners[1]], draft.entries[owners[0]]
        smaller = min(len(here.entry.texts), len(there.entry.texts))
        share = min(len({text.key for text, _ in found}), len({text.key for _, text in found})) / smaller
        if len(found) > 1 and share >= TWIN_SHARE:
            yield here.source.problem(
                ("id",),
                f"질문의 {share:.0%}가 {there.entry.id}({there.source.path})의 질문과 거의 같습니다",
                "두 항목을 하나로 합치거나 무엇이 다른지 드러나게 질문을 나누세요",
                RULE,
                Level.WARNING,
            )
            continue
        yield from (_problem(here, there, *pair) for pair in found if pair[0].key != pair[1].key)


def _problem(here: ReadEntry, there: ReadEntry, other: _Text, text: _Text) -> Problem:
    line = there.source.position(other.passage.location).line
    return here.source.problem(
        text.passage.location,
        f'질문 "{text.passage.text}"이(가) {there.entry.id}({there.source.path}:{line})의 '
        f'"{other.passage.text}"와(과) 거의 같습니다',
        "다른 낱말로 쓰거나 둘 가운데 한 곳에만 두세요",
        RULE,
        Level.WARNING,
    )


def _grams(key: str) -> frozenset[str]:
    jamo = to_jamo(key)
    return frozenset(ngrams(jamo, _LENGTH, _LENGTH)) or frozenset({jamo})


def _near_pairs(texts: Sequence[_Text]) -> Iterator[tuple[_Text, _Text]]:
    """Yield the pairs of different entries, found over an index of each text's rarest n-grams.

    Two texts that share `SIMILARITY` of their n-grams share at least one of the rarest few of each, so
    only texts that meet there are compared (prefix filtering). Texts come in order of size: one that is
    too short for this text is too short for all that follow, and leaves the index.
    """
    spread = Counter(gram for text in texts for gram in text.grams)
    rarity = {gram: rank for rank, gram in enumerate(sorted(spread, key=lambda gram: (spread[gram], gram)))}
    ordered = sorted(texts, key=lambda text: len(text.grams))
    sizes = [len(text.grams) for text in ordered]
    index: defaultdict[int, deque[int]] = defaultdict(deque)
    for number, (text, size) in enumerate(zip(ordered, sizes, strict=True)):
        least = ceil(SIMILARITY * size)
        met: set[int] = set()
        for gram in sorted(map(rarity.__getitem__, text.grams))[: size - least + 1]:
            waiting = index[gram]
            while waiting and sizes[waiting[0]] < least:
                waiting.popleft()
            met.update(waiting)
            waiting.append(number)
        for place in met:
            other = ordered[place]
            if other.owner == text.owner:
                continue
            common = len(text.grams & other.grams)
            if common >= SIMILARITY * (size + sizes[place] - common):
                yield other, text
