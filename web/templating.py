"""Fills templates. The only module that knows Jinja2."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from web.schemas import Answer, ChatReply, Contact, EntryLink

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class TopicStart:
    """A topic as the first screen shows it."""

    topic: str
    name: str
    summary: str
    questions: list[EntryLink]


@dataclass(frozen=True)
class QuestionGroup:
    """Questions of a topic under one heading; without word and department they are the rest."""

    word: str | None
    department: str | None
    questions: list[EntryLink]


@dataclass(frozen=True)
class Start:
    """What every page knows: the city, where to begin, whom to call."""

    city: str
    service: str
    topics: list[TopicStart]
    popular: list[EntryLink]
    contact: Contact
    message_limit: int


@dataclass(frozen=True)
class DemoPage:
    """`demo.html`: a city page with the widget in it."""

    start: Start


@dataclass(frozen=True)
class ChatPage:
    """`chat.html`: the chat as plain forms."""

    start: Start
    replies: list[ChatReply]
    topic: TopicStart | None


@dataclass(frozen=True)
class FaqPage:
    """`faq.html`: one entry under its own address.

    Attributes:
        start: What every page knows.
        answer: The entry as it stands today.
        description: The answer in a line, for search results.
        url: The whole address of the page, for paper.
        data: Structured data of schema.org.
    """

    start: Start
    answer: Answer
    description: str
    url: str
    data: Mapping[str, object]


@dataclass(frozen=True)
class FaqIndexPage:
    """`faq_index.html`: where looking for a question begins."""

    start: Start


@dataclass(frozen=True)
class FaqTopicPage:
    """`faq_topic.html`: all questions of a topic; `data` is structured data of schema.org."""

    start: Start
    topic: TopicStart
    groups: list[QuestionGroup]
    data: Mapping[str, object]


@dataclass(frozen=True)
class SitemapAddress:
    """A page that search engines may know; `checked_on` only where somebody confirmed its text."""

    url: str
    checked_on: date | None = None


@dataclass(frozen=True)
class Sitemap:
    """`sitemap.xml`: the pages for search engines."""

    addresses: list[SitemapAddress]


@dataclass(frozen=True)
class Robots:
    """`robots.txt`: what search engines may read."""

    sitemap: str


@dataclass(frozen=True)
class ErrorPage:
    """`error.html`: what went wrong and where to go on."""

    start: Start
    status_code: int
    title: str
    message: str


@dataclass(frozen=True)
class Panel:
    """`_panel.html`: the panel of the widget."""

    start: Start


@dataclass(frozen=True)
class ReplyFragment:
    """`_reply.html`: one turn, in the widget and on the chat page."""

    reply: ChatReply


@dataclass(frozen=True)
class Loader:
    """`widget.js`: the script that a page embeds."""

    service: str
    version: str


Context = (
    DemoPage
    | ChatPage
    | FaqPage
    | FaqIndexPage
    | FaqTopicPage
    | Sitemap
    | Robots
    | ErrorPage
    | Panel
    | ReplyFragment
    | Loader
)

TEMPLATES: dict[type[Context], str] = {
    DemoPage: "demo.html",
    ChatPage: "chat.html",
    FaqPage: "faq.html",
    FaqIndexPage: "faq_index.html",
    FaqTopicPage: "faq_topic.html",
    Sitemap: "sitemap.xml",
    Robots: "robots.txt",
    ErrorPage: "error.html",
    Panel: "_panel.html",
    ReplyFragment: "_reply.html",
    Loader: "widget.js",
}
"""One context dataclass a template; the template may use its fields and nothing else."""


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

    def render(self, context: Context) -> str:
        """Fill the template that belongs to the context."""
        template = self._environment.get_template(TEMPLATES[type(context)])
        return template.render({name: getattr(context, name) for name in context.__dataclass_fields__})
