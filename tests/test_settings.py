from dataclasses import fields
from pathlib import Path

import pytest

from chatbot.dialogue.decision import Thresholds
from chatbot.settings import PREFIX, Settings, SettingsError, read_settings


def test_an_empty_environment_gives_the_defaults() -> None:
    assert read_settings({}) == Settings()


def test_each_setting_is_read_from_its_variable_as_its_own_kind() -> None:
    environment = {
        "MINWONTALK_KNOWLEDGE": "other/city",
        "MINWONTALK_INDEX_CACHE": "other/cache",
        "MINWONTALK_DATABASE": "sqlite://",
        "MINWONTALK_HOST": "0.0.0.0",  # noqa: S104 - only read, never listened on
        "MINWONTALK_PORT": "0",
        "MINWONTALK_ALLOWED_ORIGINS": "https://www.hanbit.example",
        "MINWONTALK_ACCEPT_THRESHOLD": "0.5",
        "MINWONTALK_AMBIGUITY_MARGIN": "0.1",
        "MINWONTALK_NEAR_MISS_THRESHOLD": "0.3",
        "MINWONTALK_RELOAD_SECONDS": "0",
        "MINWONTALK_PUBLIC_URL": "https://talk.hanbit.example",
        "MINWONTALK_KAKAO_SKILL_TOKEN": "agreed",
        "MINWONTALK_KAKAO_USER_SECRET": "0123456789abcdef",
        "MINWONTALK_KAKAO_USER_SECRET_FILE": "other/secret",
        "MINWONTALK_KAKAO_TALK_HOURS": "6",
        "MINWONTALK_SESSION_IDLE_MINUTES": "15",
        "MINWONTALK_SESSION_HOURS": "8",
        "MINWONTALK_ACCESS_SECRET": "fedcba9876543210",
        "MINWONTALK_ACCESS_SECRET_FILE": "other/access-secret",
        "MINWONTALK_OIDC_ISSUER": "https://login.hanbit.example",
        "MINWONTALK_OIDC_CLIENT_ID": "minwontalk",
        "MINWONTALK_OIDC_CLIENT_SECRET": "told by the provider",
        "MINWONTALK_OIDC_ROLE_CLAIM": "realm_access.roles",
        "MINWONTALK_OIDC_ROLES": "counsellor=staff",
    }
    assert {field.name for field in fields(Settings)} == {
        name.removeprefix(PREFIX).lower() for name in environment
    }
    assert read_settings(environment) == Settings(
        knowledge=Path("other/city"),
        index_cache=Path("other/cache"),
        database="sqlite://",
        host="0.0.0.0",  # noqa: S104
        port=0,
        allowed_origins="https://www.hanbit.example",
        accept_threshold=0.5,
        ambiguity_margin=0.1,
        near_miss_threshold=0.3,
        reload_seconds=0.0,
        public_url="https://talk.hanbit.example",
        kakao_skill_token="agreed",  # noqa: S106
        kakao_user_secret="0123456789abcdef",  # noqa: S106
        kakao_user_secret_file=Path("other/secret"),
        kakao_talk_hours=6.0,
        session_idle_minutes=15.0,
        session_hours=8.0,
        access_secret="fedcba9876543210",  # noqa: S106
        access_secret_file=Path("other/access-secret"),
        oidc_issuer="https://login.hanbit.example",
        oidc_client_id="minwontalk",
        oidc_client_secret="told by the provider",  # noqa: S106
        oidc_role_claim="realm_access.roles",
        oidc_roles="counsellor=staff",
    )


def test_without_an_argument_the_environment_of_the_process_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINWONTALK_PORT", "8123")
    assert read_settings().port == 8123


def test_variables_of_other_programs_are_none_of_our_business() -> None:
    assert read_settings({"PORT": "many", "PATH": "/bin"}) == Settings()


def test_an_unknown_setting_is_refused_with_the_known_ones() -> None:
    with pytest.raises(SettingsError) as raised:
        read_settings({"MINWONTALK_PROT": "8000"})
    message = str(raised.value)
    assert message.startswith("unknown setting MINWONTALK_PROT; known are MINWONTALK_ACCEPT_THRESHOLD, ")
    assert "MINWONTALK_PORT" in message


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("PORT", "80a", 'MINWONTALK_PORT="80a" is not a valid int; for example 8000'),
        (
            "RELOAD_SECONDS",
            "soon",
            'MINWONTALK_RELOAD_SECONDS="soon" is not a valid float; for example 2.0',
        ),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_with_an_example(name: str, value: str, message: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_settings({PREFIX + name: value})
    assert str(raised.value) == message


def test_thresholds_that_do_not_fit_together_are_refused() -> None:
    environment = {"MINWONTALK_ACCEPT_THRESHOLD": "0.2", "MINWONTALK_NEAR_MISS_THRESHOLD": "0.4"}
    with pytest.raises(SettingsError, match=r"near_miss_threshold ≤ accept_threshold ≤ 1, got 0\.4 and 0\.2"):
        read_settings(environment)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        (
            "PUBLIC_URL",
            "talk.hanbit.example",
            'public_url="talk.hanbit.example" is no address; for example https://talk.example.kr',
        ),
        ("KAKAO_TALK_HOURS", "0", "kakao_talk_hours must be above 0, got 0.0"),
        (
            "KAKAO_SKILL_TOKEN",
            "우리끼리 정한 값",
            "kakao_skill_token may hold Latin letters, digits and signs, but no spaces",
        ),
        ("KAKAO_USER_SECRET", "guess me", "kakao_user_secret needs at least 16 characters"),
    ],
)
def test_a_value_that_would_not_work_for_kakaotalk_is_refused(name: str, value: str, message: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_settings({PREFIX + name: value})
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("SESSION_IDLE_MINUTES", "0", "session_idle_minutes must be above 0, got 0.0"),
        ("SESSION_HOURS", "-1", "session_hours must be above 0, got -1.0"),
        ("ACCESS_SECRET", "guess me", "access_secret needs at least 16 characters"),
        (
            "OIDC_ISSUER",
            "http://login.hanbit.example",
            'oidc_issuer="http://login.hanbit.example" is no safe address; for example https://login.example.kr',
        ),
        ("OIDC_ISSUER", "https://login.hanbit.example", "oidc_issuer needs oidc_client_id"),
    ],
)
def test_a_value_that_would_let_the_wrong_people_in_is_refused(name: str, value: str, message: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_settings({PREFIX + name: value})
    assert str(raised.value) == message


def test_a_provider_of_this_machine_needs_no_encryption() -> None:
    environment = {
        "MINWONTALK_OIDC_ISSUER": "http://127.0.0.1:8080",
        "MINWONTALK_OIDC_CLIENT_ID": "minwontalk",
    }
    assert read_settings(environment).oidc_issuer == "http://127.0.0.1:8080"


def test_the_thresholds_are_those_of_the_settings() -> None:
    settings = Settings(accept_threshold=0.5, ambiguity_margin=0.1, near_miss_threshold=0.3)
    assert settings.thresholds == Thresholds(0.5, 0.1, 0.3)
