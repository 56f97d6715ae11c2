"""Breaks a copy of a knowledge folder on purpose, and reads what is said about it."""

from datetime import date
from pathlib import Path

from chatbot.knowledge.reader import read_catalog

QUIET_DAY = date(2024, 12, 1)
"""A day on which nothing of the fixture folder is over."""


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace the only place that holds `old`."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path} holds {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def problems_of(folder: Path, today: date = QUIET_DAY) -> list[str]:
    """Return every problem of a folder, as it is shown."""
    return [str(problem) for problem in read_catalog(folder, today).problems]
