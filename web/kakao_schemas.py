"""What goes over the wire to and from KakaoTalk: skill JSON 2.0, with its limits.

KakaoTalk delivers nothing at all when a limit is broken, so a reply that breaks one cannot be made. It
states its limits in Korean letters without spaces; here every UTF-16 unit counts, spaces too, which is never
less. Limits that the guide leaves open (heading and item of a list, label of a quick reply) are the lengths
that a phone shows.

https://kakaobusiness.gitbook.io/main/tool/chatbot/skill_guide/answer_json_format
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic.alias_generators import to_camel

from chatbot.dialogue.scenario_run import MOST_ANSWERS
from chatbot.knowledge.rules.kakao_limits import LIST_CARD_ITEMS, TEXT_CARD_LENGTH
from web.kakao_text import length
from web.schemas import TurnId

TITLE = 50
LABEL = 14
BUTTONS = 3
SIMPLE_TEXT = 1000
SIMPLE_TEXT_UNFOLDED = 500
"""A longer simpleText is folded; the rest is behind a tap."""
LIST_HEADER = 15
LIST_BUTTONS = 2
LIST_ITEM_TITLE = 36
LIST_ITEM_DESCRIPTION = 60
MESSAGE = 200
URL = 1000
OUTPUTS = 3
QUICK_REPLIES = 10
BUBBLE_BYTES = 30 * 1024
UTTERANCE = 4000
"""More of an utterance is not read; it is refused as too long anyway."""


def _within(limit: int) -> AfterValidator:
    def check(text: str) -> str:
        if not text.strip():
            raise ValueError("nothing to show")
        if length(text) > limit:
            raise ValueError(f"{length(text)} characters, at most {limit} are delivered")
        if "**" in text:
            raise ValueError("marks of emphasis would be shown as they are")
        return text

    return AfterValidator(check)


class Outgoing(BaseModel):
    """Base of all that is sent; what is refused may be a citizen's words and is not repeated."""

    model_config = ConfigDict(
        alias_generator=to_camel, validate_by_name=True, extra="forbid", hide_input_in_errors=True
    )


