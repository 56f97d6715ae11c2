"""No personal number may stand in the knowledge base, not even as an example.

Passes: `phone: 031-000-1234`, "주민등록번호 뒷자리".
Fails: a variant that holds a resident number, a mobile number or a card number.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.problem import Problem
from chatbot.text.personal_data import find_personal_data

RULE = "private-number"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each value of an entry or a scenario that holds a personal number."""
    for source in draft.written:
        for location, text in source.texts():
            for span in find_personal_data(text):
                yield source.problem(
                    location,
                    f"개인 번호로 보이는 숫자가 있습니다({span.kind})",
                    "번호를 지우거나 숫자 없이 말로 쓰세요",
                    RULE,
                )
