"""An entry is found where its topic and id say.

Passes: `entries/waste/bulky-fee.yaml` with `topic: waste` and `id: bulky-fee`.
Fails: the same file with `id: bulky-fees`, or with `topic: tax`.
"""

from collections.abc import Iterator
from pathlib import PurePath

from chatbot.knowledge.draft import Draft
from chatbot.problem import Problem

RULE = "file-name"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem where the file name is not the id, or the folder not the topic."""
    for read in draft.entries:
        path = PurePath(read.source.path)
        if path.stem != read.entry.id:
            yield read.source.problem(
                ("id",),
                f'id "{read.entry.id}"이(가) 파일 이름 "{path.name}"과 다릅니다',
                f'id를 "{path.stem}"으로 쓰거나 파일 이름을 "{read.entry.id}.yaml"로 바꾸세요',
                RULE,
            )
        if path.parent.name != read.entry.topic:
            yield read.source.problem(
                ("topic",),
                f'topic "{read.entry.topic}"이(가) 폴더 이름 "{path.parent.name}"과 다릅니다',
                f'topic을 "{path.parent.name}"으로 쓰거나 파일을 옮기세요',
                RULE,
            )
