"""What the chat page, the widget and the pages of the site itself are filled from."""

from dataclasses import dataclass
from datetime import date

from web.contexts.start import Start, TopicStart
from web.schemas import ChatReply


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
class Loader:
    """`widget.js`: the script that a page embeds."""

    service: str
    version: str
