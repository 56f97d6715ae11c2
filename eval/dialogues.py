"""Dialogues: talks of several turns with known answers, and what the bot makes of them."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from chatbot.dialogue.context import Context
from chatbot.dialogue.reply import Reply
from chatbot.dialogue.responder import Responder
from chatbot.problem import Problem
from eval.generate import TurnOutcome
from eval.lines import JsonLines, fields_fault, texts_fault, utterance_fault

_FORM = '{"turns": [{"utterance": "…", "expected_entries": ["id"]}, …], "tags": ["tag"]}'


@dataclass(frozen=True)
class DialogueTurn:
    """One thing that the citizen says.

    Attributes:
        utterance: What is typed.
        expected_entries: Ids of the entries that answer it given the talk so far, each as good as the
            others; empty when no entry does.
    """

    utterance: str
    expected_entries: tuple[str, ...]


@dataclass(frozen=True)
class Dialogue:
    """One talk.

    Attributes:
        turns: What the citizen says, in order; the last expects an entry.
        tags: Groups that are reported apart.
    """

    turns: tuple[DialogueTurn, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True)
class DialogueOutcome:
    """What the bot made of a dialogue.

    Attributes:
        turns: What it made of each turn.
        tags: As in the dialogue.
    """

    turns: tuple[TurnOutcome, ...]
    tags: tuple[str, ...]

    @property
    def final(self) -> TurnOutcome:
        """The last turn."""
        return self.turns[-1]

    def as_json(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return asdict(self)


def holds_dialogues(path: Path) -> bool:
    """Tell whether the first line of a JSONL file is a dialogue."""
    first = next((value for _, value in JsonLines(path)), None)
    return isinstance(first, dict) and "turns" in first


def read_dialogues(path: Path) -> tuple[list[Dialogue], list[Problem]]:
    """Return the dialogues of a JSONL file, one a line, and what is wrong with the other lines."""
    dialogues: list[Dialogue] = []
    lines = JsonLines(path)
    first: dict[tuple[str, ...], int] = {}
    for number, value in lines:
        fault = _fault(value)
        if fault:
            lines.report(number, fault, f"write {_FORM}")
            continue
        turns = tuple(
            DialogueTurn(turn["utterance"], tuple(turn["expected_entries"])) for turn in value["turns"]
        )
        said = tuple(turn.utterance for turn in turns)
        if said in first:
            lines.report(number, f"the same is said on line {first[said]}", "keep one of the two")
            continue
        first[said] = number
        dialogues.append(Dialogue(turns, tuple(value["tags"])))
    return dialogues, lines.problems


def hold(dialogues: Iterable[Dialogue], responder: Responder, today: date) -> list[DialogueOutcome]:
    """Hold every dialogue with the bot.

    Args:
        dialogues: What is said. The citizen goes on whatever comes back, and picks no choice.
        responder: Who answers.
        today: The day on which answers must hold.
    """
    outcomes = []
    for dialogue in dialogues:
        context: Context | None = None
        turns = []
        for turn in dialogue.turns:
            reply, context = _take_turn(responder, turn.utterance, today, context)
            turns.append(
                TurnOutcome(
                    utterance=turn.utterance,
                    expected_entries=turn.expected_entries,
                    status=reply.status.value,
                    entry_id=reply.entry.id if reply.entry else None,
                    choices=tuple(choice.entry.id for choice in reply.choices),
                )
            )
        outcomes.append(DialogueOutcome(tuple(turns), dialogue.tags))
    return outcomes


def _take_turn(
    responder: Responder, utterance: str, today: date, context: Context | None
) -> tuple[Reply, Context | None]:
    """Return the reply and what the next turn must know of the talk."""
    reply = responder.respond(utterance, today, context)
    return reply, reply.context


def _fault(value: Any) -> str | None:
    fault = fields_fault(value, ("turns", "tags")) or texts_fault("tags", value["tags"])
    if fault:
        return fault
    turns = value["turns"]
    if not isinstance(turns, list) or len(turns) < 2:
        return "turns must be a list of two or more"
    for place, turn in enumerate(turns, start=1):
        fault = (
            fields_fault(turn, ("utterance", "expected_entries"))
            or utterance_fault(turn["utterance"])
            or texts_fault("expected_entries", turn["expected_entries"])
        )
        if fault:
            return f"turn {place}: {fault}"
    if not turns[-1]["expected_entries"]:
        return "the last turn must expect an entry"
    return None
