"""A run as numbers: per set and per tag, printed as a table and stored as JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from eval.bootstrap import Estimate, estimate, estimate_grouped
from eval.dialogues import DialogueOutcome
from eval.generate import Outcome
from eval.halves import HalfFigures, half_figures, pooled
from eval.metrics import DIALOGUE_METRICS, METRICS

ALL = "all"
"""Name of the group that holds every case of a set."""

Groups = dict[str, dict[str, Estimate]]

OutcomeT = TypeVar("OutcomeT", Outcome, DialogueOutcome)


@dataclass(frozen=True)
class Run:
    """One evaluation run.

    Attributes:
        config: What was measured: folder, digest, thresholds, day.
        outcomes: Outcomes of cases by set.
        dialogues: Outcomes of dialogues by set.
    """

    config: Mapping[str, Any]
    outcomes: Mapping[str, Sequence[Outcome]]
    dialogues: Mapping[str, Sequence[DialogueOutcome]] = field(default_factory=dict)

    def metrics(self) -> dict[str, Groups]:
        """Return estimates by set, group and metric; a group is a tag, or `ALL`."""
        of_cases = {
            name: {group: _of_cases(members) for group, members in _groups(outcomes).items()}
            for name, outcomes in self.outcomes.items()
        }
        of_dialogues = {
            name: {group: _of_dialogues(members) for group, members in _groups(outcomes).items()}
            for name, outcomes in self.dialogues.items()
        }
        return of_cases | of_dialogues

    def halves(self) -> dict[str, HalfFigures]:
        """Return the figures of all cases to tune on, and of all cases to report."""
        return {half: half_figures(outcomes) for half, outcomes in pooled(self.outcomes).items()}


def _groups(outcomes: Sequence[OutcomeT]) -> dict[str, list[OutcomeT]]:
    tags = sorted({tag for outcome in outcomes for tag in outcome.tags})
    return {ALL: list(outcomes)} | {
        tag: [outcome for outcome in outcomes if tag in outcome.tags] for tag in tags
    }


def _of_cases(outcomes: Sequence[Outcome]) -> dict[str, Estimate]:
    return {
        metric: found
        for metric, value in METRICS.items()
        if (found := estimate([v for outcome in outcomes if (v := value(outcome)) is not None]))
    }


def _of_dialogues(outcomes: Sequence[DialogueOutcome]) -> dict[str, Estimate]:
    return {
        metric: found
        for metric, values in DIALOGUE_METRICS.items()
        if (found := estimate_grouped([values(outcome) for outcome in outcomes]))
    }


def write_run(run: Run, path: Path) -> None:
    """Store a run as JSON: config, metrics and one outcome a case, for others to score for themselves."""
    content = {
        "config": dict(run.config),
        "halves": {half: asdict(figures) for half, figures in run.halves().items()},
        "metrics": {
            name: {group: {m: asdict(e) for m, e in values.items()} for group, values in groups.items()}
            for name, groups in run.metrics().items()
        },
        "outcomes": _plain(run.outcomes),
        "dialogues": _plain(run.dialogues),
    }
    write_json(content, path)


def _plain(sets: Mapping[str, Sequence[Outcome] | Sequence[DialogueOutcome]]) -> dict[str, Any]:
    return {name: [outcome.as_json() for outcome in found] for name, found in sets.items()}


def write_json(content: Mapping[str, Any], path: Path) -> None:
    """Store plain values as JSON that people can read too; folders that are missing are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_outcomes(path: Path) -> dict[str, list[Outcome]]:
    """Return the outcomes of a stored run's cases, by set.

    Raises:
        ValueError: The file is no stored run.
    """
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))["outcomes"]
        return {
            name: [
                Outcome(
                    utterance=item["utterance"],
                    expected_entries=tuple(item["expected_entries"]),
                    tags=tuple(item["tags"]),
                    ranked=tuple((entry_id, score) for entry_id, score in item["ranked"]),
                    status=item["status"],
                    entry_id=item["entry_id"],
                    choices=tuple(item["choices"]),
                )
                for item in items
            ]
            for name, items in stored.items()
        }
    except (OSError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(
            f"{path} is no stored run ({error!r}); make one with: python -m eval run --json {path}"
        ) from error


def table(run: Run) -> str:
    """Return the numbers as text: a line a metric, the 95 % interval in brackets; the halves come last."""
    lines: list[str] = []
    for name, groups in run.metrics().items():
        unit = "dialogues" if name in run.dialogues else "cases"
        tags = [outcome.tags for outcome in run.outcomes.get(name, ())]
        tags += [outcome.tags for outcome in run.dialogues.get(name, ())]
        for group, values in groups.items():
            count = sum(group in (ALL, *found) for found in tags)
            lines.append(f"\n{name}: {count} {unit}" if group == ALL else f"  tag {group}: {count} {unit}")
            lines += _lines(values, "  " if group == ALL else "    ")
    for half, figures in run.halves().items():
        lines.append(f"\n{half}: {figures.cases} cases of all {half} sets")
        lines += _lines(figures.estimates, "  ")
        lines.append(f"  {'calibration_error':<22} {figures.calibration_error:6.1%}")
    return "\n".join(lines).lstrip("\n")


def _lines(values: Mapping[str, Estimate], indent: str) -> list[str]:
    return [
        f"{indent}{metric:<22} {found.value:6.1%}  [{found.low:6.1%}, {found.high:6.1%}]"
        for metric, found in values.items()
    ]
