"""`python -m chatbot`: checks and examines a knowledge base, answers a question, and manages accounts."""

import argparse
import json
import logging
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

from chatbot.dialogue.reply import Reply
from chatbot.dialogue.responder import Responder
from chatbot.explain_text import explanation_as_text
from chatbot.health_text import health_as_text
from chatbot.knowledge.calendar import SEOUL
from chatbot.knowledge.reader import read_catalog
from chatbot.knowledge.translated import translated
from chatbot.problem import Problem
from chatbot.retrieval.explanation import Explanation
from chatbot.retrieval.health import examine
from chatbot.retrieval.parameters import DEFAULT_PATH, write_parameters
from chatbot.retrieval.questions import read_questions
from chatbot.retrieval.retriever import Retriever
from chatbot.retrieval.training import train
from chatbot.settings import Settings, SettingsError, read_settings
from chatbot.store.accounts import AccountError
from chatbot.store.database import DatabaseAddressError
from chatbot.text.morphemes import MorphemeTokenizer
from chatbot.text.talk import after_leaving
from chatbot.user_commands import add_user_parser, run_user_command

_FOUND_ERRORS = 1
_BAD_INPUT = 2
_RUNNERS_UP = 2


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return the exit code: 0 done, 1 the knowledge base has errors, 2 bad input."""
    parser = argparse.ArgumentParser(prog="python -m chatbot", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="print every problem of a knowledge folder; exit 1 on an error")
    check.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="knowledge folder")
    check.add_argument(
        "--format",
        choices=("text", "github", "json"),
        default="text",
        help="lines for people, annotations for GitHub, or a JSON list",
    )
    check.add_argument(
        "--on",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the day on which it is judged what is over; today unless given",
    )
    ask = commands.add_parser("ask", help="answer a question as the bot would, with its score and runners-up")
    ask.add_argument("utterance", help="the question, in quotation marks")
    ask.add_argument("--json", action="store_true", help="print the reply as JSON")
    ask.add_argument("--knowledge", type=Path, metavar="DIR", help="knowledge folder")
    ask.add_argument(
        "--explain", action="store_true", help="show the arithmetic: views, weights, tokens, thresholds"
    )
    health = commands.add_parser(
        "health", help="show which entries find their own questions badly, and why; takes a minute or two"
    )
    health.add_argument("--knowledge", type=Path, metavar="DIR", help="knowledge folder")
    health.add_argument("--worst", type=int, default=20, metavar="N", help="how many entries are shown")
    health.add_argument(
        "--format", choices=("text", "json"), default="text", help="lines for editors, or a JSON list"
    )
    index = commands.add_parser(
        "index", help="learn the index and keep it, so that the next start takes seconds; takes half a minute"
    )
    index.add_argument("--knowledge", type=Path, metavar="DIR", help="knowledge folder")
    fit = commands.add_parser("fit", help="learn ranking and confidence from a knowledge folder")
    fit.add_argument("--knowledge", type=Path, metavar="DIR", help="knowledge folder")
    fit.add_argument(
        "--out", type=Path, metavar="FILE", default=DEFAULT_PATH, help="where to store what was learned"
    )
    fit.add_argument(
        "--questions",
        nargs="*",
        type=Path,
        metavar="FILE",
        default=[],
        help="JSONL files of labelled questions that the folder does not contain, for the confidence",
    )
    fit.add_argument(
        "--hard",
        nargs="*",
        type=Path,
        metavar="FILE",
        default=[],
        help="further such files: questions that are harder to refuse than what citizens ask",
    )
    add_user_parser(commands)
    options = parser.parse_args(arguments)
    try:
        settings = read_settings()
    except SettingsError as error:
        print(f"error: {error}", file=sys.stderr)
        return _BAD_INPUT
    commands_by_name: dict[str, Callable[[], int]] = {
        "user": lambda: _user(options, settings),
        "check": lambda: _check(options.folder or settings.knowledge, options.format, options.on),
        "index": lambda: _index(options.knowledge or settings.knowledge, settings.index_cache),
        "fit": lambda: _fit(
            options.knowledge or settings.knowledge, options.questions, options.hard, options.out
        ),
        "health": lambda: _health(options.knowledge or settings.knowledge, options.format, options.worst),
        "ask": lambda: _ask(
            options.utterance,
            options.knowledge or settings.knowledge,
            settings,
            as_json=options.json,
            explain=options.explain,
        ),
    }
    return commands_by_name[options.command]()


def _check(folder: Path, form: str, today: date | None) -> int:
    result = read_catalog(folder, today)
    errors = len(result.errors)
    if form == "json":
        print(json.dumps([asdict(problem) for problem in result.problems], ensure_ascii=False, indent=2))
        return _FOUND_ERRORS if errors else 0
    for problem in result.problems:
        print(problem.as_github() if form == "github" else problem)
    entries = f"{len(result.catalog.entries)} entries, " if result.catalog else ""
    print(f"{result.files} files, {entries}{errors} errors, {len(result.problems) - errors} warnings")
    return _FOUND_ERRORS if errors else 0


def _ask(utterance: str, folder: Path, settings: Settings, *, as_json: bool, explain: bool) -> int:
    result = read_catalog(folder, with_advice=False)
    if result.catalog is None:
        return _fail(result.errors)
    retriever = Retriever(result.catalog, MorphemeTokenizer(), cache=settings.index_cache)
    responder = Responder(result.catalog, retriever, settings.thresholds)
    reply = responder.respond(utterance, datetime.now(SEOUL).date())
    # What the bot searched: personal numbers hidden, the words that turn away from a talk left out.
    searched = after_leaving(reply.utterance) or reply.utterance
    explanation = retriever.explain(searched) if explain else None
    if as_json:
        print(_as_json(reply, explanation))
    else:
        print(_as_text(reply))
        if explanation:
            print("", explanation_as_text(explanation, reply, settings.thresholds), sep="\n")
    return 0


def _index(folder: Path, cache: Path) -> int:
    result = read_catalog(folder, with_advice=False)
    if result.catalog is None:
        return _fail(result.errors)
    tokenizer = MorphemeTokenizer()
    spoken = [translated(result.catalog, language) for language in result.catalog.languages.values()]
    for catalog in (result.catalog, *spoken):
        Retriever(catalog, tokenizer, cache=cache)
    print(f"the index of {len(result.catalog.entries)} entries is kept in {cache}")
    return 0


def _health(folder: Path, form: str, worst: int) -> int:
    result = read_catalog(folder, with_advice=False)
    if result.catalog is None:
        return _fail(result.errors)
    entries = examine(result.catalog, MorphemeTokenizer())
    if form == "json":
        print(json.dumps([asdict(entry) for entry in entries[:worst]], ensure_ascii=False, indent=2))
    else:
        print(health_as_text(entries, worst))
    return 0


def _fit(folder: Path, questions: list[Path], hard: list[Path], out: Path) -> int:
    result = read_catalog(folder, with_advice=False)
    if result.catalog is None:
        return _fail(result.errors)
    try:
        parameters = train(
            result.catalog, MorphemeTokenizer(), read_questions(questions), read_questions(hard)
        )
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return _BAD_INPUT
    write_parameters(parameters, out)
    print(
        f"learned from {parameters.queries} queries of catalog {parameters.catalog_digest}; stored in {out}"
    )
    return 0


def _user(options: argparse.Namespace, settings: Settings) -> int:
    # Its notes at every opening of the database say nothing that anybody could act on.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        print(run_user_command(options, settings))
    except (AccountError, DatabaseAddressError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return _BAD_INPUT
    return 0


def _fail(errors: list[Problem]) -> int:
    for problem in errors:
        print(problem, file=sys.stderr)
    return _FOUND_ERRORS


def _as_text(reply: Reply) -> str:
    lines = [reply.notice] if reply.notice else []
    lines.append(reply.text)
    if reply.entry:
        lines += [f"- {fee.label}: {fee.amount:,}원" for fee in reply.entry.fees]
        lines.append(
            f"출처: {', '.join(source.name for source in reply.entry.sources)} ({reply.entry.as_of} 기준)"
        )
    lines += [f"{number}. {choice.entry.question}" for number, choice in enumerate(reply.choices, start=1)]
    lines += [f"전화: {reply.contact.department.full_name} {reply.contact.phone}", ""]
    lines.append(f"{reply.status.value} ({reply.reason})")
    for candidate in reply.candidates[: 1 + _RUNNERS_UP]:
        lines.append(f"{candidate.score:.3f} {candidate.entry.id}: {candidate.matched}")
        lines.append(f"      {candidate.explain()}")
    return "\n".join(lines)


def _as_json(reply: Reply, explanation: Explanation | None = None) -> str:
    content: dict[str, object] = {
        "status": reply.status.value,
        "reason": reply.reason,
        "utterance": reply.utterance,
        "text": reply.text,
        "notice": reply.notice,
        "entry": reply.entry.model_dump(mode="json", exclude={"variants", "staff_note"})
        if reply.entry
        else None,
        "score": round(reply.score, 4),
        "choices": [choice.entry.id for choice in reply.choices],
        "contact": {"name": reply.contact.department.full_name, "phone": reply.contact.phone},
        "candidates": [
            {
                "entry_id": candidate.entry.id,
                "score": round(candidate.score, 4),
                "matched": candidate.matched,
                "contributions": {name: round(value, 3) for name, value in candidate.contributions.items()},
            }
            for candidate in reply.candidates
        ],
    }
    if explanation:
        content["explanation"] = asdict(explanation)
    return json.dumps(content, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    sys.exit(main())
