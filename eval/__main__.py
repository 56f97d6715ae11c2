"""`python -m eval`: measures the bot on questions with known answers."""

import argparse
import sys
import time
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from chatbot.dialogue.responder import Responder
from chatbot.knowledge.calendar import SEOUL
from chatbot.lookup.finder import Finder
from chatbot.retrieval.retriever import Retriever
from chatbot.text.morphemes import MorphemeTokenizer
from eval.benchmark import benchmark
from eval.candidate_stage import STAGE_HEAD, measure_candidate_stage, stage_line
from eval.compare import describe, flips
from eval.dialogues import hold
from eval.generate import generate
from eval.growth import GROWTH_HEAD, growth_line, measure_growth
from eval.halves import DEV, by_half
from eval.inputs import InputError, read_inputs
from eval.keystrokes import TYPING_HEAD, keyword_cases, measure_typing, typing_lines
from eval.learning_curve import curve_line, learning_curve
from eval.markdown import write_report
from eval.memory import resident_mb
from eval.pictures import draw_learning_curve, draw_robustness
from eval.ranking import in_scope
from eval.report import Run, read_outcomes, table, write_json, write_run
from eval.robustness import robustness, robustness_lines

SETS = Path(__file__).parent / "sets"
RESULTS = Path(__file__).parent / "results"

_BAD_INPUT = 2
_FEWEST_TIMED = 2  # percentiles need as many


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return the exit code: 0 done, 2 bad input."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "compare":
            _compare(options.before, options.after)
        elif options.command == "bench":
            if options.growth:
                _growth(_sets(options.set, f"*-{DEV}.jsonl"), options.knowledge)
            else:
                _bench(options.knowledge)
        elif options.command == "keystrokes":
            _keystrokes(_sets(options.set), options.knowledge)
        elif options.command == "run":
            sets = _sets(options.set, f"{options.language}/*.jsonl" if options.language else "*.jsonl")
            _run(sets, options.knowledge, options.json, options.language)
        else:
            measure = {"robustness": _robustness, "curve": _curve}[options.command]
            measure(_sets(options.set), options.knowledge, options.json)
    except InputError as error:
        for line in error.problems:
            print(line, file=sys.stderr)
        return _BAD_INPUT
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    compare = commands.add_parser("compare", help="show which cases flipped between two stored runs")
    compare.add_argument("before", type=Path, metavar="A", help="stored run")
    compare.add_argument("after", type=Path, metavar="B", help="stored run")
    measured = {
        "run": ("ask every case, print and store the numbers", "run.json"),
        "robustness": ("ask every case under every kind of typing noise; takes minutes", "robustness.json"),
        "curve": ("ask every case with fewer variants in the index; takes minutes", "curve.json"),
        "keystrokes": (
            "type the keyword cases as a counsellor does; tell after how many keys they are found",
            "",
        ),
        "bench": ("time the steps of a turn, as ratios within one run, and tell the memory", ""),
    }
    for name, (does, stored) in measured.items():
        command = commands.add_parser(name, help=does, description=does)
        command.add_argument(
            "--set",
            action="append",
            type=Path,
            metavar="FILE",
            help="a JSONL file of cases, or for run of dialogues; may be given again "
            f"(default: every {'dev set, for --growth' if name == 'bench' else 'file'} in eval/sets)",
        )
        command.add_argument("--knowledge", type=Path, metavar="DIR", help="knowledge folder to measure")
        if name == "run":
            command.add_argument(
                "--language",
                metavar="CODE",
                help="measure the bot in this language of the knowledge folder, by default on every file in "
                "eval/sets/CODE",
            )
        if stored:
            beside = "without its report" if name == "run" else "with its picture"
            command.add_argument(
                "--json",
                type=Path,
                metavar="OUT",
                help=f"where to store the numbers, {beside} (default: eval/results/<date>/{stored})",
            )
        elif name == "bench":
            command.add_argument(
                "--growth",
                action="store_true",
                help="instead, index larger and larger catalogs and ask the dev sets; takes many minutes",
            )
    return parser


def _sets(given: list[Path] | None, default: str = "*.jsonl") -> list[Path]:
    return given or sorted(SETS.glob(default))


def _stored(name: str, now: datetime) -> Path:
    return RESULTS / f"{now:%Y-%m-%dT%H%M%S}" / name


def _run(sets: list[Path], knowledge: Path | None, out: Path | None, language: str | None = None) -> None:
    inputs = read_inputs(knowledge, sets, language)
    for warning in inputs.warnings():
        print(warning, file=sys.stderr)
    retriever = Retriever(inputs.catalog, MorphemeTokenizer(), cache=inputs.index_cache)
    responder = Responder(inputs.catalog, retriever, inputs.thresholds)
    now = datetime.now(SEOUL)
    run = Run(
        config=inputs.config(now),
        outcomes={name: generate(found, responder, now.date()) for name, found in inputs.cases.items()},
        dialogues={name: hold(found, responder, now.date()) for name, found in inputs.dialogues.items()},
    )
    path = out or _stored("run.json", now)
    write_run(run, path)
    if out is None:
        write_report(run, path.parent)
    print(table(run))
    print(f"\nStored in {path}")


