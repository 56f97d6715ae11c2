"""Asks the bot every case and keeps what came back."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from chatbot.dialogue.reply import ReplyStatus
from chatbot.dialogue.responder import Responder
from eval.cases import Case

RANKED = 10
"""Candidates kept for each case."""


@dataclass(frozen=True, kw_only=True)
class TurnOutcome:
    """What the bot made of one turn.

    Attributes:
        utterance: What the citizen said.
        expected_entries: Ids of the entries that answer it; empty when none does.
        status: How the turn ended.
        entry_id: The entry it was answered with.
        choices: Ids of the entries that were offered.
    """

    utterance: str
    expected_entries: tuple[str, ...]
    status: str
    entry_id: str | None
    choices: tuple[str, ...]

    @property
    def in_scope(self) -> bool:
        """Whether some entry answers the case."""
        return bool(self.expected_entries)

    @property
    def answered(self) -> bool:
        """Whether an entry was given as the answer."""
        return self.status == ReplyStatus.ANSWERED

    @property
    def answered_right(self) -> bool:
        """Whether the answer is one of the right ones."""
        return self.answered and self.entry_id in self.expected_entries

    @property
    def resolved(self) -> bool:
        """Whether a right entry was given, or stands among the choices."""
        return self.answered_right or bool(set(self.choices) & set(self.expected_entries))


@dataclass(frozen=True, kw_only=True)
class Outcome(TurnOutcome):
    """What the bot made of a case.

    Attributes:
        tags: As in the case.
        ranked: Ids and scores of the best candidates, best first, whether or not a guard ended the turn.
    """

    tags: tuple[str, ...]
    ranked: tuple[tuple[str, float], ...]

    @property
    def first(self) -> str | None:
        """Id of the best candidate."""
        return self.ranked[0][0] if self.ranked else None

    @property
    def score(self) -> float:
        """Score of the best candidate; 0 without one."""
        return self.ranked[0][1] if self.ranked else 0.0

    @property
    def first_right(self) -> bool:
        """Whether the best candidate is one of the right ones."""
        return self.first in self.expected_entries

    def as_json(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return asdict(self)


def generate(cases: Iterable[Case], responder: Responder, today: date) -> list[Outcome]:
    """Ask every case.

    Args:
        cases: What to ask.
        responder: Who answers.
        today: The day on which answers must hold.
    """
    outcomes = []
    for case in cases:
        query = responder.retriever.query(case.utterance)
        ranked = responder.retriever.search(query, RANKED)
        reply = responder.respond(case.utterance, today)
        outcomes.append(
            Outcome(
                utterance=case.utterance,
                expected_entries=case.expected_entries,
                tags=case.tags,
                ranked=tuple((candidate.entry.id, round(candidate.score, 4)) for candidate in ranked),
                status=reply.status.value,
                entry_id=reply.entry.id if reply.entry else None,
                choices=tuple(choice.entry.id for choice in reply.choices),
            )
        )
    return outcomes
