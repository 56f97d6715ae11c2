"""What answers are shown from: one turn, its texts to take along, and the question whether it helped."""

from dataclasses import dataclass

from chatbot.store.feedback import COMMENT_LIMIT, Rating
from web.schemas import Answer, ChatReply


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
