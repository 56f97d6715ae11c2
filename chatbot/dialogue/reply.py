"""What one turn sends back, free of HTTP."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from chatbot.knowledge.catalog import Contact
from chatbot.knowledge.entry import Entry
from chatbot.retrieval.candidate import Candidate


class ReplyStatus(StrEnum):
    """How a turn ended. The first word is the family, so that a report can group by it alone."""

    ANSWERED = "answered"
    CLARIFICATION = "clarification"
    FALLBACK_NO_CANDIDATE = "fallback_no_candidate"
    FALLBACK_LOW_SCORE = "fallback_low_score"
    FALLBACK_NONE_OF_THESE = "fallback_none_of_these"
    FALLBACK_EXPIRED = "fallback_expired"
    FALLBACK_OTHER_PLACE = "fallback_other_place"
    HANDOFF_REQUESTED = "handoff_requested"
    HANDOFF_URGENT = "handoff_urgent"
    REFUSED_EMPTY = "refused_empty"
    REFUSED_TOO_LONG = "refused_too_long"
    REFUSED_PERSONAL_DATA = "refused_personal_data"
    SMALL_TALK_GREETING = "small_talk_greeting"
    SMALL_TALK_THANKS = "small_talk_thanks"
    ERROR_INTERNAL = "error_internal"


@dataclass(frozen=True)
class Reply:
    """What the bot says in one turn.

    Attributes:
        status: How the turn ended.
        utterance: What the citizen said, personal numbers hidden: the only form that is kept.
        text: A fixed sentence, or the entry's approved answer, word for word.
        contact: Whom to call about it.
        entry: The entry that answers, when one does.
        score: Score of the best candidate from 0 to 1; 0 when nothing was searched.
        choices: Entries offered when the bot asks back, best first.
        candidates: What the search found, near misses included.
        notice: A word beside the reply.
        reason: Why the decision fell as it did, for staff and evaluation.
    """

    status: ReplyStatus
    utterance: str
    text: str
    contact: Contact
    entry: Entry | None = None
    score: float = 0.0
    choices: Sequence[Candidate] = ()
    candidates: Sequence[Candidate] = ()
    notice: str | None = None
    reason: str = ""
