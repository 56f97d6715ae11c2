"""Ids of KakaoTalk users: the same one is known again, and no one can be read."""

import logging
import stat
from pathlib import Path

import pytest

from web.kakao_users import UserKeys

SALT = "a secret for tests only"
ID = "138d8b2f8e6ffc8b"


def test_an_id_has_one_key_and_another_id_another_one(tmp_path: Path) -> None:
    keys = UserKeys(SALT, tmp_path / "secret")
    key = keys.key(ID)
    assert key == UserKeys(SALT, tmp_path / "secret").key(ID)
    assert key is not None
    assert len(key) == 64
    assert keys.key(ID + "0") != key
    assert ID not in key
    assert not (tmp_path / "secret").exists()


def test_without_the_secret_the_key_cannot_be_made_again(tmp_path: Path) -> None:
    assert UserKeys(SALT, tmp_path / "a").key(ID) != UserKeys("another secret", tmp_path / "a").key(ID)


def test_a_request_without_an_id_has_no_key(tmp_path: Path) -> None:
    assert UserKeys(SALT, tmp_path / "secret").key("") is None


def test_a_secret_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    file = tmp_path / "var" / "secret"
    key = UserKeys("", file).key(ID)
    assert key is not None
    assert UserKeys("", file).key(ID) == key
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(file.read_text(encoding="ascii")) == 64
    assert [path.name for path in file.parent.iterdir()] == ["secret"]


def test_a_secret_that_others_could_read_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("0" * 64, encoding="ascii")
    file.chmod(0o644)
    UserKeys("", file).key(ID)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_where_no_secret_can_be_kept_there_is_no_key_and_a_word_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "var").write_text("a file", encoding="utf-8")
    (tmp_path / "empty").touch()
    with caplog.at_level(logging.ERROR):
        assert UserKeys("", tmp_path / "var" / "secret").key(ID) is None
        assert UserKeys("", tmp_path / "empty").key(ID) is None
    assert caplog.text.count("no secret for KakaoTalk users can be kept") == 2
    assert ID not in caplog.text
