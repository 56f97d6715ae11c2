"""An entry is found where its topic and id say; scenarios, life events and translations by their ids.

A folder of `languages` has the two letters of its language for a name.

Passes: `entries/waste/bulky-fee.yaml` with `topic: waste` and `id: bulky-fee`.
Fails: the same file with `id: bulky-fees`, or with `topic: tax`.
"""

import re
from collections.abc import Iterator
from pathlib import PurePath

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.source import Source
from chatbot.problem import Problem

RULE = "file-name"

_CODE = re.compile(r"[a-z]{2}")


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem where the file name is not the id, or the folder not the topic."""
    for scenario in draft.scenarios:
        yield from _check_name(scenario.source, scenario.scenario.id)
    for life_event in draft.life_events:
        yield from _check_name(life_event.source, life_event.event.id)
    for language in draft.languages:
        if language.interface and not _CODE.fullmatch(language.code):
            yield language.interface[1].problem(
                (),
                f'언어 폴더 이름 "{language.code}"이(가) 언어 부호가 아닙니다',
                "en, vi, zh처럼 영문 소문자 두 글자로 바꾸세요",
                RULE,
            )
        for translation in language.translations:
            yield from _check_name(translation.source, translation.translation.id)
    for read in draft.entries:
        path = PurePath(read.source.path)
        yield from _check_name(read.source, read.entry.id)
        if path.parent.name != read.entry.topic:
            yield read.source.problem(
                ("topic",),
                f'topic "{read.entry.topic}"이(가) 폴더 이름 "{path.parent.name}"과 다릅니다',
                f'topic을 "{path.parent.name}"으로 쓰거나 파일을 옮기세요',
                RULE,
            )


def _check_name(source: Source, record_id: str) -> Iterator[Problem]:
    path = PurePath(source.path)
    if path.stem != record_id:
        yield source.problem(
            ("id",),
            f'id "{record_id}"이(가) 파일 이름 "{path.name}"과 다릅니다',
            f'id를 "{path.stem}"으로 쓰거나 파일 이름을 "{record_id}.yaml"로 바꾸세요',
            RULE,
        )
