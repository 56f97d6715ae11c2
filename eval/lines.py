"""Files of JSON objects, one a line; what is wrong with a line is a problem with its place."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chatbot.problem import Level, Problem

RULE = "evaluation-case"


class JsonLines:
    """A JSONL file that is being read.

    Attributes:
        problems: What is wrong with it, as far as it was read.
    """

    def __init__(self, path: Path) -> None:
        """Name the file."""
        self._path = path
        self.problems: list[Problem] = []

    def report(self, line: int, message: str, mend: str, column: int = 1) -> None:
        """Keep a problem; lines and columns count from 1."""
        self.problems.append(Problem(self._path.as_posix(), line, column, Level.ERROR, message, mend, RULE))

    def __iter__(self) -> Iterator[tuple[int, Any]]:
        """Yield the value of each line that is JSON, with the line's number; empty lines are none."""
        try:
            text = self._path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self.report(1, f"cannot be read ({error})", "check the path and save it as UTF-8")
            return
        # Not splitlines(): JSON may hold other line separators inside a text.
        for number, line in enumerate(text.split("\n"), start=1):
            if not line.strip():
                continue
            try:
                value = json.loads(line)
            except json.JSONDecodeError as error:
                fault = f"is no JSON ({error.msg})"
                self.report(number, fault, "write one JSON object on the line", error.colno)
                continue
            yield number, value


def fields_fault(value: Any, fields: tuple[str, ...]) -> str | None:
    """Return what keeps a value from being an object with exactly these fields."""
    if not isinstance(value, dict):
        return "is no JSON object"
    unknown = sorted(set(value) - set(fields))
    if unknown:
        return f'unknown field "{unknown[0]}"'
    missing = [field for field in fields if field not in value]
    return f'field "{missing[0]}" is missing' if missing else None


def utterance_fault(value: Any) -> str | None:
    """Return what keeps a value from being an utterance."""
    if not isinstance(value, str) or not value.strip():
        return "utterance must be a text that is not empty"
    return None


def texts_fault(field: str, value: Any) -> str | None:
    """Return what keeps a field's value from being a list of texts, none of them empty."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        return f"{field} must be a list of texts"
    return None
