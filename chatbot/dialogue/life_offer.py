"""Which life events a turn leads to: those whose words it said, and those of the entry that answered."""

from dataclasses import replace

from chatbot.dialogue.reply import Reply, ReplyStatus
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.life_event import LifeEvent
from chatbot.text.normalization import comparison_key


def with_named_event(reply: Reply, catalog: Catalog) -> Reply:
    """Let a message that is nothing but the name of a life event end there.

    Where an entry answers or a scenario asks, the reply stays as it is; the life event is offered beside it.
    """
    if reply.entry or reply.state or not _named(reply, catalog):
        return reply
    return replace(
        reply,
        status=ReplyStatus.LIFE_EVENT,
        text=catalog.wording.life_event,
        contact=catalog.call_centre,
        choices=(),
        understood=None,
        # The choices are gone, so that nothing may be picked from them by its place.
        context=None,
        reason=f"names a life event; {reply.reason}",
    )


def life_events_beside(reply: Reply, catalog: Catalog) -> list[LifeEvent]:
    """Return the life events to offer beside a reply, the one that was named first."""
    of_entry = [
        event for event in catalog.life_events.values() if reply.entry and reply.entry.id in event.offered_by
    ]
    return list({event.id: event for event in (*_named(reply, catalog), *of_entry)}.values())


def _named(reply: Reply, catalog: Catalog) -> list[LifeEvent]:
    key = comparison_key(reply.utterance)
    return [
        event
        for event in catalog.life_events.values()
        if any(comparison_key(phrase) == key for phrase in event.phrases)
    ]
