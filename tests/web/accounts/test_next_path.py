"""After the sign-in nobody is led to another site."""

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.accounts.next_path import LONGEST_PATH, own_path

HERE = "https://talk.hanbit.example"


@pytest.mark.parametrize(
    "path", ["/", "/staff", "/admin/audit?login=kim&since=2026-03-10", "/faq/a#b", "/%EA%B0%80"]
)
def test_a_path_of_this_site_is_taken(path: str) -> None:
    assert own_path(path) == path


@pytest.mark.parametrize(
    "wanted",
    [
        "",
        "staff",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "/\t/elsewhere.example",
        "/\n/elsewhere.example",
        "https://elsewhere.example/staff",
        "javascript:alert(1)",
        "/가",
        "/" + "a" * LONGEST_PATH,
    ],
)
def test_whatever_could_lead_elsewhere_is_not(wanted: str) -> None:
    assert own_path(wanted) is None


@given(st.one_of(st.text(), st.text("/\\:@.?#\t\n a%"), st.text("/\\:@.?#\t\n a%").map("/".__add__)))
def test_what_is_taken_stays_on_this_site(wanted: str) -> None:
    path = own_path(wanted)
    if path is not None:
        target = urlsplit(urljoin(HERE, path))
        assert f"{target.scheme}://{target.netloc}" == HERE
        assert "\\" not in path
