"""The counselling log as a page: counts of a day and of a month, and the lines as CSV."""

import csv
import io
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse, Response

from chatbot.knowledge.calendar import SEOUL
from chatbot.store.accounts import Role
from chatbot.store.counselling import CounselStatistics, KeptCounsel, statistics_of
from web.access import Signed, signed_in
from web.cockpit.words import OUTCOMES
from web.contexts.cockpit import CounselLogPage, CountedRow, ShownCounts
from web.services import Services, ServicesDependency
from web.staff_menu import staff_frame

router = APIRouter(include_in_schema=False)

PATH = "/staff/log"

_MOST_ENTRIES = 10
_NO_TOPIC = "분야 없음"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

OneDay = Annotated[date | None, Query(alias="day")]
FromStaff = Annotated[Signed, Depends(signed_in(Role.STAFF))]


@router.get(PATH)
def get_log_page(services: ServicesDependency, signed: FromStaff, day: OneDay = None) -> HTMLResponse:
    """Show the counts of a day and of its month; today unless a day is given."""
    shown = day or services.clock().astimezone(SEOUL).date()
    first, last = month_of(shown)
    log = services.counselling
    page = CounselLogPage(
        staff=staff_frame(signed, services, PATH),
        day=shown,
        of_day=_counts(statistics_of(log.lines(shown, shown)), services),
        of_month=_counts(statistics_of(log.lines(first, last)), services),
        version=services.version,
    )
    return HTMLResponse(services.templates.render(page))


@router.get(f"{PATH}.csv")
def get_log_csv(services: ServicesDependency, _: FromStaff, day: OneDay = None) -> Response:
    """Return the lines of a month as CSV that spreadsheets read as Korean."""
    shown = day or services.clock().astimezone(SEOUL).date()
    lines = services.counselling.lines(*month_of(shown))
    text = io.StringIO()
    csv.writer(text).writerows(_rows(lines, services))
    return Response(
        "\ufeff" + text.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="counselling-{shown:%Y-%m}.csv"'},
    )


def month_of(day: date) -> tuple[date, date]:
    """Return the first and the last day of a day's month."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _rows(lines: Sequence[KeptCounsel], services: Services) -> Iterator[list[str]]:
    catalog = services.live.served.responder.catalog
    yield ["날짜", "시각", "분야", "항목", "항목 이름", "결과"]
    for line in lines:
        noted_at, counsel = line.noted_at.astimezone(SEOUL), line.counsel
        topic = catalog.topic(counsel.topic) if counsel.topic else None
        entry = catalog.entries.get(counsel.entry_id or "")
        cells = [
            f"{noted_at:%Y-%m-%d}",
            f"{noted_at:%H:%M}",
            topic.name if topic else counsel.topic or _NO_TOPIC,
            counsel.entry_id or "",
            entry.title if entry else "",
            OUTCOMES[counsel.outcome],
        ]
        # A spreadsheet would take such a beginning for a formula.
        yield [f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells]


def _counts(found: CounselStatistics, services: Services) -> ShownCounts:
    catalog = services.live.served.responder.catalog
    topics = {topic.id: topic.name for topic in catalog.city.topics}
    titles = {entry_id: entry.title for entry_id, entry in catalog.entries.items()}
    return ShownCounts(
        total=found.total,
        outcomes=[CountedRow(OUTCOMES[outcome], count) for outcome, count in found.outcomes.items()],
        days=[CountedRow(f"{day.month}월 {day.day}일", count) for day, count in found.days.items()],
        topics=_named({name or _NO_TOPIC: count for name, count in found.topics.items()}, topics),
        entries=_named(found.entries, titles)[:_MOST_ENTRIES],
    )


def _named(counts: Mapping[str, int], names: Mapping[str, str]) -> list[CountedRow]:
    return [CountedRow(names.get(name, name), count) for name, count in counts.items()]
