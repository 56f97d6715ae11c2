"""The log of what was done, for admins: to look through, and as a table for spreadsheets."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse, Response, StreamingResponse

from chatbot.knowledge.calendar import SEOUL
from chatbot.store.accounts import LOGIN_LIMIT, Role
from chatbot.store.audit import Action, Audit, AuditFilter, Deed, KeptDeed
from chatbot.text.normalization import clean
from web.access import Signed, signed_in
from web.accounts.action_names import FAMILY_NAMES, action_name
from web.contexts.staff import AuditFields, AuditPage
from web.services import ServicesDependency
from web.staff_menu import staff_frame

router = APIRouter(include_in_schema=False)

PATH = "/admin/audit"

_LINES = 100
_CSV_LINES = 1000
_COLUMNS = ("번호", "때", "누가", "무엇을", "대상", "앞", "뒤", "접속한 곳")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")

Reader = Annotated[Signed, Depends(signed_in(Role.ADMIN))]


def _fields(
    action: Annotated[str, Query(max_length=40)] = "",
    login: Annotated[str, Query(max_length=200)] = "",
    target: Annotated[str, Query(max_length=200)] = "",
    since: Annotated[str, Query(max_length=40)] = "",
    until: Annotated[str, Query(max_length=40)] = "",
) -> AuditFields:
    return AuditFields(clean(action), clean(login)[:LOGIN_LIMIT], clean(target), _day(since), _day(until))


Fields = Annotated[AuditFields, Depends(_fields)]


@router.get(PATH)
def get_page(
    services: ServicesDependency,
    signed: Reader,
    fields: Fields,
    before: Annotated[int | None, Query(ge=1, le=2**62)] = None,
) -> HTMLResponse:
    """Show the newest lines that fit the fields, or those older than the line `before`."""
    wanted = replace(_filter(fields), before_id=before)
    lines = list(services.access.audit.lines(wanted, _LINES + 1))
    shown = lines[:_LINES]
    query = _query(fields)
    older = f"{PATH}?{urlencode([*query, ('before', shown[-1].id)])}" if len(lines) > _LINES else None
    page = AuditPage(
        staff=staff_frame(signed, services, PATH),
        fields=fields,
        families=FAMILY_NAMES,
        actions=list(Action),
        lines=shown,
        older=older,
        csv=f"{PATH}.csv?{urlencode(query)}",
    )
    return HTMLResponse(services.templates.render(page))


@router.get(f"{PATH}.csv")
def get_csv(services: ServicesDependency, signed: Reader, fields: Fields) -> Response:
    """Give all lines that fit the fields, newest first, as a table that spreadsheets open as it is."""
    audit = services.access.audit
    audit.record(Deed(signed.actor, Action.AUDIT_EXPORTED, "audit", after=dict(_query(fields))))
    name = f"minwontalk-audit-{services.clock().astimezone(SEOUL):%Y%m%d-%H%M}.csv"
    return StreamingResponse(
        _table(audit, _filter(fields)),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _table(audit: Audit, wanted: AuditFilter) -> Iterator[str]:
    # Spreadsheets take a file for UTF-8 only if it begins with this mark.
    yield "\ufeff" + _as_csv(_COLUMNS)
    while lines := audit.lines(wanted, _CSV_LINES):
        yield "".join(_as_csv(_cells(line)) for line in lines)
        wanted = replace(wanted, before_id=lines[-1].id)


def _cells(line: KeptDeed) -> tuple[str, ...]:
    deed = line.deed
    return (
        str(line.id),
        f"{line.at.astimezone(SEOUL):%Y-%m-%d %H:%M:%S}",
        deed.actor.login,
        action_name(deed.action),
        deed.target,
        _json(deed.before),
        _json(deed.after),
        (deed.actor.address_key or "")[:8],
    )


def _as_csv(cells: tuple[str, ...]) -> str:
    line = io.StringIO()
    # A cell that begins like a formula would be run by the spreadsheet of whoever opens it.
    csv.writer(line).writerow(f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell for cell in cells)
    return line.getvalue()


def _json(values: object) -> str:
    return "" if values is None else json.dumps(values, ensure_ascii=False)


def _filter(fields: AuditFields) -> AuditFilter:
    return AuditFilter(
        action=fields.action,
        login=fields.login,
        target=fields.target,
        since=_midnight(fields.since),
        until=_midnight(fields.until + timedelta(days=1)) if fields.until else None,
    )


def _query(fields: AuditFields) -> list[tuple[str, str]]:
    named = {
        "action": fields.action,
        "login": fields.login,
        "target": fields.target,
        "since": fields.since.isoformat() if fields.since else "",
        "until": fields.until.isoformat() if fields.until else "",
    }
    return [(name, value) for name, value in named.items() if value]


def _day(text: str) -> date | None:
    try:
        # Days at the ends of the calendar cannot be counted on, and nothing happened on them.
        return min(max(date.fromisoformat(text), date(2000, 1, 1)), date(2999, 1, 1))
    except ValueError:
        return None


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), SEOUL) if day else None
