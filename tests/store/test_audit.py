"""The log of what was done."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from chatbot.store.audit import COMMAND_LINE, Action, Actor, AuditFilter, Deed
from chatbot.text.personal_data import MASK
from tests.store.door import Door


def targets(door: Door, wanted: AuditFilter, limit: int = 10) -> list[str]:
    return [line.deed.target for line in door.audit.lines(wanted, limit)]


def test_a_line_holds_who_when_what_and_on_what(door: Door) -> None:
    account = door.account()
    actor = Actor(account.id, "kim", "0" * 64)
    deed = Deed(actor, Action.ACCOUNT_ROLE, "account:lee", {"role": "staff"}, {"role": "editor"})
    door.clock.advance(minutes=3)
    door.audit.record(deed)
    line = door.audit.lines(AuditFilter(), 1)[0]
    assert (line.at, line.deed) == (door.clock.now, deed)


def test_personal_numbers_are_hidden_and_long_texts_cut_however_deep_they_stand(door: Door) -> None:
    after = {"note": ["900101-1234567", {"far": "글" * 400}], "count": 3, "on": True, "none": None}
    door.audit.record(Deed(COMMAND_LINE, Action.ACCOUNT_NAME, "010-1234-5678", after=after))
    deed = door.audit.lines(AuditFilter(), 1)[0].deed
    assert deed.target == MASK
    assert deed.after == {"note": [MASK, {"far": "글" * 299 + "…"}], "count": 3, "on": True, "none": None}


@pytest.mark.parametrize(
    "change", ["UPDATE audit_log SET login = 'somebody else'", "DELETE FROM audit_log WHERE id = 1"]
)
def test_what_was_written_can_be_neither_changed_nor_deleted(door: Door, change: str) -> None:
    door.audit.record(Deed(COMMAND_LINE, Action.ACCOUNT_NAME, "account:kim"))
    with pytest.raises(IntegrityError, match="only ever added to"), door.database.transaction() as session:
        session.execute(text(change))
    assert targets(door, AuditFilter()) == ["account:kim"]


def test_a_deed_that_fails_leaves_no_line(door: Door) -> None:
    def fail_halfway(session: Session) -> None:
        door.audit.record(Deed(COMMAND_LINE, Action.ACCOUNT_NAME, "account:kim"), session)
        raise RuntimeError("halfway")

    with pytest.raises(RuntimeError, match="halfway"), door.database.transaction() as session:
        fail_halfway(session)
    assert targets(door, AuditFilter()) == []


def test_lines_are_found_by_family_person_target_and_time_newest_first(door: Door) -> None:
    account = door.account()
    kim = Actor(account.id, "kim")
    start = door.clock.now
    for number, (actor, action) in enumerate(
        [(kim, Action.SIGNED_IN), (COMMAND_LINE, Action.ACCOUNT_ROLE), (kim, Action.SIGNED_OUT)]
    ):
        door.clock.advance(hours=1)
        door.audit.record(Deed(actor, action, f"entry:{number}_%"))
    assert targets(door, AuditFilter(action="sign_in")) == ["entry:2_%", "entry:0_%"]
    assert targets(door, AuditFilter(action="sign_in.ended")) == ["entry:2_%"]
    assert targets(door, AuditFilter(action="sign")) == []
    assert targets(door, AuditFilter(login="kim")) == ["entry:2_%", "entry:0_%"]
    assert targets(door, AuditFilter(target="y:1_%")) == ["entry:1_%"]
    assert targets(door, AuditFilter(target="y:%1")) == []
    later = start + timedelta(hours=2)
    assert targets(door, AuditFilter(since=later)) == ["entry:2_%", "entry:1_%"]
    assert targets(door, AuditFilter(until=later)) == ["entry:0_%", "account:kim"]


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_pages_are_turned_without_losing_a_line(door: Door, limit: int) -> None:
    for number in range(5):
        door.audit.record(Deed(COMMAND_LINE, Action.ACCOUNT_NAME, str(number)))
    found: list[str] = []
    wanted = AuditFilter()
    while lines := door.audit.lines(wanted, limit):
        found += [line.deed.target for line in lines]
        wanted = AuditFilter(before_id=lines[-1].id)
    assert found == ["4", "3", "2", "1", "0"]
