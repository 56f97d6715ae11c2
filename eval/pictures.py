"""Pictures of what was measured. The only module that knows matplotlib."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eval.bootstrap import Estimate
from eval.learning_curve import CurvePoint
from eval.reliability import Bin
from eval.risk_coverage import Point
from eval.robustness import CLEAN, NoiseResult

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WIDTH = 7.0
_HEIGHT = 4.5
_DPI = 110
_COLOURS = ("#1f5fa8", "#d1702a", "#4a8f4e", "#8a5aa8")


def draw_reliability(halves: Mapping[str, Sequence[Bin]], path: Path) -> None:
    """Draw the share of right cases over their mean score; on the diagonal scores mean what they say."""
    figure, axes = _new("Calibration", "score of the best candidate", "share that is right")
    axes.plot([0, 1], [0, 1], color="#999999", linewidth=1, linestyle="--")
    for colour, (half, bins) in zip(_COLOURS, halves.items(), strict=False):
        scores, rights = [found.score for found in bins], [found.right for found in bins]
        axes.plot(scores, rights, marker="o", color=colour, label=half)
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1.02)
    _save(figure, axes, path)


def draw_risk_coverage(
    halves: Mapping[str, Sequence[Point]], operating: Mapping[str, Point | None], path: Path
) -> None:
    """Draw the share of wrong answers over the share of cases answered; a dot is what the bot does."""
    figure, axes = _new("Risk and coverage", "share of all cases answered", "share of answers that are wrong")
    for colour, (half, points) in zip(_COLOURS, halves.items(), strict=False):
        coverages, risks = [point.coverage for point in points], [point.risk for point in points]
        axes.plot(coverages, risks, color=colour, label=half)
        now = operating.get(half)
        if now:
            axes.plot([now.coverage], [now.risk], marker="o", color=colour, label=f"{half}, as decided")
    axes.set_xlim(0, 1)
    axes.set_ylim(bottom=0)
    _save(figure, axes, path)


def draw_kinds(halves: Mapping[str, Mapping[str, Estimate]], path: Path) -> None:
    """Draw `hit_rate@1` by kind of question, with its 95 % interval."""
    figure, axes = _new("Right entry first, by kind of question", "", "hit_rate@1")
    kinds = list(dict.fromkeys(kind for figures in halves.values() for kind in figures))
    _bars(axes, kinds, halves)
    axes.set_ylim(0, 1.02)
    _save(figure, axes, path)


def draw_robustness(groups: Mapping[str, Sequence[NoiseResult]], path: Path) -> None:
    """Draw the hit rate under each kind of noise, with its 95 % interval; a dashed line is clean."""
    figure, axes = _new("Typing noise", "", "hit_rate@1 (initials: hit_rate@3)")
    figures = {
        group: {found.kind: found.figures[found.measure] for found in results if found.figures}
        for group, results in groups.items()
    }
    kinds = [
        kind for kind in dict.fromkeys(kind for found in figures.values() for kind in found) if kind != CLEAN
    ]
    _bars(axes, kinds, figures)
    for colour, found in zip(_COLOURS, figures.values(), strict=False):
        if CLEAN in found:
            axes.axhline(found[CLEAN].value, color=colour, linewidth=1, linestyle="--")
    for label in axes.get_xticklabels():
        label.set(rotation=45, horizontalalignment="right", rotation_mode="anchor")
    axes.set_ylim(0, 1.02)
    _save(figure, axes, path)


def draw_learning_curve(points: Sequence[CurvePoint], path: Path) -> None:
    """Draw `hit_rate@1` (with its 95 % interval) and `hit_rate@3` over the mean number of variants."""
    figure, axes = _new("What variants are worth", "variants an entry (mean)", "hit rate")
    groups = list(dict.fromkeys(group for point in points for group in point.figures))
    for colour, group in zip(_COLOURS, groups, strict=False):
        for metric, line in (("hit_rate@1", "-"), ("hit_rate@3", ":")):
            found = [
                (point.variants, figure_of[metric]) for point in points if (figure_of := point.figures[group])
            ]
            axes.errorbar(
                [variants for variants, _ in found],
                [figure_of.value for _, figure_of in found],
                yerr=_reach([figure_of for _, figure_of in found]) if metric == "hit_rate@1" else None,
                color=colour,
                linestyle=line,
                marker="o",
                capsize=2,
                label=f"{group} {metric}",
            )
    axes.set_xscale("log")
    axes.set_xticks([point.variants for point in points], [f"{point.variants:.0f}" for point in points])
    axes.minorticks_off()
    _save(figure, axes, path)


def _new(title: str, across: str, up: str) -> "tuple[Figure, Axes]":
    # Loaded only when something is drawn: it takes its time and memory, which others measure.
    from matplotlib.figure import Figure  # noqa: PLC0415

    # Without pyplot a figure is drawn by Agg, needs no display and is forgotten with its last name.
    figure = Figure(figsize=(_WIDTH, _HEIGHT), dpi=_DPI, layout="constrained")
    axes = figure.add_subplot()
    axes.set_title(title)
    axes.set_xlabel(across)
    axes.set_ylabel(up)
    axes.grid(axis="y", color="#dddddd")
    axes.set_axisbelow(True)
    return figure, axes


def _bars(axes: "Axes", labels: Sequence[str], groups: Mapping[str, Mapping[str, Estimate]]) -> None:
    width = 0.8 / (len(groups) or 1)
    for number, (colour, (group, figures)) in enumerate(zip(_COLOURS, groups.items(), strict=False)):
        found = [(place, figures[label]) for place, label in enumerate(labels) if label in figures]
        axes.bar(
            [place + width * (number - (len(groups) - 1) / 2) for place, _ in found],
            [figure.value for _, figure in found],
            width,
            yerr=_reach([figure for _, figure in found]),
            color=colour,
            label=group,
            capsize=2,
        )
    axes.set_xticks(range(len(labels)), labels)


def _reach(figures: Sequence[Estimate]) -> list[list[float]]:
    """Return how far intervals reach below and above their values."""
    return [
        [max(0.0, figure.value - figure.low) for figure in figures],
        [max(0.0, figure.high - figure.value) for figure in figures],
    ]


def _save(figure: "Figure", axes: "Axes", path: Path) -> None:
    if axes.get_legend_handles_labels()[0]:
        axes.legend(fontsize="small")
    path.parent.mkdir(parents=True, exist_ok=True)
    # Without the name and version of the library the same numbers give the same file.
    figure.savefig(path, format="png", metadata={"Software": None})
