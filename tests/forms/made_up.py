"""Entries that nobody wrote, for properties."""

from dataclasses import replace

from hypothesis import strategies as st

from chatbot.forms.sections import Sections
from chatbot.knowledge.catalog import Contact
from chatbot.knowledge.city import Department

_SIGNS = "가나다라마바사아자차카타파하거너더러무브수으조추코토표흐 0123456789,%"
_SENTENCES = st.text(_SIGNS, min_size=1, max_size=90).map(lambda text: f"{text.strip() or '네'}예요.")
_LINES = st.lists(_SENTENCES, max_size=12)

_EMPTY = Sections(
    title="",
    lead=(),
    documents=(),
    fees=(),
    deadline=(),
    how=(),
    details=(),
    contact=Contact(Department(name="민원과", team="민원팀"), "031-000-1100"),
    as_of="2026년 3월 기준",
    city="한빛시",
)


def made_up_sections() -> st.SearchStrategy[Sections]:
    """Return entries of any length, whose lines end as sentences do."""
    return st.builds(
        lambda title, lead, documents, fees, deadline, how, details: replace(
            _EMPTY,
            title=title,
            lead=lead,
            documents=documents,
            fees=fees,
            deadline=deadline,
            how=how,
            details=details,
        ),
        st.text(_SIGNS, min_size=1, max_size=24),
        st.lists(_SENTENCES, min_size=1, max_size=3, unique=True),
        _LINES,
        _LINES,
        _LINES,
        _LINES,
        _LINES,
    )
