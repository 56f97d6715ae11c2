"""No question may belong to two entries, nor stand twice in one: the bot could not tell them apart.

The questions of other agencies and of gaps count as well, and so do the phrases of fixed turns that are
found by likeness.

Spacing, case and punctuation do not count.

Passes: "대형폐기물 신청" in one entry only.
Fails: "대형폐기물 신청" here and "대형 폐기물 신청?" there.
"""

from collections.abc import Iterator, Sequence

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.passages import question_passages
from chatbot.knowledge.signpost import Agency, Gap
from chatbot.knowledge.source import Source, Step
from chatbot.problem import Problem
from chatbot.text.normalization import comparison_key

RULE = "duplicate-variant"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each question or variant that was met before."""
    first: dict[str, tuple[str, Source, tuple[Step, ...]]] = {}
    for owner, source, location, text in _questions(draft):
        key = comparison_key(text)
        if not key:
            yield source.problem(location, f'"{text}"에 글자가 없습니다', "질문을 쓰거나 줄을 지우세요", RULE)
            continue
        if key not in first:
            first[key] = (owner, source, location)
            continue
        other, there, place = first[key]
        line = there.position(place).line
        where = f"{other}({there.path}:{line})" if there is not source else f"{line}번째 줄"
        yield source.problem(
            location, f'질문 "{text}"이(가) {where}에도 있습니다', "둘 가운데 한 곳에만 두세요", RULE
        )


def _questions(draft: Draft) -> Iterator[tuple[str, Source, tuple[Step, ...], str]]:
    for read in draft.entries:
        for passage in question_passages(read.entry):
            yield read.entry.id, read.source, passage.location, passage.text
    lists: tuple[tuple[Sequence[Agency | Gap], Source] | None, ...] = (draft.agencies, draft.gaps)
    for records, source in filter(None, lists):
        for number, record in enumerate(records):
            for place, text in enumerate(record.questions):
                yield record.id, source, (number, "questions", place), text
    if draft.wording:
        wording, source = draft.wording
        for number, turn in enumerate(wording.turns):
            if turn.match == "similar":
                for place, text in enumerate(turn.phrases):
                    yield turn.status, source, ("turns", number, "phrases", place), text
