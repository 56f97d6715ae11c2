"""KakaoTalk: one address that is called for every message, and a page that says how to set it up."""

import hmac
import json
import logging
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from chatbot.dialogue.guide import ScenarioPlace
from chatbot.store.conversations import Visitor
from web.chat import take_turn
from web.contexts.kakao import KakaoSetupPage, SkillTest
from web.errors import documented
from web.kakao_cards import KakaoCards
from web.kakao_schemas import Extra, SkillReply, SkillRequest
from web.schemas import ChatReply, ChatRequest
from web.services import Services, ServicesDependency

_log = logging.getLogger(__name__)

CHANNEL = "kakao"
TOKEN_HEADER = "X-Skill-Token"  # noqa: S105 - its name, not its value

router = APIRouter()


def _check_token(
    services: ServicesDependency,
    x_skill_token: Annotated[str, Header(description="The agreed token, where one is set")] = "",
    token: Annotated[str, Query(description="The same, for who cannot send headers")] = "",
) -> None:
    expected = services.kakao.token.encode()
    given = (x_skill_token or token).encode()
    if expected and not hmac.compare_digest(given, expected):
        _log.warning("a KakaoTalk request without the right token was refused")
        raise HTTPException(403)


@router.post(
    "/kakao/skill",
    dependencies=[Depends(_check_token)],
    response_model_exclude_none=True,
    responses=documented(400, 403, 411, 413, 422),
    tags=["kakao"],
)
def post_skill(skill: SkillRequest, services: ServicesDependency) -> SkillReply:
    """Answer one message of a KakaoTalk user, as cards; whatever goes wrong, with a telephone number."""
    try:
        return _answer(skill, services)
    except Exception:
        _log.exception("answering KakaoTalk failed")
        catalog = services.live.served.responder.catalog
        contact = services.presenter().contact(catalog.call_centre)
        return _cards(services).failure(catalog.wording.error_internal, contact)


@router.get("/kakao/setup", include_in_schema=False)
def get_setup_page(request: Request, services: ServicesDependency) -> HTMLResponse:
    """Tell whoever runs the city's KakaoTalk channel what to enter where."""
    start = services.presenter().start()
    words = services.live.served.responder.catalog.wording.kakao
    base = services.kakao.public_url or str(request.base_url).rstrip("/")
    example = next(iter([*start.popular, *(asked for topic in start.topics for asked in topic.questions)]))
    page = KakaoSetupPage(
        start=start,
        url=f"{base}/kakao/skill",
        has_public_url=bool(services.kakao.public_url),
        token_header=TOKEN_HEADER if services.kakao.token else None,
        talk_hours=services.kakao.talk_hours,
        tests=[
            SkillTest("질문", _test_body(example.question)),
            SkillTest("단추를 눌렀을 때", _test_body(example.question, Extra(entry_id=example.entry_id))),
            SkillTest("처음으로", _test_body(words.home, Extra(home=True))),
        ],
    )
    return HTMLResponse(services.templates.render(page))


def _answer(skill: SkillRequest, services: Services) -> SkillReply:
    words = services.live.served.responder.catalog.wording.kakao
    utterance, extra = skill.user_request.utterance, skill.action.client_extra
    visitor = Visitor(CHANNEL, services.kakao.users.key(skill.user_request.user.id))
    # Whoever types the words of a button means the button, even on a phone that does not show it any more.
    said = utterance.strip()
    if extra.home or said == words.home:
        _talk(visitor, services, anew=True)
        return _cards(services).start(services.presenter().start())
    talk = _talk(visitor, services)
    place = _place(extra, talk, services)
    walks = extra.scenario is not None
    if place and not walks and said in (words.back, words.go_on):
        place, walks = (_before(place) if said == words.back else place), True
    request = ChatRequest(
        message=utterance,
        conversation_id=talk,
        entry_id=extra.entry_id,
        none=bool(extra.none) or said == words.none,
        turn_id=extra.turn_id,
        scenario=place.scenario_id if place else None,
        answers=list(place.answers) if place else [],
        pressed=walks,
        stop=bool(extra.stop) or said == words.stop,
    )
    shown = _turn(request, services)
    _keep_place(shown, services)
    return _cards(services).reply(shown)


def _turn(request: ChatRequest, services: Services) -> ChatReply:
    try:
        return take_turn(request, services)
    except HTTPException:
        # A button from long ago, whose entry or scenario was taken out: what it says is still a question.
        plain = ChatRequest(message=request.message, conversation_id=request.conversation_id)
        return take_turn(plain, services)


def _place(extra: Extra, talk: str | None, services: Services) -> ScenarioPlace | None:
    """Return the place in a scenario that a turn belongs to: a button names it, typed words go on with it."""
    if extra.scenario is not None:
        return ScenarioPlace(extra.scenario, tuple(extra.answers or ()))
    if extra.entry_id is not None:
        return None
    try:
        return services.conversations.place(talk)
    except Exception:
        _log.exception("the place in a scenario could not be read")
        return None


def _before(place: ScenarioPlace) -> ScenarioPlace:
    return ScenarioPlace(place.scenario_id, place.answers[:-1])


def _keep_place(shown: ChatReply, services: Services) -> None:
    at = shown.scenario
    # At an end there is nothing left to answer.
    place = ScenarioPlace(at.scenario_id, tuple(at.answers)) if at and at.outcome is None else None
    try:
        services.conversations.keep_place(shown.conversation_id, place)
    except Exception:
        _log.exception("the place in a scenario could not be kept")


def _talk(visitor: Visitor, services: Services, *, anew: bool = False) -> str | None:
    conversations = services.conversations
    try:
        lasting = timedelta(hours=services.kakao.talk_hours)
        known = None if anew else conversations.talk_of(visitor, lasting)
        return known or conversations.open_talk(visitor)
    except Exception:
        # Without its talk a question can still be answered by itself.
        _log.exception("a talk could not be found or opened")
        return None


def _cards(services: Services) -> KakaoCards:
    words = services.live.served.responder.catalog.wording.kakao
    return KakaoCards(words, services.kakao.public_url)


def _test_body(utterance: str, extra: Extra | None = None) -> str:
    body = {
        "userRequest": {
            "timezone": "Asia/Seoul",
            "utterance": utterance,
            "lang": "ko",
            "user": {"id": "setup-test", "type": "botUserKey", "properties": {}},
        },
        "action": {"clientExtra": extra.model_dump(exclude_none=True) if extra else {}, "params": {}},
    }
    return json.dumps(body, ensure_ascii=False, indent=2)
