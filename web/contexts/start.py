"""What the first screen of any page or channel shows."""

from dataclasses import dataclass, field

from web.schemas import Contact, EntryLink


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
class LanguageLink:
    """A page in another language; `name` is the language's own."""

    code: str
    name: str
    path: str


@dataclass(frozen=True)
class Start:
    """What every page knows: the city, where to begin, whom to call; whether there are scenarios."""

    city: str
    service: str
    topics: list[TopicStart]
    popular: list[EntryLink]
    contact: Contact
    message_limit: int
    languages: list[LanguageLink] = field(default_factory=list)
    has_guides: bool = False
