"""A secret is made once, and only its owner can read it."""

import stat
from pathlib import Path

import pytest

from chatbot.store.kept_secret import kept_secret


def test_a_secret_is_made_with_its_folder_and_is_the_same_ever_after(tmp_path: Path) -> None:
    file = tmp_path / "var" / "secret"
    secret = kept_secret(file)
    assert len(secret) == 64
    assert kept_secret(file) == secret
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["secret"]


def test_a_secret_that_others_could_read_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("0" * 64, encoding="ascii")
    file.chmod(0o644)
    assert kept_secret(file) == b"0" * 64
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_empty_file_is_no_secret(tmp_path: Path) -> None:
    (tmp_path / "secret").touch()
    with pytest.raises(OSError, match="is empty; delete it"):
        kept_secret(tmp_path / "secret")


def test_two_secrets_are_never_the_same(tmp_path: Path) -> None:
    assert kept_secret(tmp_path / "one") != kept_secret(tmp_path / "other")
