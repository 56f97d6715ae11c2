"""How much typing noise costs: every question asked as it is, and once under each kind of noise."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chatbot.retrieval.retriever import Retriever
from chatbot.text import noise
from chatbot.text.noise import Noise
from eval.bootstrap import Estimate
from eval.cases import Case
from eval.ranking import hits, in_scope

CLEAN = "clean"
INITIALS = "initials"
"""The kind that leaves only initial consonants. So little is left that the right entry need not come first:
it is judged by the first three."""

KINDS: Mapping[str, Noise] = {**noise.KINDS, INITIALS: noise.initials}
"""Every kind of noise by name."""

SEED = 20260301


@dataclass(frozen=True)
class NoiseResult:
    """What one kind of noise does.

    Attributes:
        kind: Its name; `CLEAN` for the questions as they are.
        changed: Share of the questions that it changes.
        figures: `hit_rate@1` and `hit_rate@3` under it.
        lost: For each, by how much it is lower than clean (paired by question).
    """

    kind: str
    changed: float
    figures: Mapping[str, Estimate]
    lost: Mapping[str, Estimate]

    @property
    def measure(self) -> str:
        """The figure that it is judged by."""
        return "hit_rate@3" if self.kind == INITIALS else "hit_rate@1"


def robustness(
    cases: Sequence[Case], retriever: Retriever, kinds: Mapping[str, Noise] = KINDS
) -> list[NoiseResult]:
    """Ask every in-scope case under every kind of noise; the same cases always get the same noise.

    Args:
        cases: Cases; those out of scope are passed over.
        retriever: What is searched.
        kinds: Kinds of noise by name.

    Returns:
        The result of the clean questions, then one for each kind.
    """
    asked = in_scope(cases)
    clean = hits(asked, retriever)
    results = [NoiseResult(CLEAN, 0.0, clean.figures(), {})]
    for kind, change in kinds.items():
        typed = [_typed(case.utterance, kind, change) for case in asked]
        changed = sum(text != case.utterance for text, case in zip(typed, asked, strict=True))
        found = hits(asked, retriever, typed)
        results.append(NoiseResult(kind, changed / (len(asked) or 1), found.figures(), clean.lost_to(found)))
    return results


def _typed(utterance: str, kind: str, change: Noise) -> str:
    # A seed of its own for each question, so that no set changes the noise of another.
    return change(utterance, random.Random(f"{SEED} {kind} {utterance}"))  # noqa: S311 - no secret


def robustness_lines(results: Sequence[NoiseResult]) -> list[str]:
    """Return a line for each kind: share changed, then each rate, the points lost and their 95 % interval."""
    head = "".join(f"{name:>12} {'lost':>6} {'':14}" for name in ("hit_rate@1", "hit_rate@3"))
    return [f"  {'noise':<18} {'changed':>8} {head}".rstrip(), *map(_line, results)]


def _line(result: NoiseResult) -> str:
    line = f"  {result.kind:<18} {result.changed:>8.1%} "
    for name, figure in result.figures.items():
        if name < result.measure:
            line += " " * 34
            continue
        lost = result.lost.get(name)
        points = f"{100 * lost.value:6.1f} [{100 * lost.low:5.1f}, {100 * lost.high:5.1f}]" if lost else ""
        line += f"{figure.value:12.1%} {points:21}"
    return line.rstrip()
