"""What the page for KakaoTalk's channel manager is filled from."""

from dataclasses import dataclass

from web.contexts.start import Start


@dataclass(frozen=True)
class SkillTest:
    """A request to paste where KakaoTalk lets a skill be tried out."""

    name: str
    body: str


@dataclass(frozen=True)
class KakaoSetupPage:
    """`kakao_setup.html`: how the city's KakaoTalk channel is joined to this server.

    Attributes:
        start: What every page knows.
        url: Address of the skill.
        has_public_url: The address is the one of the settings, not only the one this page was called by.
        token_header: Name of the header that must carry the agreed token; None where there is none.
        talk_hours: Hours without a message after which a talk has ended.
        tests: Requests to try out.
    """

    start: Start
    url: str
    has_public_url: bool
    token_header: str | None
    talk_hours: float
    tests: list[SkillTest]
