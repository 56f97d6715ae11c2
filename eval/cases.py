"""Evaluation cases: an utterance and the entries that answer it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chatbot.problem import Problem
from eval.lines import JsonLines, fields_fault, texts_fault, utterance_fault

_FORM = '{"utterance": "…", "expected_entries": ["id"], "tags": ["tag"]}'


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
    lines = JsonLines(path)
    first: dict[str, int] = {}
    for number, value in lines:
        fault = _fault(value)
        if fault:
            lines.report(number, fault, f"write {_FORM}")
            continue
        case = Case(value["utterance"], tuple(value["expected_entries"]), tuple(value["tags"]))
        if case.utterance in first:
            repeated = f'"{case.utterance}" is also on line {first[case.utterance]}'
            lines.report(number, repeated, "keep one of the two")
            continue
        first[case.utterance] = number
        cases.append(case)
    return cases, lines.problems


def _fault(value: Any) -> str | None:
    return (
        fields_fault(value, ("utterance", "expected_entries", "tags"))
        or utterance_fault(value["utterance"])
        or texts_fault("expected_entries", value["expected_entries"])
        or texts_fault("tags", value["tags"])
    )
