"""A problem is a value: where something is wrong, what is wrong and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad it is. An error keeps the whole catalog from being served; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in a file that people edit.

    Attributes:
        path: The file, as the person who started the command would write it.
        line: Counted from 1.
        column: Counted from 1.
        level: Error or warning.
        message: What is wrong.
        mend: What to do about it.
        rule: Id of the rule that found it; for rules of their own, the name of the module.
    """

    path: str
    line: int
    column: int
    level: Level
    message: str
    mend: str
    rule: str

    def __post_init__(self) -> None:
        if self.line < 1 or self.column < 1:
            raise ValueError(f"lines and columns count from 1, got {self.line}:{self.column}")

    def __str__(self) -> str:
        return (
            f"{self.path}:{self.line}:{self.column}: {self.level}: {self.message}; {self.mend} [{self.rule}]"
        )

    def as_github(self) -> str:
        """Return the workflow command that GitHub shows beside the line of a pull request."""
        place = {"file": self.path, "line": self.line, "col": self.column, "title": self.rule}
        properties = ",".join(f"{name}={_escape_property(str(value))}" for name, value in place.items())
        return f"::{self.level} {properties}::{_escape(f'{self.message}; {self.mend}')}"


def _escape(text: str) -> str:
    # The percent sign first: it is what the others are escaped with.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
