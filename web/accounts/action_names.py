"""What people call the things that the log speaks of."""

from typing import Any

from chatbot.store.accounts import Role
from chatbot.store.audit import Action
from web.accounts.role_names import ROLE_NAMES

FAMILY_NAMES = {"sign_in": "로그인", "access": "막은 요청", "account": "계정", "audit": "기록"}
"""Names of the first words of actions, in the order of the filter."""

ACTION_NAMES = {
    Action.SIGNED_IN: "로그인",
    Action.SIGN_IN_FAILED: "로그인 실패",
    Action.SIGN_IN_LOCKED: "기다리는 동안 로그인 시도",
    Action.SIGNED_OUT: "로그아웃",
    Action.SIGNED_OUT_EVERYWHERE: "모든 곳에서 로그아웃",
    Action.REFUSED_ROLE: "권한이 없어 막음",
    Action.REFUSED_FORM: "우리 화면이 아니어서 막음",
    Action.ACCOUNT_ADDED: "계정 만듦",
    Action.ACCOUNT_ROLE: "역할 바꿈",
    Action.ACCOUNT_NAME: "보이는 이름 바꿈",
    Action.ACCOUNT_PASSWORD: "비밀번호 바꿈",
    Action.ACCOUNT_DISABLED: "계정 멈춤",
    Action.ACCOUNT_ENABLED: "계정 다시 씀",
    Action.AUDIT_EXPORTED: "기록 내려받음",
}


def action_name(action: Action) -> str:
    """Return the Korean name of an action."""
    return ACTION_NAMES[action]


_DETAIL_NAMES = {
    "with": "방법",
    "role": "역할",
    "openid": "시청 계정",
    "must_change": "다시 정해야 함",
    "sessions": "로그인한 곳",
}
_DETAIL_VALUES: dict[str, str] = {
    "password": "비밀번호",
    "openid": "시청 계정",
    **{role.value: ROLE_NAMES[role] for role in Role},
}


def detail_name(name: str) -> str:
    """Return what people call a part of what held before or after; others are shown as they are."""
    return _DETAIL_NAMES.get(name, name)


def detail_value(value: Any) -> Any:
    """Return what people call its value; others are shown as they are."""
    if isinstance(value, bool):
        return "예" if value else "아니요"
    return _DETAIL_VALUES.get(value, value) if isinstance(value, str) else value
