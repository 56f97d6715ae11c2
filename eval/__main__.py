"""`python -m eval`: measures the bot on questions with known answers."""

import argparse
import sys
import time
from datetime import datetime
from pathlib import Path

from chatbot.dialogue.responder import Responder
from chatbot.knowledge.calendar import SEOUL
from chatbot.knowledge.reader import read_catalog
from chatbot.problem import Problem
from chatbot.retrieval.retriever import Retriever
from chatbot.settings import SettingsError, read_settings
from chatbot.text.morphemes import MorphemeTokenizer
from eval.benchmark import benchmark
from eval.cases import Case, read_cases
from eval.compare import describe, flips
from eval.generate import generate
from eval.report import Run, read_outcomes, table, write_run

_HERE = Path(__file__).parent
_BAD_INPUT = 2


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return the exit code: 0 done, 2 bad input."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="ask every case, print and store the numbers")
    run.add_argument(
        "--set",
        action="append",
        type=Path,
        metavar="FILE",
        help="a JSONL file of cases; may be given again (default: every file in eval/sets)",
    )
    run.add_argument("--knowledge", type=Path, metavar="DIR", help="knowledge folder to measure")
    run.add_argument(
        "--json",
        type=Path,
        metavar="OUT",
        help="where to store the run (default: eval/results/<date>/run.json)",
    )
    compare = commands.add_parser("compare", help="show which cases flipped between two stored runs")
    compare.add_argument("before", type=Path, metavar="A", help="stored run")
    compare.add_argument("after", type=Path, metavar="B", help="stored run")
    bench = commands.add_parser("bench", help="time the steps of a turn, as ratios within one run")
    bench.add_argument("--knowledge", type=Path, metavar="DIR", help="knowledge folder to measure")
    options = parser.parse_args(arguments)
    if options.command == "bench":
        return _bench(options.knowledge)
    if options.command == "run":
        return _run(options.set or sorted((_HERE / "sets").glob("*.jsonl")), options.knowledge, options.json)
    return _compare(options.before, options.after)


def _run(sets: list[Path], knowledge: Path | None, out: Path | None) -> int:
    try:
        settings = read_settings()
    except SettingsError as error:
        return _fail([str(error)])
    folder = knowledge or settings.knowledge
    read = read_catalog(folder, with_advice=False)
    cases: dict[str, list[Case]] = {}
    problems: list[Problem] = list(read.errors)
    for path in sets:
        name = path.stem if path.stem not in cases else path.as_posix()
        cases[name], wrong = read_cases(path)
        problems += wrong
    if read.catalog is None or problems:
        return _fail([str(problem) for problem in problems])
    known = read.catalog.entries.keys()
    for name, found in cases.items():
        for case in found:
            for entry_id in case.expected_entries:
                if entry_id not in known:
                    # Counted as a miss, so that one set can measure several knowledge bases.
                    missing = f"{case.utterance!r} expects {entry_id}, which {folder} does not have"
                    print(f"{name}: warning: {missing}", file=sys.stderr)
    responder = Responder(read.catalog, Retriever(read.catalog, MorphemeTokenizer()), settings.thresholds)
    now = datetime.now(SEOUL)
    thresholds = settings.thresholds
    run = Run(
        config={
            "started_at": now.isoformat(timespec="seconds"),
            "knowledge": folder.as_posix(),
            "catalog_digest": read.catalog.digest,
            "entries": len(read.catalog.entries),
            "accept_threshold": thresholds.accept_threshold,
            "ambiguity_margin": thresholds.ambiguity_margin,
            "near_miss_threshold": thresholds.near_miss_threshold,
        },
        outcomes={name: generate(found, responder, now.date()) for name, found in cases.items()},
    )
    path = out or _HERE / "results" / f"{now:%Y-%m-%dT%H%M%S}" / "run.json"
    write_run(run, path)
    print(table(run))
    print(f"\nStored in {path}")
    return 0


def _compare(before: Path, after: Path) -> int:
    try:
        found, shared = flips(read_outcomes(before), read_outcomes(after))
    except ValueError as error:
        return _fail([str(error)])
    for flip in found:
        print(describe(flip))
    worse = sum(flip.is_worse for flip in found)
    print(f"{shared} cases in both runs: {worse} worse, {len(found) - worse} mended")
    return 0


def _bench(knowledge: Path | None) -> int:
    try:
        settings = read_settings()
    except SettingsError as error:
        return _fail([str(error)])
    started = time.perf_counter()
    tokenizer = MorphemeTokenizer()
    loaded = time.perf_counter()
    result = read_catalog(knowledge or settings.knowledge, with_advice=False)
    read = time.perf_counter()
    if result.catalog is None:
        return _fail([str(problem) for problem in result.errors])
    responder = Responder(result.catalog, Retriever(result.catalog, tokenizer), settings.thresholds)
    indexed = time.perf_counter()
    # Variants with their ends cut off: as long and as odd as real questions, and in no set.
    utterances = [
        variant[: max(4, len(variant) * 3 // 4)]
        for entry in result.catalog.entries.values()
        for variant in entry.variants[::9]
    ]
    base = loaded - started
    print(f"{len(result.catalog.entries)} entries, {len(utterances)} questions")
    print(f"{'loading the tokenizer':<28} {base:8.2f} s   × 1.00")
    print(f"{'reading and checking':<28} {read - loaded:8.2f} s   × {(read - loaded) / base:.2f}")
    print(f"{'indexing':<28} {indexed - read:8.2f} s   × {(indexed - read) / base:.2f}")
    for timing in benchmark(utterances, responder, tokenizer, datetime.now(SEOUL).date()):
        figures = f"{timing.median_ms:8.2f} ms  × {timing.ratio:.2f}  (p95 {timing.p95_ms:.2f} ms)"
        print(f"{timing.name:<28} {figures}")
    return 0


def _fail(lines: list[str]) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return _BAD_INPUT


if __name__ == "__main__":
    sys.exit(main())
