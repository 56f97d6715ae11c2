"""Settings: the environment as one fixed object. Nothing else reads the environment."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

from chatbot.dialogue.decision import Thresholds

PREFIX = "MINWONTALK_"
SHORTEST_SECRET = 16

_HEADER_VALUE = re.compile(r"^[!-~]*$")
_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}
_ADDRESS = re.compile(r"^https?://[^\s/]+(/\S*)?$")


@dataclass(frozen=True)
class Settings:
    """How a process runs. Each field is set by the variable `MINWONTALK_<NAME>`.

    Attributes:
        knowledge: Folder of the knowledge base.
        index_cache: Folder that keeps the learned index from one start to the next; it may be deleted.
        database: SQLAlchemy address of the database.
        host: Address on which the web server listens.
        port: Port on which it listens; 0 takes any free one.
        allowed_origins: Other sites whose pages may embed the widget, separated by spaces; `*` is all.
        accept_threshold: See `chatbot.dialogue.decision.Thresholds`.
        ambiguity_margin: See there.
        near_miss_threshold: See there.
        reload_seconds: How often the folder is looked at for changes; 0 never.
        public_url: Address under which citizens reach this server, for links in KakaoTalk; empty: no links.
        kakao_skill_token: What KakaoTalk must send along with every request; empty: nothing.
        kakao_user_secret: Key with which the ids of KakaoTalk users are hashed; empty: one is made and kept.
        kakao_user_secret_file: Where a key that was made is kept.
        kakao_talk_hours: Hours without a message after which a talk in KakaoTalk has ended.
        session_idle_minutes: Minutes without a request after which people with an account are signed out.
        session_hours: Hours after which they are signed out, however busy they are.
        access_secret: Key with which network addresses of sign-ins are hashed; empty: one is made and kept.
        access_secret_file: Where a key that was made is kept.
        oidc_issuer: Address of the OpenID Connect provider that signs people in as well; empty: none does.
        oidc_client_id: Our name there.
        oidc_client_secret: Our password there; empty where it asks for none.
        oidc_role_claim: Which part of its token tells the role; a dot leads into it.
        oidc_roles: What it calls the roles, as `name=role` separated by spaces; empty: as we do.
    """

    knowledge: Path = Path("knowledge")
    index_cache: Path = Path("var/index")
    database: str = "sqlite:///var/minwontalk.sqlite3"
    host: str = "127.0.0.1"
    port: int = 8000
    allowed_origins: str = ""
    accept_threshold: float = Thresholds.accept_threshold
    ambiguity_margin: float = Thresholds.ambiguity_margin
    near_miss_threshold: float = Thresholds.near_miss_threshold
    reload_seconds: float = 2.0
    public_url: str = ""
    kakao_skill_token: str = ""
    kakao_user_secret: str = ""
    kakao_user_secret_file: Path = Path("var/kakao-user-secret")
    kakao_talk_hours: float = 3.0
    session_idle_minutes: float = 30.0
    session_hours: float = 10.0
    access_secret: str = ""
    access_secret_file: Path = Path("var/access-secret")
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    oidc_role_claim: str = "roles"
    oidc_roles: str = ""

    def __post_init__(self) -> None:
        """Check what can be checked without looking outside.

        Raises:
            ValueError: The public address is none, a talk in KakaoTalk or a session would last no time, the
                token cannot be sent, a secret can be guessed, or the OpenID Connect provider cannot be used.
        """
        if self.public_url and not _ADDRESS.match(self.public_url):
            raise ValueError(
                f'public_url="{self.public_url}" is no address; for example https://talk.example.kr'
            )
        for name in ("kakao_talk_hours", "session_idle_minutes", "session_hours"):
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} must be above 0, got {getattr(self, name)}")
        if not _HEADER_VALUE.match(self.kakao_skill_token):
            # Said without the value: errors are printed, and may be kept.
            raise ValueError("kakao_skill_token may hold Latin letters, digits and signs, but no spaces")
        for name in ("kakao_user_secret", "access_secret"):
            if 0 < len(getattr(self, name)) < SHORTEST_SECRET:
                raise ValueError(f"{name} needs at least {SHORTEST_SECRET} characters")

        if self.oidc_issuer:
            self._check_openid()

    def _check_openid(self) -> None:
        host = urlsplit(self.oidc_issuer).hostname
        if not _ADDRESS.match(self.oidc_issuer) or (
            # On the way to another machine everything could be read and changed.
            self.oidc_issuer.startswith("http://") and host not in _THIS_MACHINE
        ):
            raise ValueError(
                f'oidc_issuer="{self.oidc_issuer}" is no safe address; for example https://login.example.kr'
            )
        if not self.oidc_client_id:
            raise ValueError("oidc_issuer needs oidc_client_id")

    @property
    def thresholds(self) -> Thresholds:
        """The thresholds of the decision."""
        return Thresholds(self.accept_threshold, self.ambiguity_margin, self.near_miss_threshold)


class SettingsError(ValueError):
    """A variable holds something that cannot be used."""


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings that the environment gives.

    Raises:
        SettingsError: A variable is unknown or its value is not of the right kind.
    """
    environment = os.environ if environment is None else environment
    known = {PREFIX + field.name.upper(): field for field in fields(Settings)}
    unknown = sorted(name for name in environment if name.startswith(PREFIX) and name not in known)
    if unknown:
        raise SettingsError(f"unknown setting {unknown[0]}; known are {', '.join(sorted(known))}")
    values: dict[str, object] = {}
    for name, field in known.items():
        if name not in environment:
            continue
        default = getattr(Settings, field.name)
        kind: type[Path] | type[str] | type[int] | type[float] = (
            Path if isinstance(default, Path) else type(default)
        )
        try:
            values[field.name] = kind(environment[name])
        except ValueError as error:
            raise SettingsError(
                f'{name}="{environment[name]}" is not a valid {kind.__name__}; for example {default}'
            ) from error
    try:
        settings = Settings(**values)  # type: ignore[arg-type]  # each value was made by its field's type
        settings.thresholds  # noqa: B018 - asks the thresholds whether they fit together
    except ValueError as error:
        raise SettingsError(str(error)) from error
    return settings
