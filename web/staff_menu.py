"""What stands at the head of every page for people with an account: where each role may go."""

from chatbot.store.accounts import Role
from web.access import OWN_ACCOUNT_PATH, Signed
from web.contexts.staff import MenuItem, StaffFrame
from web.services import Services

_MENU = (
    (Role.STAFF, MenuItem("/staff", "상담")),
    (Role.STAFF, MenuItem("/staff/log", "상담 기록")),
    (Role.ADMIN, MenuItem("/admin/accounts", "계정")),
    (Role.ADMIN, MenuItem("/admin/audit", "기록")),
)
"""The lowest role that sees an item, in the order of the menu."""


def staff_frame(signed: Signed, services: Services, here: str) -> StaffFrame:
    """Return the frame of a page.

    Args:
        signed: Who looks at it.
        services: For the name of the service.
        here: Path of the menu item that the page belongs to; empty where it belongs to none.
    """
    start = services.presenter().start()
    menu = [item for role, item in _MENU if signed.role.covers(role)]
    return StaffFrame(start.service, signed.shown_name, signed.csrf_token, menu, here)


def first_path(role: Role) -> str:
    """Return where somebody begins who has just signed in."""
    return next((item.path for lowest, item in _MENU if role.covers(lowest)), OWN_ACCOUNT_PATH)
