"""A sign-in at the provider comes back once, in time, and to the browser in which it began."""

import pytest

from chatbot.store.openid_flows import OpenIdFlow
from tests.store.door import Door

FLOW = OpenIdFlow("state", "nonce", "verifier", "/staff")


def test_it_comes_back_once(door: Door) -> None:
    door.flows.start(FLOW, "visit")
    assert door.flows.finish("state", "visit") == FLOW
    assert door.flows.finish("state", "visit") is None


@pytest.mark.parametrize(("state", "visit"), [("other", "visit"), ("state", "another browser"), ("", "")])
def test_what_did_not_begin_here_does_not_end_here(door: Door, state: str, visit: str) -> None:
    door.flows.start(FLOW, "visit")
    assert door.flows.finish(state, visit) is None


def test_a_state_shown_to_a_wrong_browser_is_used_up(door: Door) -> None:
    door.flows.start(FLOW, "visit")
    door.flows.finish("state", "another browser")
    assert door.flows.finish("state", "visit") is None


@pytest.mark.parametrize(("minutes", "known"), [(9.9, True), (10, False)])
def test_it_comes_back_within_ten_minutes_or_not_at_all(door: Door, minutes: float, known: bool) -> None:
    door.flows.start(FLOW, "visit")
    door.clock.advance(minutes=minutes)
    assert (door.flows.finish("state", "visit") == FLOW) == known
