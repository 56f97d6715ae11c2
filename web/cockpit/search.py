"""Search while typing: the citizens' bot's own search and decision, and what begins as it is typed."""

import time
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from chatbot.dialogue.guards import MESSAGE_LIMIT
from chatbot.dialogue.reply import Reply
from chatbot.knowledge.calendar import SEOUL
from chatbot.knowledge.entry import Entry
from chatbot.lookup.finder import Hit, Parts
from chatbot.retrieval.candidate import Candidate
from chatbot.store.accounts import Role
from chatbot.text.normalization import clean
from chatbot.text.personal_data import mask_personal_data
from web.access import Signed, signed_in
from web.cockpit.schemas import Part, StaffHit, StaffSearchReply, Standing, Term, Thresholds
from web.cockpit.words import decision_words, feature_words
from web.contexts.cockpit import CockpitHits
from web.errors import documented
from web.services import Services, ServicesDependency

router = APIRouter()

HITS = 24
"""Most entries that are listed: two columns of twelve, as many as a screen holds."""

_TERMS = 5

_STANDINGS = {
    Standing.ANSWER: "챗봇 답",
    Standing.CHOICE: "챗봇이 되물어요",
    Standing.NEAR_MISS: "가까워요",
    Standing.BELOW: "멀어요",
    Standing.TYPED: "글자가 맞아요",
}

Typed = Annotated[str, Query(max_length=MESSAGE_LIMIT, description="What stands in the field")]
TopicFilter = Annotated[str, Query(max_length=60, description="Id of a topic, or empty")]
DepartmentFilter = Annotated[str, Query(max_length=60, description="Id of a department, or empty")]


@router.get("/api/staff/search", responses=documented(401, 403, 422), tags=["staff"])
def search(
    services: ServicesDependency,
    _: Annotated[Signed, Depends(signed_in(Role.STAFF))],
    q: Typed,
    topic: TopicFilter = "",
    department: DepartmentFilter = "",
) -> StaffSearchReply:
    """Find entries for something typed, half-typed syllables, 초성 and a wrong keyboard included."""
    return found(q, topic, department, services)


def found(typed: str, topic: str, department: str, services: Services) -> StaffSearchReply:
    """Return what is found for something typed.

    Args:
        typed: What stands in the field; personal numbers are hidden before anything else sees it.
        topic: Only entries of it; empty: of every one.
        department: Likewise.
        services: Who searches.
    """
    started = time.perf_counter()
    served = services.live.served
    responder = served.responder
    today = services.clock().astimezone(SEOUL).date()
    query = mask_personal_data(clean(typed))

    def may_be_shown(entry: Entry) -> bool:
        fits = (not topic or entry.topic == topic) and (not department or entry.department == department)
        return fits and entry.holds_on(today)

    reply = responder.respond(query, today) if query else None
    candidates = reply.candidates if reply else ()
    hits = [_hit(hit, reply, services) for hit in served.finder.find(query, candidates, may_be_shown, HITS)]
    limits = responder.thresholds
    answer = StaffSearchReply(
        query=query,
        hits=hits,
        status=reply.status if reply else None,
        decision=decision_words(reply.status) if reply else "",
        reason=reply.reason if reply else "",
        best=_best(candidates),
        lead=_lead(candidates),
        thresholds=Thresholds(
            accept_threshold=limits.accept_threshold,
            ambiguity_margin=limits.ambiguity_margin,
            near_miss_threshold=limits.near_miss_threshold,
            signpost_threshold=limits.signpost_threshold,
        ),
        elapsed_ms=round((time.perf_counter() - started) * 1000, 1),
        html="",
    )
    html = services.templates.render(CockpitHits(answer, topic, department))
    return answer.model_copy(update={"html": html})


def _hit(hit: Hit, reply: Reply | None, services: Services) -> StaffHit:
    entry, candidate = hit.entry, hit.candidate
    departments = services.live.served.responder.catalog.departments
    standing = _standing(hit, reply, services)
    contributions = candidate.contributions if candidate else {}
    weightiest = sorted(contributions.items(), key=lambda item: -abs(item[1]))[:_TERMS]
    return StaffHit(
        entry_id=entry.id,
        title=entry.title,
        question=entry.question,
        topic=entry.topic,
        department=departments[entry.department].short_name,
        score=round(candidate.score, 4) if candidate else None,
        standing=standing,
        standing_text=_STANDINGS[standing],
        title_parts=_parts(hit.title),
        matched_parts=_parts(hit.matched),
        terms=[
            Term(name=name, text=feature_words(name), contribution=round(value, 3))
            for name, value in weightiest
        ],
    )


def _best(candidates: Sequence[Candidate]) -> float | None:
    return round(candidates[0].score, 4) if candidates else None


def _lead(candidates: Sequence[Candidate]) -> float | None:
    if not candidates:
        return None
    second = candidates[1].score if len(candidates) > 1 else 0.0
    return round(candidates[0].score - second, 4)


def _standing(hit: Hit, reply: Reply | None, services: Services) -> Standing:
    if hit.candidate is None or reply is None:
        return Standing.TYPED
    if reply.entry and reply.entry.id == hit.entry.id:
        return Standing.ANSWER
    if any(choice.entry.id == hit.entry.id for choice in reply.choices):
        return Standing.CHOICE
    near = services.live.served.responder.thresholds.near_miss_threshold
    return Standing.NEAR_MISS if hit.candidate.score >= near else Standing.BELOW


def _parts(parts: Parts) -> list[Part]:
    return [Part(text=text, marked=marked) for text, marked in parts]
