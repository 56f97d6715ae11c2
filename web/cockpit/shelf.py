"""What a counsellor keeps at hand, as it is shown."""

from collections.abc import Sequence

from web.access import Signed
from web.contexts.cockpit import ShownShelf
from web.schemas import EntryLink
from web.services import Services


def shown_shelf(services: Services, signed: Signed) -> ShownShelf:
    """Return pinned and lately opened entries; those that are gone or do not hold today are left out."""
    entries = services.live.served.responder.catalog.entries
    shelf = services.shelf(signed.account_id)

    def links(entry_ids: Sequence[str]) -> list[EntryLink]:
        return services.presenter().links(
            [entries[entry_id] for entry_id in entry_ids if entry_id in entries]
        )

    return ShownShelf(links(shelf.pinned()), links(shelf.recent()))
