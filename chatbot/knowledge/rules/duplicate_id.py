"""Two files must not claim the same id.

Passes: `entries/waste/bulky-fee.yaml` with `id: bulky-fee`, and no other file with that id.
Fails: a second file with `id: bulky-fee`.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft, ReadEntry
from chatbot.problem import Problem

RULE = "duplicate-id"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each entry whose id another file took before it."""
    first: dict[str, ReadEntry] = {}
    for read in draft.entries:
        other = first.setdefault(read.entry.id, read)
        if other is not read:
            yield read.source.problem(
                ("id",),
                f'id "{read.entry.id}"을(를) {other.source.path}에서도 씁니다',
                "둘 가운데 하나의 id와 파일 이름을 바꾸세요",
                RULE,
            )