class Extra(BaseModel):
    """What our own buttons send back, in `action.clientExtra`."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    entry_id: str | None = Field(default=None, max_length=80, description="The entry that was chosen")
    none: Literal[True] | None = Field(default=None, description="None of the choices was right")
    turn_id: TurnId | None = Field(default=None, description="With `none`: the turn that offered them")
    home: Literal[True] | None = Field(default=None, description="Begin anew")
    scenario: str | None = Field(default=None, max_length=60, description="Go to a place in this scenario")
    answers: list[Annotated[str, Field(max_length=60)]] | None = Field(
        default=None, max_length=MOST_ANSWERS, description="With `scenario`: all answers so far"
    )
    stop: Literal[True] | None = Field(default=None, description="With `scenario`: no more of it")


class WebLinkButton(Outgoing):
    """Opens a page."""

    action: Literal["webLink"] = "webLink"
    label: Annotated[str, _within(LABEL)]
    web_link_url: Annotated[str, _within(URL), Field(pattern="^https?://")]


class PhoneButton(Outgoing):
    """Calls a number; it is not shown on a desk, so the number also stands in the text."""

    action: Literal["phone"] = "phone"
    label: Annotated[str, _within(LABEL)]
    phone_number: Annotated[str, Field(pattern=r"^\+?[0-9-]{2,20}$")]


class MessageButton(Outgoing):
    """Sends words as if the citizen had typed them, and what they stand for."""

    action: Literal["message"] = "message"
    label: Annotated[str, _within(LABEL)]
    message_text: Annotated[str, _within(MESSAGE)]
    extra: Extra


Button = Annotated[WebLinkButton | PhoneButton | MessageButton, Field(discriminator="action")]


class SimpleText(Outgoing):
    """A bubble of plain text."""

    text: Annotated[str, _within(SIMPLE_TEXT)]


class TextCard(Outgoing):
    """A text with a title and buttons."""

    title: Annotated[str, _within(TITLE)] | None = None
    description: Annotated[str, _within(TEXT_CARD_LENGTH)]
    buttons: Annotated[list[Button], Field(min_length=1, max_length=BUTTONS)] | None = None

    @model_validator(mode="after")
    def _fits_with_its_title(self) -> "TextCard":
        if length(self.title or "") + length(self.description) > TEXT_CARD_LENGTH:
            raise ValueError(f"title and description have more than {TEXT_CARD_LENGTH} characters")
        return self


class ListHeader(Outgoing):
    """Heading of a list."""

    title: Annotated[str, _within(LIST_HEADER)]


class ListItem(Outgoing):
    """A question to choose."""

    title: Annotated[str, _within(LIST_ITEM_TITLE)]
    description: Annotated[str, _within(LIST_ITEM_DESCRIPTION)] | None = None
    action: Literal["message"] = "message"
    message_text: Annotated[str, _within(MESSAGE)]
    extra: Extra


class ListCard(Outgoing):
    """Questions to choose from."""

    header: ListHeader
    items: Annotated[list[ListItem], Field(min_length=1, max_length=LIST_CARD_ITEMS)]
    buttons: Annotated[list[Button], Field(min_length=1, max_length=LIST_BUTTONS)] | None = None


class SimpleTextOutput(Outgoing):
    """One bubble."""

    simple_text: SimpleText


class TextCardOutput(Outgoing):
    """One bubble."""

    text_card: TextCard


class ListCardOutput(Outgoing):
    """One bubble."""

    list_card: ListCard


Output = SimpleTextOutput | TextCardOutput | ListCardOutput


class Template(Outgoing):
    """All that is shown in one turn."""

    outputs: Annotated[list[Output], Field(min_length=1, max_length=OUTPUTS)]
    quick_replies: Annotated[list[MessageButton], Field(min_length=1, max_length=QUICK_REPLIES)] | None = None


class SkillReply(Outgoing):
    """The answer to one request."""

    version: Literal["2.0"] = "2.0"
    template: Template

    @model_validator(mode="after")
    def _fits_in_a_bubble(self) -> "SkillReply":
        size = len(self.model_dump_json(by_alias=True, exclude_none=True).encode())
        if size > BUBBLE_BYTES:
            raise ValueError(f"{size} bytes, at most {BUBBLE_BYTES} are delivered")
        return self


def _text(value: Any) -> str:
    # Half a character (a lone surrogate) can be neither searched nor stored.
    return value.encode("utf-8", "replace").decode()[:UTTERANCE] if isinstance(value, str) else ""


def _mapping(value: Any) -> Any:
    return value if isinstance(value, Mapping) else {}


def _extra(value: Any) -> Extra:
    try:
        return Extra.model_validate(value)
    except ValidationError:
        # Of another bot, or of a button from long ago: the words of the button are still an utterance.
        return Extra()


LenientText = Annotated[str, BeforeValidator(_text)]


class Incoming(BaseModel):
    """Base of all that is received: KakaoTalk adds fields now and then, and they are ignored."""

    model_config = ConfigDict(alias_generator=to_camel, extra="ignore", hide_input_in_errors=True)


class KakaoUser(Incoming):
    """Who writes. The id never leaves `web.kakao_users`."""

    id: LenientText = Field(default="", description="botUserKey", repr=False)


class UserRequest(Incoming):
    """What was written or pressed."""

    utterance: LenientText = Field(default="", description="The words of the citizen, or of the button")
    user: Annotated[KakaoUser, BeforeValidator(_mapping)] = KakaoUser()


class Action(Incoming):
    """What our button sent back."""

    client_extra: Annotated[Extra, BeforeValidator(_extra)] = Extra()


class SkillRequest(Incoming):
    """What KakaoTalk sends. Only `userRequest` makes a body a skill request; all in it may be missing."""

    user_request: UserRequest
    action: Annotated[Action, BeforeValidator(_mapping)] = Action()
