"""A run for reading: `report.md` and its pictures."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.bootstrap import Estimate, estimate
from eval.confusions import confusions
from eval.generate import Outcome
from eval.halves import DEV, HalfFigures, pooled
from eval.metrics import DIALOGUE_METRICS, METRICS
from eval.pictures import draw_kinds, draw_reliability, draw_risk_coverage
from eval.reliability import reliability_bins
from eval.report import ALL, Groups, Run
from eval.risk_coverage import operating_point, risk_coverage

KINDS = ("keyword", "plain", "colloquial", "situational", "noisy", "ambiguous")
"""Tags that tell how a question is put."""

_PICTURES = {
    "calibration.png": "Calibration: the share of right cases over their score. True scores lie on the line.",
    "risk-coverage.png": "Risk and coverage: what answering more would cost. The dot is what the bot does.",
    "kinds.png": "By kind of question: how often the right entry comes first.",
}
_SET_METRICS = (
    "hit_rate@1",
    "hit_rate@3",
    "resolved_rate",
    "wrong_answer_rate",
    "clarification_rate",
    "false_answer_rate",
)


def write_report(run: Run, folder: Path) -> None:
    """Write `report.md` and its pictures to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    halves = pooled(run.outcomes)
    if halves:
        draw_reliability(
            {half: reliability_bins(found) for half, found in halves.items()}, folder / "calibration.png"
        )
        draw_risk_coverage(
            {half: risk_coverage(found) for half, found in halves.items()},
            {half: operating_point(found) for half, found in halves.items()},
            folder / "risk-coverage.png",
        )
        draw_kinds({half: _by_kind(found) for half, found in halves.items()}, folder / "kinds.png")
    (folder / "report.md").write_text(report(run), encoding="utf-8")


def report(run: Run) -> str:
    """Return a run as Markdown. Of the halves, only the one to tune on is looked into."""
    halves = run.halves()
    metrics = run.metrics()
    sections = [f"# Measurement\n\n{_config(run.config)}\n\nWhat each figure means: eval/README.md."]
    if halves:
        sections += [
            f"## Halves\n\n{_halves_table(halves)}",
            *(f"![{text.split(':')[0]}]({name})\n\n{text}" for name, text in _PICTURES.items()),
        ]
    sections.append(f"## Sets\n\n{_sets_table(metrics, run.outcomes, _SET_METRICS)}")
    if run.dialogues:
        sections.append(f"## Dialogues\n\n{_sets_table(metrics, run.dialogues, tuple(DIALOGUE_METRICS))}")
    mistaken = confusions(pooled(run.outcomes).get(DEV, ()))
    if mistaken:
        rows = [[" or ".join(found.expected), found.got, str(found.count)] for found in mistaken]
        sections.append(
            f"## Mistaken for one another\n\nMost frequent first, {DEV} sets only.\n\n"
            + _table(["expected", "came first", "cases"], rows)
        )
    return "\n\n".join(sections) + "\n"


def _by_kind(outcomes: Sequence[Outcome]) -> dict[str, Estimate]:
    value = METRICS["hit_rate@1"]
    found = {
        kind: estimate(
            [v for outcome in outcomes if kind in outcome.tags and (v := value(outcome)) is not None]
        )
        for kind in KINDS
    }
    return {kind: figure for kind, figure in found.items() if figure}


def _config(config: Mapping[str, object]) -> str:
    return "\n".join(f"- {name}: {value}" for name, value in config.items())


def _halves_table(halves: Mapping[str, HalfFigures]) -> str:
    names = list(dict.fromkeys(name for figures in halves.values() for name in figures.estimates))
    rows = [["cases", *(str(figures.cases) for figures in halves.values())]]
    rows += [
        [f"`{name}`", *(_with_interval(figures.estimates.get(name)) for figures in halves.values())]
        for name in names
    ]
    rows.append(["`calibration_error`", *(f"{figures.calibration_error:.1%}" for figures in halves.values())])
    return _table(["", *halves], rows)


def _sets_table(
    metrics: Mapping[str, Groups], sets: Mapping[str, Sequence[object]], columns: Sequence[str]
) -> str:
    rows = [
        [name, str(len(members)), *(_with_interval(metrics[name][ALL].get(column)) for column in columns)]
        for name, members in sets.items()
    ]
    return _table(["set", "count", *(f"`{column}`" for column in columns)], rows)


def _with_interval(figure: Estimate | None) -> str:
    return f"{figure.value:.1%} [{figure.low:.1%}, {figure.high:.1%}]" if figure else ""


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
