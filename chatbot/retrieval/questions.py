"""Questions with known answers, from which the confidence is learned."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class LabelledQuestion:
    """A question as a citizen typed it, and the ids of the entries that answer it; none if nothing does."""

    utterance: str
    expected_entries: Sequence[str]


def read_questions(paths: Iterable[Path]) -> list[LabelledQuestion]:
    """Read JSONL files, one `{"utterance": …, "expected_entries": […]}` a line.

    Raises:
        ValueError: A file cannot be read or a line is not of this form; says which.
    """
    questions: list[LabelledQuestion] = []
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise ValueError(f"{path}: cannot be read ({error}); give a JSONL file of questions") from error
        for number, line in enumerate(lines, start=1):
            try:
                item = json.loads(line)
                question = LabelledQuestion(str(item["utterance"]), tuple(map(str, item["expected_entries"])))
            except (KeyError, TypeError, ValueError) as error:
                form = '{"utterance": "…", "expected_entries": ["id"]}'
                raise ValueError(f"{path}:{number}:1: no labelled question; a line is {form}") from error
            questions.append(question)
    return questions
