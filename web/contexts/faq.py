"""What the pages of entries are filled from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from web.contexts.answers import PlainTexts, RatingForm
from web.contexts.start import LanguageLink, QuestionGroup, Start, TopicStart
from web.schemas import Answer


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
        translations: The same entry in other languages.
    """

    start: Start
    answer: Answer
    rated: RatingForm
    texts: PlainTexts
    description: str
    url: str
    data: Mapping[str, object]
    translations: list[LanguageLink] = field(default_factory=list)


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
