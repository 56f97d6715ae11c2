"""What one turn sends back, free of HTTP."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from chatbot.dialogue.context import Context
from chatbot.dialogue.scenario_outcome import Outcome
from chatbot.dialogue.scenario_run import ScenarioState
from chatbot.knowledge.catalog import Contact
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.scenario import Scenario
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
    FALLBACK_OTHER_AGENCY = "fallback_other_agency"
    FALLBACK_NOT_COVERED = "fallback_not_covered"
    FALLBACK_OUT_OF_SCOPE = "fallback_out_of_scope"
    FALLBACK_PROFESSIONAL = "fallback_professional"
    HANDOFF_REQUESTED = "handoff_requested"
    HANDOFF_URGENT = "handoff_urgent"
    REFUSED_EMPTY = "refused_empty"
    REFUSED_TOO_LONG = "refused_too_long"
    REFUSED_PERSONAL_DATA = "refused_personal_data"
    REFUSED_PERSONAL_LOOKUP = "refused_personal_lookup"
    REFUSED_ABUSE = "refused_abuse"
    REFUSED_INSTRUCTION = "refused_instruction"
    REFUSED_UNREADABLE = "refused_unreadable"
    SMALL_TALK_GREETING = "small_talk_greeting"
    SMALL_TALK_THANKS = "small_talk_thanks"
    SMALL_TALK_CHAT = "small_talk_chat"
    SMALL_TALK_ABOUT = "small_talk_about"
    SMALL_TALK_ANGER = "small_talk_anger"
    SMALL_TALK_FEEDBACK = "small_talk_feedback"
    SCENARIO_STEP = "scenario_step"
    SCENARIO_END = "scenario_end"
    SCENARIO_STOPPED = "scenario_stopped"
    LIFE_EVENT = "life_event"
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
        choices: Entries offered when the bot asks back, best first; beside an answer, what else was asked.
        candidates: What the search found, near misses included.
        notice: A word beside the reply.
        reason: Why the decision fell as it did, for staff and evaluation.
        understood: The question that was searched instead of the utterance, where the talk before was needed.
        context: What the next turn may be understood from.
        state: Where a guided scenario stands: it asks, has ended, or waits beside another reply.
        outcome: What its end tells.
        scenarios: Scenarios that are offered beside the reply.
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
    understood: str | None = None
    context: Context | None = None
    state: ScenarioState | None = None
    outcome: Outcome | None = None
    scenarios: Sequence[Scenario] = ()
