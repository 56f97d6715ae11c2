"""Breaks the scenario of the fixture folder and reads what is said about it."""

from datetime import date
from pathlib import Path

from tests.editing import QUIET_DAY, problems_of, replace_in

FILE = "scenarios/passport-steps.yaml"


def told(folder: Path, old: str, new: str, today: date = QUIET_DAY) -> list[str]:
    """Return the problems of the folder once the only `old` of its scenario is `new`."""
    replace_in(folder / FILE, old, new)
    return problems_of(folder, today)


def at(line: int, column: int, said: str, level: str = "error") -> str:
    """Return a problem at a place of the scenario as it is shown."""
    return f"knowledge/{FILE}:{line}:{column}: {level}: {said}"
