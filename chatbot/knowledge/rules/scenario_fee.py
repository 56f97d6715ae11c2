"""What a scenario adds up are fees of entries, named as the entries name them.

Passes: `fee: 10년 여권, 58면` while the entry has a fee with that label.
Fails: `fee: 10년 여권 58면` for that entry.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from chatbot.knowledge.draft import Draft
from chatbot.problem import Problem

RULE = "scenario-fee"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each label that no fee of the entry has."""
    labels = {read.entry.id: [fee.label for fee in read.entry.fees] for read in draft.entries}
    for read in draft.scenarios:
        for end_id, end in read.scenario.ends.items():
            for place, item in enumerate(end.total):
                if item.fee in labels.get(item.entry, (item.fee,)):
                    continue
                close = get_close_matches(item.fee, labels[item.entry], n=1)
                yield read.source.problem(
                    ("ends", end_id, "total", place, "fee"),
                    f'"{item.entry}" 항목에 "{item.fee}" 수수료가 없습니다',
                    f'"{close[0]}"이(가) 맞는지 확인하세요' if close else "항목에 적힌 label 그대로 쓰세요",
                    RULE,
                )
