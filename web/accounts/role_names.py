"""What people call the roles."""

from chatbot.store.accounts import Role

ROLE_NAMES = {Role.STAFF: "상담", Role.EDITOR: "편집", Role.PUBLISHER: "게시", Role.ADMIN: "관리"}


def role_name(role: Role) -> str:
    """Return the Korean name of a role."""
    return ROLE_NAMES[role]
