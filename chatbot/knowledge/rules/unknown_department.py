"""The department and the telephone number of an entry stand in `departments.yaml`.

Passes: `department: waste` and `phone: 031-000-1234` where both are listed there.
Fails: a department, or a number, that is not listed: nobody could say whether it is open now.
"""

from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.problem import Problem

RULE = "unknown-department"
_MEND = "철자를 확인하거나 departments.yaml에 더하세요"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each department or number that is not listed."""
    if draft.departments is None:
        return
    phones = {department.phone for department in draft.departments.values()}
    for read in draft.entries:
        entry = read.entry
        if entry.department not in draft.departments:
            yield read.source.problem(
                ("department",), f'담당 "{entry.department}"이(가) departments.yaml에 없습니다', _MEND, RULE
            )
        if entry.phone not in phones:
            yield read.source.problem(
                ("phone",), f'번호 "{entry.phone}"이(가) departments.yaml에 없습니다', _MEND, RULE
            )
    if draft.city:
        city, source = draft.city
        call_centre = draft.departments.get(city.call_centre)
        if call_centre is None or call_centre.phone is None:
            yield source.problem(
                ("call_centre",),
                f'departments.yaml에 "{city.call_centre}"이(가) 없거나 번호가 없습니다',
                "철자를 확인하거나 departments.yaml에 번호를 쓰세요",
                RULE,
            )
