"""Whether a form comes from our own pages, as far as the browser says."""

import pytest
from starlette.datastructures import Headers

from web.same_origin import is_foreign

PUBLIC = "https://talk.hanbit.example"
HOST = {"host": "talk.hanbit.example"}


@pytest.mark.parametrize(
    ("headers", "foreign"),
    [
        ({}, False),
        ({"sec-fetch-site": "same-origin"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"sec-fetch-site": "same-site"}, True),
        ({"sec-fetch-site": "cross-site"}, True),
        ({"sec-fetch-site": "cross-site", "origin": "https://talk.hanbit.example"}, True),
        ({"origin": "https://talk.hanbit.example"}, False),
        ({"origin": "http://talk.hanbit.example"}, False),
        ({"origin": "https://hanbit.example"}, True),
        ({"origin": "https://talk.hanbit.example.elsewhere.example"}, True),
        ({"origin": "https://talk.hanbit.example@elsewhere.example"}, True),
        ({"origin": "null"}, True),
        ({"origin": "null", "sec-fetch-site": "same-origin"}, False),
        ({"origin": ""}, True),
    ],
)
def test_another_site_is_told_from_ours(headers: dict[str, str], foreign: bool) -> None:
    assert is_foreign(Headers(HOST | headers), "") == foreign


def test_behind_a_proxy_that_does_not_pass_the_host_on_the_public_address_is_ours() -> None:
    headers = Headers({"host": "10.0.0.5:8000", "origin": PUBLIC})
    assert is_foreign(headers, "")
    assert not is_foreign(headers, PUBLIC)
    assert not is_foreign(headers, f"{PUBLIC}/minwon")
    assert is_foreign(Headers({"host": "10.0.0.5:8000", "origin": "http://talk.hanbit.example"}), PUBLIC)
