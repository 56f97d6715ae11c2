"""A run as numbers: per set and per tag, printed as a table and stored as JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from eval.bootstrap import Estimate, estimate
from eval.generate import Outcome
from eval.metrics import METRICS

ALL = "all"
"""Name of the group that holds every case of a set."""

Groups = dict[str, dict[str, Estimate]]


@dataclass(frozen=True)
class Run:
    """One evaluation run.

    Attributes:
        config: What was measured: folder, digest, thresholds, day.
        outcomes: Outcomes by set.
    """

    config: Mapping[str, Any]
    outcomes: Mapping[str, Sequence[Outcome]]

    def metrics(self) -> dict[str, Groups]:
        """Return estimates by set, group and metric; a group is a tag, or `ALL`."""
        return {name: _groups(outcomes) for name, outcomes in self.outcomes.items()}


def _groups(outcomes: Sequence[Outcome]) -> Groups:
    tags = sorted({tag for outcome in outcomes for tag in outcome.tags})
    groups = {ALL: list(outcomes)} | {
        tag: [outcome for outcome in outcomes if tag in outcome.tags] for tag in tags
    }
    return {
        name: {
            metric: found
            for metric, value in METRICS.items()
            if (found := estimate([v for outcome in members if (v := value(outcome)) is not None]))
        }
        for name, members in groups.items()
    }


def write_run(run: Run, path: Path) -> None:
    """Store a run as JSON: config, metrics and one outcome a case, for others to score for themselves."""
    metrics = {
        name: {group: {m: asdict(e) for m, e in values.items()} for group, values in groups.items()}
        for name, groups in run.metrics().items()
    }
    outcomes = {name: [outcome.as_json() for outcome in found] for name, found in run.outcomes.items()}
    content = {"config": dict(run.config), "metrics": metrics, "outcomes": outcomes}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_outcomes(path: Path) -> dict[str, list[Outcome]]:
    """Return the outcomes of a stored run, by set.

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
    """Return the numbers as text: a line a metric, the 95 % interval in brackets."""
    lines: list[str] = []
    for name, groups in run.metrics().items():
        for group, values in groups.items():
            count = sum(group in (ALL, *outcome.tags) for outcome in run.outcomes[name])
            lines.append(f"\n{name}: {count} cases" if group == ALL else f"  tag {group}: {count} cases")
            indent = "  " if group == ALL else "    "
            lines += [
                f"{indent}{metric:<20} {found.value:6.1%}  [{found.low:6.1%}, {found.high:6.1%}]"
                for metric, found in values.items()
            ]
    return "\n".join(lines).lstrip("\n")
