"""Settings: the environment as one fixed object. Nothing else reads the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from chatbot.dialogue.decision import Thresholds

PREFIX = "MINWONTALK_"


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
