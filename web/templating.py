"""Fills templates. The only module that knows Jinja2."""

import re
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from chatbot.knowledge.calendar import SEOUL
from chatbot.store.talk_code import talk_code
from web.accounts.action_names import action_name, detail_name, detail_value
from web.accounts.role_names import role_name
from web.contexts.answers import FeedbackFragment, PlainAnswer, ReplyFragment
from web.contexts.cockpit import (
    CockpitArithmetic,
    CockpitEntry,
    CockpitHits,
    CockpitPage,
    CockpitShelf,
    CockpitTalk,
    CounselLogPage,
)
from web.contexts.door import DoorChatPage, DoorEntryPage, DoorErrorPage, DoorKoreanPage, DoorStartPage
from web.contexts.faq import FaqIndexPage, FaqPage, FaqTopicPage
from web.contexts.guide import GuideIndexPage, GuidePage, GuidePicturePage
from web.contexts.kakao import KakaoSetupPage
from web.contexts.life import LifeIndexPage, LifePage
from web.contexts.site import ChatPage, DemoPage, ErrorPage, Loader, Panel, Robots, Sitemap
from web.contexts.staff import AccountPage, AccountsPage, AuditPage, OwnAccountPage, SignInPage

_TEMPLATES = Path(__file__).parent / "templates"
_KOREAN = re.compile("[가-힣]+(?:[ ·]+[가-힣]+)*")

Context = (
    DemoPage
    | ChatPage
    | FaqPage
    | FaqIndexPage
    | FaqTopicPage
    | DoorStartPage
    | DoorChatPage
    | DoorEntryPage
    | DoorKoreanPage
    | DoorErrorPage
    | LifeIndexPage
    | LifePage
    | GuideIndexPage
    | GuidePage
    | GuidePicturePage
    | Sitemap
    | Robots
    | ErrorPage
    | KakaoSetupPage
    | SignInPage
    | OwnAccountPage
    | AccountsPage
    | AccountPage
    | AuditPage
    | CockpitPage
    | CockpitHits
    | CockpitEntry
    | CockpitTalk
    | CockpitShelf
    | CockpitArithmetic
    | CounselLogPage
    | Panel
    | ReplyFragment
    | FeedbackFragment
    | PlainAnswer
    | Loader
)

TEMPLATES: dict[type[Context], str] = {
    DemoPage: "demo.html",
    ChatPage: "chat.html",
    FaqPage: "faq.html",
    FaqIndexPage: "faq_index.html",
    FaqTopicPage: "faq_topic.html",
    DoorStartPage: "door/start.html",
    DoorChatPage: "door/chat.html",
    DoorEntryPage: "door/entry.html",
    DoorKoreanPage: "door/korean.html",
    DoorErrorPage: "door/error.html",
    LifeIndexPage: "life_index.html",
    LifePage: "life.html",
    GuideIndexPage: "guide_index.html",
    GuidePage: "guide.html",
    GuidePicturePage: "guide_picture.html",
    Sitemap: "sitemap.xml",
    Robots: "robots.txt",
    ErrorPage: "error.html",
    KakaoSetupPage: "kakao_setup.html",
    SignInPage: "accounts/sign_in.html",
    OwnAccountPage: "accounts/own.html",
    AccountsPage: "accounts/all.html",
    AccountPage: "accounts/one.html",
    AuditPage: "accounts/audit.html",
    CockpitPage: "cockpit/page.html",
    CockpitHits: "cockpit/_hits.html",
    CockpitEntry: "cockpit/_entry.html",
    CockpitTalk: "cockpit/_talk.html",
    CockpitShelf: "cockpit/_shelf.html",
    CockpitArithmetic: "cockpit/_arithmetic.html",
    CounselLogPage: "cockpit/log.html",
    Panel: "_panel.html",
    ReplyFragment: "_reply.html",
    FeedbackFragment: "feedback.html",
    PlainAnswer: "answer.txt",
    Loader: "widget.js",
}
"""One context dataclass a template; the template may use its fields and nothing else."""


def _korean_marked(text: str) -> Markup:
    """Return the text, escaped, with its Korean words marked, so that they are read aloud as Korean."""
    return Markup(_KOREAN.sub(r'<span lang="ko">\g<0></span>', str(escape(text))))  # noqa: S704 - escaped


def _token_field(token: str) -> Markup:
    """Return the hidden field that a form of people with an account must carry."""
    return Markup('<input type="hidden" name="csrf_token" value="{}">').format(token)


def _local_time(moment: datetime) -> str:
    """Return the clock of the city at a moment, to the second."""
    return f"{moment.astimezone(SEOUL):%Y-%m-%d %H:%M:%S}"


class Templates:
    """The templates, read once."""

    def __init__(self) -> None:
        """Read the folder; a name that a context does not have is an error, never an empty string."""
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["korean_marked"] = _korean_marked
        self._environment.filters["role_name"] = role_name
        self._environment.filters["action_name"] = action_name
        self._environment.filters["detail_name"] = detail_name
        self._environment.filters["detail_value"] = detail_value
        self._environment.filters["local_time"] = _local_time
        self._environment.filters["talk_code"] = talk_code
        self._environment.globals["token_field"] = _token_field

    def render(self, context: Context) -> str:
        """Fill the template that belongs to the context."""
        template = self._environment.get_template(TEMPLATES[type(context)])
        return template.render({name: getattr(context, name) for name in context.__dataclass_fields__})
