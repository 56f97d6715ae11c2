"""The log as a page and as a table for spreadsheets."""

import csv
import io
import re

import pytest

from chatbot.store.audit import Action, Actor, Deed
from tests.web.staff_client import Browser


@pytest.fixture
def admin(browser: Browser) -> Browser:
    browser.sign_in("admin")
    return browser


def record(admin: Browser, target: str, *, action: Action = Action.ACCOUNT_NAME, login: str = "kim") -> None:
    admin.services.access.audit.record(Deed(Actor(None, login, "ab12cd34ef"), action, target))


def rows(admin: Browser, query: str) -> list[dict[str, str]]:
    answer = admin.http.get(f"/admin/audit.csv?{query}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def test_a_line_shows_the_citys_clock_and_only_a_part_of_the_hash(admin: Browser) -> None:
    record(admin, "entry:one-line")
    page = admin.http.get("/admin/audit?target=entry:one-line").text
    (line,) = re.findall(r"<tr><td.*?</tr>", page)
    for words in ("2026-03-10 10:00:00", "kim", "보이는 이름 바꿈", "entry:one-line", "ab12cd34<"):
        assert words in line
    assert "ab12cd34ef" not in page


def test_fields_narrow_the_list_and_stay_filled_in(admin: Browser) -> None:
    record(admin, "entry:narrow", login="lee")
    record(admin, "entry:narrow", action=Action.SIGNED_IN, login="lee")
    page = admin.http.get("/admin/audit?action=account&login=lee&target=narrow&since=2026-03-10").text
    assert page.count("<code>entry:narrow</code>") == 1
    assert '<option value="account" selected>' in page
    assert 'value="lee"' in page
    assert 'value="2026-03-10"' in page
    assert "찾은 기록이 없어요" in admin.http.get("/admin/audit?login=lee&until=2026-03-09").text
    assert "entry:narrow" in admin.http.get("/admin/audit?login=lee&until=2026-03-10").text


def test_pages_are_turned_to_the_oldest_line(admin: Browser) -> None:
    for number in range(205):
        record(admin, f"many:{number}")
    found: list[str] = []
    path: str | None = "/admin/audit?target=many"
    while path:
        page = admin.http.get(path).text
        found += re.findall(r"<code>(many:\d+)</code>", page)
        links = re.findall(r'href="(/admin/audit\?[^"]*before=\d+)"', page)
        path = links[0].replace("&amp;", "&") if links else None
    assert found == [f"many:{number}" for number in reversed(range(205))]


def test_the_table_holds_the_same_lines_and_says_that_it_was_taken(admin: Browser) -> None:
    record(admin, "table:one")
    record(admin, "table:two")
    (two, one) = rows(admin, "target=table:")
    assert (one["대상"], two["대상"], one["누가"]) == ("table:one", "table:two", "kim")
    newest = rows(admin, "action=audit")[1]
    assert newest["무엇을"] == "기록 내려받음"
    assert newest["뒤"] == '{"target": "table:"}'


@pytest.mark.parametrize("formula", ['=HYPERLINK("http://elsewhere.example")', "+1", "-1", "@SUM(A1)"])
def test_no_cell_is_run_as_a_formula(admin: Browser, formula: str) -> None:
    record(admin, formula, login="formula")
    assert rows(admin, "login=formula")[0]["대상"] == f"'{formula}"


@pytest.mark.parametrize(
    "query", ["since=soon", "since=0001-01-01&until=9999-12-31", "action=%27%3B--", "before=1", "target=%25"]
)
def test_whatever_stands_in_the_address_gives_a_page(admin: Browser, query: str) -> None:
    assert admin.http.get(f"/admin/audit?{query}").status_code == 200
    assert admin.http.get(f"/admin/audit.csv?{query}").status_code == 200


def test_a_target_with_markup_is_shown_as_text(admin: Browser) -> None:
    record(admin, "<script>alert(1)</script>", login="markup")
    assert "<script>alert" not in admin.http.get("/admin/audit?login=markup").text
