"""An answer fits on the cards of KakaoTalk, which delivers nothing at all when a limit is broken.

Passes: a title and an answer of 400 characters together, five related entries.
Fails: an answer of 400 characters under any title, six related entries.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.problem import Level, Problem

RULE = "kakao-limits"

# https://kakaobusiness.gitbook.io/main/tool/chatbot/skill_guide/answer_json_format
TEXT_CARD_LENGTH = 400
"""Characters of a textCard, title and description together; `**` is not sent."""
LIST_CARD_ITEMS = 5
"""Items of a listCard: the related entries."""


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each entry that KakaoTalk would refuse."""
    for read in draft.entries:
        length = len(read.entry.title) + len(read.entry.plain_answer)
        if length > TEXT_CARD_LENGTH:
            yield read.source.problem(
                ("answer",),
                f"제목과 답변을 더하면 {length}자라 카카오톡 카드에 들어가지 않습니다",
                f"{TEXT_CARD_LENGTH}자까지만 남기고 나머지는 details로 옮기세요",
                RULE,
                Level.WARNING,
            )
        if len(read.entry.related) > LIST_CARD_ITEMS:
            yield read.source.problem(
                ("related", LIST_CARD_ITEMS),
                f"이어지는 질문이 {len(read.entry.related)}개라 카카오톡 목록에 들어가지 않습니다",
                f"{LIST_CARD_ITEMS}개까지만 남기세요",
                RULE,
                Level.WARNING,
            )
