"""Opens the database and brings its tables up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.engine import Connection
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.orm import Session

_MIGRATIONS = Path(__file__).parent / "migrations"
_IN_MEMORY = (None, "", ":memory:")


class DatabaseAddressError(ValueError):
    """The address of the database cannot be used."""


class Database:
    """A database, opened and migrated."""

    def __init__(self, address: str) -> None:
        """Open the database and migrate it; an SQLite file and its folder are made where missing.

        Args:
            address: As SQLAlchemy writes it: `sqlite:///folder/file.sqlite3`, `sqlite://` (in memory).

        Raises:
            DatabaseAddressError: The address is not one, names a database without a driver here, or leads
                to one that cannot be opened.
        """
        try:
            url = make_url(address)
            if url.get_backend_name() == "sqlite" and url.database not in _IN_MEMORY:
                Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
            self._engine = create_engine(url, **_pool(url))
        except (ArgumentError, ImportError, OSError, ValueError) as error:
            raise _unusable(address, error) from error
        if self._engine.dialect.name == "sqlite":
            event.listen(self._engine, "connect", _prepare_sqlite)
        try:
            _migrate(self._engine)
        except OperationalError as error:
            self.close()
            raise _unusable(address, error.orig or error) from error

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Give a session that is committed at the end, or rolled back on an error."""
        with Session(self._engine) as session, session.begin():
            yield session

    def connection(self) -> Connection:
        """Return a bare connection, for looking at the tables themselves."""
        return self._engine.connect()

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def _unusable(address: str, cause: BaseException) -> DatabaseAddressError:
    return DatabaseAddressError(
        f'"{address}" is no usable database address ({cause}); for example sqlite:///var/talks.sqlite3'
    )


def _pool(url: URL) -> dict[str, Any]:
    if url.get_backend_name() != "sqlite" or url.database not in _IN_MEMORY:
        return {}
    # Each connection to memory is a database of its own, so all threads take turns on a single one.
    return {
        "poolclass": QueuePool,
        "pool_size": 1,
        "max_overflow": 0,
        "connect_args": {"check_same_thread": False},
    }


def _migrate(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _prepare_sqlite(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    # Readers and the one writer do not block each other; a writer waits instead of failing.
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA busy_timeout=5000")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()
