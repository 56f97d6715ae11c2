"""What a citizen asked the bot before: told to the counsellor to whom the code of the talk was read out."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Path

from chatbot.dialogue.reply import ReplyStatus
from chatbot.knowledge.calendar import SEOUL
from chatbot.store.accounts import Role
from chatbot.store.talks import ToldTurn as KeptTurn
from web.access import Signed, signed_in
from web.cockpit.schemas import TalkReply, ToldTurn
from web.cockpit.words import decision_words
from web.contexts.cockpit import CockpitTalk
from web.errors import documented
from web.services import Services, ServicesDependency

router = APIRouter()

TOLD_FOR = timedelta(hours=24)
"""How long a talk can be named by its code."""


@router.get("/api/staff/conversations/{code}", responses=documented(401, 403, 422), tags=["staff"])
def get_talk(
    code: Annotated[str, Path(max_length=40, description="As the citizen reads it out: ACF HJK")],
    services: ServicesDependency,
    _: Annotated[Signed, Depends(signed_in(Role.STAFF))],
) -> TalkReply:
    """Return what was said in a talk of the last day."""
    return told(code, services)


def told(code: str, services: Services) -> TalkReply:
    """Return what was said in the talk with this code."""
    turns = services.talks.told(code, services.clock() - TOLD_FOR)
    shown = TalkReply(turns=[_turn(turn, services) for turn in turns], html="")
    return shown.model_copy(update={"html": services.templates.render(CockpitTalk(shown))})


def _turn(turn: KeptTurn, services: Services) -> ToldTurn:
    entries = services.live.served.responder.catalog.entries
    links = services.presenter().links
    answered = links([entries[turn.entry_id]]) if turn.entry_id and turn.entry_id in entries else []
    return ToldTurn(
        said_at=turn.said_at,
        said_at_text=f"{turn.said_at.astimezone(SEOUL):%H:%M}",
        utterance=turn.utterance,
        understood=turn.understood,
        decision=decision_words(ReplyStatus(turn.status)),
        entry=answered[0] if answered else None,
        offered=links([entries[entry_id] for entry_id in turn.offered if entry_id in entries]),
    )
