"""Entries by id and by search, as JSON."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.exceptions import HTTPException

from chatbot.dialogue.guards import MESSAGE_LIMIT
from chatbot.knowledge.calendar import SEOUL
from chatbot.knowledge.entry import Entry
from chatbot.text.normalization import clean
from chatbot.text.personal_data import mask_personal_data
from web.errors import documented
from web.schemas import Answer, SearchReply, SearchResult
from web.services import Services, ServicesDependency

router = APIRouter()

EntryId = Annotated[str, Path(max_length=80, description="Id of the entry: passport-new-adult")]


@router.get("/api/search", responses=documented(422), tags=["entries"])
def search(
    services: ServicesDependency,
    q: Annotated[str, Query(max_length=MESSAGE_LIMIT, description="What to look for")],
    limit: Annotated[int, Query(ge=1, le=50, description="Most results")] = 10,
) -> SearchReply:
    """Return what the bot would consider, best first, without deciding."""
    retriever = services.live.served.responder.retriever
    query = mask_personal_data(clean(q))
    return SearchReply(
        query=query,
        results=[
            SearchResult(
                entry_id=candidate.entry.id,
                title=candidate.entry.title,
                question=candidate.entry.question,
                topic=candidate.entry.topic,
                score=round(candidate.score, 4),
                matched=candidate.matched,
            )
            for candidate in retriever.search(retriever.query(query), limit)
        ],
    )


@router.get("/api/entries/{entry_id}", responses=documented(404, 422), tags=["entries"])
def get_entry(entry_id: EntryId, services: ServicesDependency) -> Answer:
    """Return the approved text of an entry as it stands today."""
    return services.presenter().answer(entry_of_today(entry_id, services))


def entry_of_today(entry_id: str, services: Services, language: str | None = None) -> Entry:
    """Return the entry of that id, in Korean unless a language is given.

    Raises:
        HTTPException: 404 where there is none, or its text does not hold today.
    """
    entry = services.live.served.responder_in(language).catalog.entries.get(entry_id)
    today = services.clock().astimezone(SEOUL).date()
    # An expired text cannot be had under its address either.
    if entry is None or not entry.holds_on(today):
        raise HTTPException(404)
    return entry
