"""Fills templates. The only module that knows Jinja2."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from chatbot.store.feedback import COMMENT_LIMIT, Rating
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
class RatingForm:
    """`_feedback.html`: where a citizen says whether an answer helped.

    Attributes:
        action: Address that the plain form is sent to.
        field: Name of the hidden field that tells what is rated.
        key: Its value; empty on the page of an entry that was not rated yet.
        rating: What was said already.
        limit: Most characters of a comment.
    """

    action: str
    field: str
    key: str
    rating: Rating | None = None
    limit: int = COMMENT_LIMIT


@dataclass(frozen=True)
class PlainTexts:
    """An answer as plain text.

    Attributes:
        copied: What is put on the clipboard, but for the address of its page.
        spoken: What is read aloud, one sentence or item a line, spelled as people say it.
    """

    copied: str
    spoken: str


@dataclass(frozen=True)
class PlainAnswer:
    """`answer.txt`: an answer without markup; `spoken` leaves out what nobody reads aloud."""

    answer: Answer
    spoken: bool


@dataclass(frozen=True)
class DemoPage:
    """`demo.html`: a city page with the widget in it."""

    start: Start


@dataclass(frozen=True)
class ChatPage:
    """`chat.html`: the chat as plain forms; `kiosk` as in `ReplyFragment`."""

    start: Start
    replies: list[ChatReply]
    topic: TopicStart | None
    kiosk: int | None = None


@dataclass(frozen=True)
class FaqPage:
    """`faq.html`: one entry under its own address.

    Attributes:
        start: What every page knows.
        answer: The entry as it stands today.
        rated: Where a reader says whether it helped.
        texts: The answer as plain text.
        description: The answer in a line, for search results.
        url: The whole address of the page, for paper.
        data: Structured data of schema.org.
    """

    start: Start
    answer: Answer
    rated: RatingForm
    texts: PlainTexts
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
    """`_reply.html`: one turn, in the widget and on the chat page.

    Attributes:
        reply: The turn.
        rated: Where the citizen says whether it helped; None where that cannot be kept.
        texts: Of the answer, where there is one.
        kiosk: Seconds until a talk left at a public screen is wiped; None everywhere else.
    """

    reply: ChatReply
    rated: RatingForm | None
    texts: PlainTexts | None
    kiosk: int | None = None


@dataclass(frozen=True)
class FeedbackFragment:
    """`feedback.html`: what takes the place of the question whether an answer helped."""

    rated: RatingForm


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
    Sitemap: "sitemap.xml",
    Robots: "robots.txt",
    ErrorPage: "error.html",
    Panel: "_panel.html",
    ReplyFragment: "_reply.html",
    FeedbackFragment: "feedback.html",
    PlainAnswer: "answer.txt",
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
