"""Every topic is listed in `city.yaml`, where its name for citizens is.

Passes: `topic: waste` while `city.yaml` lists a topic with `id: waste`.
Fails: a topic that `city.yaml` does not list.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.problem import Problem

RULE = "unknown-topic"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each entry and scenario of an unlisted topic."""
    if draft.city is None:
        return
    listed = {topic.id for topic in draft.city[0].topics}
    topics = [
        *((read.entry.topic, read.source) for read in draft.entries),
        *((read.scenario.topic, read.source) for read in draft.scenarios),
    ]
    for topic, source in topics:
        if topic not in listed:
            yield source.problem(
                ("topic",),
                f'분야 "{topic}"이(가) city.yaml의 topics에 없습니다',
                f"{', '.join(sorted(listed))} 가운데 하나로 쓰거나 city.yaml에 더하세요",
                RULE,
            )
