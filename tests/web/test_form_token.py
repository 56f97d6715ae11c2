"""The token of a form belongs to one cookie."""

from hypothesis import given
from hypothesis import strategies as st

from web.form_token import form_token, is_form_token

texts = st.text(st.characters(codec="utf-8"))
cookies = st.text(st.characters(codec="utf-8"), min_size=1)


@given(cookies)
def test_a_cookie_has_one_token_that_does_not_hold_it(cookie: str) -> None:
    token = form_token(cookie)
    assert is_form_token(token, cookie)
    assert len(token) == 64
    assert set(token) <= set("0123456789abcdef")
    assert len(cookie) < 8 or cookie not in token


@given(cookies, cookies)
def test_the_token_of_another_cookie_is_wrong(cookie: str, other: str) -> None:
    assert is_form_token(form_token(other), cookie) == (cookie == other)


@given(texts)
def test_without_a_cookie_no_token_is_right(given_token: str) -> None:
    assert not is_form_token(given_token, "")
    assert not is_form_token(form_token(""), "")


@given(texts, cookies)
def test_whatever_is_sent_is_looked_at_without_falling_over(given_token: str, cookie: str) -> None:
    assert not is_form_token(given_token[:63], cookie)
