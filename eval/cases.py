"""Evaluation cases: an utterance and the entries that answer it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chatbot.problem import Level, Problem

RULE = "evaluation-case"
_FIELDS = ("utterance", "expected_entries", "tags")


@dataclass(frozen=True)
class Case:
    """One question with its right answers.

    Attributes:
        utterance: What a citizen types.
        expected_entries: Ids of the entries that answer it, each as good as the others; empty when the
            question is out of scope and must not be answered.
        tags: Groups that are reported apart.
    """

    utterance: str
    expected_entries: tuple[str, ...]
    tags: tuple[str, ...]


def read_cases(path: Path) -> tuple[list[Case], list[Problem]]:
    """Return the cases of a JSONL file, one a line, and what is wrong with the other lines."""
    cases: list[Case] = []
    problems: list[Problem] = []

    def report(line: int, message: str, mend: str, column: int = 1) -> None:
        problems.append(Problem(path.as_posix(), line, column, Level.ERROR, message, mend, RULE))

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        report(1, f"cannot be read ({error})", "check the path and save it as UTF-8")
        return [], problems
    first: dict[str, int] = {}
    # Not splitlines(): JSON may hold other line separators inside a text.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except json.JSONDecodeError as error:
            report(number, f"is no JSON ({error.msg})", "write one JSON object on the line", error.colno)
            continue
        fault = _fault(value)
        if fault:
            report(number, fault, 'write {"utterance": "…", "expected_entries": ["id"], "tags": ["tag"]}')
            continue
        case = Case(value["utterance"], tuple(value["expected_entries"]), tuple(value["tags"]))
        if case.utterance in first:
            report(
                number, f'"{case.utterance}" is also on line {first[case.utterance]}', "keep one of the two"
            )
            continue
        first[case.utterance] = number
        cases.append(case)
    return cases, problems


def _fault(value: Any) -> str | None:
    if not isinstance(value, dict):
        return "is no JSON object"
    unknown = sorted(set(value) - set(_FIELDS))
    if unknown:
        return f'unknown field "{unknown[0]}"'
    missing = [field for field in _FIELDS if field not in value]
    if missing:
        return f'field "{missing[0]}" is missing'
    if not isinstance(value["utterance"], str) or not value["utterance"].strip():
        return "utterance must be a text that is not empty"
    for field in ("expected_entries", "tags"):
        items = value[field]
        if not isinstance(items, list) or not all(isinstance(item, str) and item for item in items):
            return f"{field} must be a list of texts"
    return None