def _robustness(sets: list[Path], knowledge: Path | None, out: Path | None) -> None:
    inputs = read_inputs(knowledge, sets)
    retriever = Retriever(inputs.catalog, MorphemeTokenizer(), cache=inputs.index_cache)
    now = datetime.now(SEOUL)
    results = {}
    for group, cases in by_half(inputs.cases).items():
        results[group] = robustness(cases, retriever)
        print("\n".join([f"{group}: {len(cases)} cases", *robustness_lines(results[group]), ""]), flush=True)
    path = out or _stored("robustness.json", now)
    groups = {group: [asdict(result) for result in found] for group, found in results.items()}
    write_json({"config": inputs.config(now), "groups": groups}, path)
    draw_robustness(results, path.with_suffix(".png"))
    print(f"Stored in {path} and {path.with_suffix('.png')}")


def _curve(sets: list[Path], knowledge: Path | None, out: Path | None) -> None:
    inputs = read_inputs(knowledge, sets)
    now = datetime.now(SEOUL)
    points = []
    for point in learning_curve(by_half(inputs.cases), inputs.catalog, MorphemeTokenizer()):
        points.append(point)
        print(curve_line(point), flush=True)
    path = out or _stored("curve.json", now)
    write_json({"config": inputs.config(now), "points": [asdict(point) for point in points]}, path)
    draw_learning_curve(points, path.with_suffix(".png"))
    print(f"Stored in {path} and {path.with_suffix('.png')}")


def _keystrokes(sets: list[Path], knowledge: Path | None) -> None:
    inputs = read_inputs(knowledge, sets)
    today = datetime.now(SEOUL).date()
    retriever = Retriever(inputs.catalog, MorphemeTokenizer(), cache=inputs.index_cache)
    responder = Responder(inputs.catalog, retriever, inputs.thresholds)
    finder = Finder(inputs.catalog)
    asked = {group: keyword_cases(cases) for group, cases in by_half(inputs.cases).items()}
    if not any(asked.values()):
        raise InputError(["typing is measured with cases tagged keyword that some entry answers"])
    for group, cases in asked.items():
        if cases:
            print(f"{group}\n{TYPING_HEAD}")
            for typing in measure_typing(cases, responder, finder, today):
                print("\n".join(typing_lines(typing)), flush=True)


def _compare(before: Path, after: Path) -> None:
    try:
        found, shared = flips(read_outcomes(before), read_outcomes(after))
    except ValueError as error:
        raise InputError([str(error)]) from error
    for flip in found:
        print(describe(flip))
    worse = sum(flip.is_worse for flip in found)
    print(f"{shared} cases in both runs: {worse} worse, {len(found) - worse} mended")


def _bench(knowledge: Path | None) -> None:
    empty = resident_mb()
    started = time.perf_counter()
    tokenizer = MorphemeTokenizer()
    # Some of it is loaded only when it is first used.
    tokenizer.tokenize("여권을 다시 만들려면 얼마예요?")
    loaded = time.perf_counter()
    of_tokenizer = resident_mb() - empty
    inputs = read_inputs(knowledge, [])
    read = time.perf_counter()
    responder = Responder(inputs.catalog, Retriever(inputs.catalog, tokenizer), inputs.thresholds)
    indexed = time.perf_counter()
    # Variants with their ends cut off: as long and as odd as real questions, and in no set.
    utterances = [
        variant[: max(4, len(variant) * 3 // 4)]
        for entry in inputs.catalog.entries.values()
        for variant in entry.variants[::9]
    ]
    base = loaded - started
    print(f"{len(inputs.catalog.entries)} entries, {len(utterances)} questions")
    print(f"{'loading the tokenizer':<28} {base:8.2f} s   × 1.00")
    print(f"{'reading and checking':<28} {read - loaded:8.2f} s   × {(read - loaded) / base:.2f}")
    print(f"{'indexing':<28} {indexed - read:8.2f} s   × {(indexed - read) / base:.2f}")
    for timing in benchmark(utterances, responder, tokenizer, datetime.now(SEOUL).date()):
        figures = f"{timing.median_ms:8.2f} ms  × {timing.ratio:.2f}  (p95 {timing.p95_ms:.2f} ms)"
        print(f"{timing.name:<28} {figures}")
    memory = resident_mb()
    print(f"{'memory of the process':<28} {memory:8.0f} MB")
    print(f"{'memory of the tokenizer':<28} {of_tokenizer:8.0f} MB  ({of_tokenizer / memory:.0%} of it)")


def _growth(sets: list[Path], knowledge: Path | None) -> None:
    inputs = read_inputs(knowledge, sets)
    cases = [case for found in inputs.cases.values() for case in found]
    if len(in_scope(cases)) < _FEWEST_TIMED:
        raise InputError([f"growth is measured with {_FEWEST_TIMED} cases or more that some entry answers"])
    tokenizer = MorphemeTokenizer()
    print(GROWTH_HEAD)
    for growth in measure_growth(inputs.catalog, cases, tokenizer):
        print(growth_line(growth), flush=True)
    print(f"\nA bare candidate stage\n{STAGE_HEAD}")
    for cost in measure_candidate_stage(inputs.catalog, cases, tokenizer):
        print(stage_line(cost), flush=True)


if __name__ == "__main__":
    sys.exit(main())
