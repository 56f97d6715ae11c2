"""A database with two counsellors, and a clock that a test can set."""

from datetime import datetime, timedelta

from chatbot.knowledge.calendar import SEOUL
from chatbot.store.database import Database
from chatbot.store.tables import AccountRow

MORNING = datetime(2026, 3, 10, 9, 30, tzinfo=SEOUL)
KIM, LEE = 1, 2


class Clock:
    """Tells the time that it was set to."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: int) -> None:
        self.now += timedelta(**time)


def with_counsellors(database: Database) -> Database:
    with database.transaction() as session:
        for number, login in ((KIM, "kim"), (LEE, "lee")):
            session.add(
                AccountRow(id=number, login=login, role="staff", must_change=False, created_at=MORNING)
            )
    return database
