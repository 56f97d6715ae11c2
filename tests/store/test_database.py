import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import IntegrityError

from chatbot.store import tables
from chatbot.store.database import Database, DatabaseAddressError
from chatbot.store.tables import Base, ConversationRow, TurnRow

NOW = datetime(2026, 3, 10, 1, 0, tzinfo=UTC)


@pytest.fixture(params=["file", "memory"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An open database: once as a file, once in memory."""
    opened = Database(f"sqlite:///{tmp_path}/talks.sqlite3" if request.param == "file" else "sqlite://")
    yield opened
    opened.close()


def talks(database: Database) -> list[str]:
    with database.transaction() as session:
        return list(session.scalars(select(ConversationRow.id).order_by(ConversationRow.id)))


def test_migrations_give_exactly_the_tables_that_the_code_knows(database: Database) -> None:
    with database.connection() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        assert set(inspect(connection).get_table_names()) == {*Base.metadata.tables, "alembic_version"}


def test_a_transaction_that_ends_well_is_kept(database: Database) -> None:
    with database.transaction() as session:
        session.add(ConversationRow(id="a", started_at=NOW))
    assert talks(database) == ["a"]


def test_a_transaction_that_fails_leaves_nothing_behind(database: Database) -> None:
    def fail_halfway() -> None:
        with database.transaction() as session:
            session.add(ConversationRow(id="a", started_at=NOW))
            session.flush()
            raise RuntimeError("halfway")

    with pytest.raises(RuntimeError, match="halfway"):
        fail_halfway()
    assert talks(database) == []


def test_a_turn_of_a_talk_that_does_not_exist_is_refused(database: Database) -> None:
    turn = TurnRow(
        key="a" * 32,
        conversation_id="nobody",
        said_at=NOW,
        utterance="여권",
        status="answered",
        score=0.5,
        candidates=[],
        choices=[],
        elapsed_ms=1.0,
        catalog_digest="0" * 16,
    )
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), database.transaction() as session:
        session.add(turn)


def test_every_thread_sees_the_same_talks(database: Database) -> None:
    def add(name: str) -> None:
        with database.transaction() as session:
            session.add(ConversationRow(id=name, started_at=NOW))

    threads = [threading.Thread(target=add, args=(f"{number}",)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert talks(database) == ["0", "1", "2", "3", "4"]


def test_a_file_and_its_folder_are_made_where_missing_and_its_talks_are_still_there_when_opened_again(
    tmp_path: Path,
) -> None:
    address = f"sqlite:///{tmp_path}/var/deep/talks.sqlite3"
    first = Database(address)
    with first.transaction() as session:
        session.add(ConversationRow(id="a", started_at=NOW))
    first.close()
    again = Database(address)
    assert talks(again) == ["a"]
    again.close()


def test_readers_of_a_file_do_not_wait_for_the_writer(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/talks.sqlite3")
    with database.connection() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    with database.transaction() as writer:
        writer.add(ConversationRow(id="a", started_at=NOW))
        writer.flush()
        assert talks(database) == []
    assert talks(database) == ["a"]
    database.close()


def test_turns_of_an_older_file_get_keys_and_stay(tmp_path: Path) -> None:
    """A file that was written before turns had keys."""
    path = tmp_path / "talks.sqlite3"
    database = Database(f"sqlite:///{path}")
    with database.connection() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(tables.__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
        connection.execute(text("INSERT INTO conversations VALUES ('a', '2026-03-10')"))
        insert = (
            "INSERT INTO turns SELECT :id, 'a', '2026-03-10', '여권', 'answered', NULL, 0.5, '', '', 1, 'd'"
        )
        connection.execute(text(insert), [{"id": 1}, {"id": 2}])
        connection.commit()
    database.close()
    again = Database(f"sqlite:///{path}")
    with again.transaction() as session:
        turns = session.execute(select(TurnRow.key, TurnRow.utterance)).all()
        assert [utterance for _, utterance in turns] == ["여권", "여권"]
        assert len({key for key, _ in turns}) == 2
        assert all(len(key) == 32 for key, _ in turns)
    again.close()


def test_talks_of_an_older_file_were_held_on_the_web_and_stay(tmp_path: Path) -> None:
    """A file that was written before there was another channel."""
    path = tmp_path / "talks.sqlite3"
    database = Database(f"sqlite:///{path}")
    with database.connection() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(tables.__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.downgrade(config, "0003")
        columns = {column["name"] for column in inspect(connection).get_columns("conversations")}
        assert columns == {"id", "started_at"}
        connection.execute(text("INSERT INTO conversations VALUES ('a', '2026-03-10 01:00:00.000000')"))
        connection.commit()
    database.close()
    again = Database(f"sqlite:///{path}")
    with again.transaction() as session:
        talk = session.get(ConversationRow, "a")
        assert talk is not None
        assert (talk.channel, talk.user_key, talk.place) == ("web", None, None)
    with again.connection() as connection:
        indexes = {index["name"] for index in inspect(connection).get_indexes("conversations")}
        assert "ix_conversations_user_key" in indexes
    again.close()


@pytest.mark.parametrize(
    "address", ["", "talks.sqlite3", "nosuch://host/talks", "postgresql://host:port/talks"]
)
def test_an_address_that_is_none_is_refused_with_an_example(address: str) -> None:
    with pytest.raises(DatabaseAddressError) as raised:
        Database(address)
    message = str(raised.value)
    assert message.startswith(f'"{address}" is no usable database address (')
    assert message.endswith("); for example sqlite:///var/talks.sqlite3")


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseAddressError, match="unable to open database file"):
        Database(f"sqlite:///{tmp_path}")


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file", encoding="utf-8")
    with pytest.raises(DatabaseAddressError, match="is no usable database address"):
        Database(f"sqlite:///{tmp_path}/var/talks.sqlite3")
