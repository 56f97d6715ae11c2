"""What goes over the wire: the request and reply models of the JSON interface.

The page templates read the very same models, so a citizen without JavaScript sees what the widget
shows. Statuses are those of `chatbot.dialogue.reply.ReplyStatus`.
"""

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from chatbot.dialogue.reply import ReplyStatus
from chatbot.dialogue.scenario_run import MOST_ANSWERS
from chatbot.store.feedback import COMMENT_LIMIT

Score = Annotated[float, Field(ge=0, le=1)]

TURN_ID = "^[0-9a-f]{32}$"
TurnId = Annotated[str, Field(pattern=TURN_ID)]


class Model(BaseModel):
    """Base of all wire models: unknown fields in a request are an error, not silently dropped."""

    model_config = ConfigDict(extra="forbid")


class ChatRequest(Model):
    """One turn of a citizen."""

    message: str = Field(
        description="What the citizen typed, untouched. More than 300 characters are answered with "
        "status `refused_too_long`.",
        max_length=4000,
    )
    conversation_id: str | None = Field(
        default=None,
        description="The id that the last reply carried; null opens a new conversation.",
        pattern="^[0-9a-f]{32}$",
    )
    entry_id: str | None = Field(
        default=None,
        description="The entry the citizen chose from `choices` or `related`; search is skipped.",
        max_length=80,
    )
    none: bool = Field(default=False, description="The citizen found none of the offered choices right.")
    fresh: bool = Field(
        default=False, description="Take the message by itself, whatever was talked about before."
    )
    turn_id: TurnId | None = Field(
        default=None,
        description="With `none`: the turn whose choices were refused. Without it, the newest turn of the "
        "talk that offered any.",
    )
    scenario: str | None = Field(
        default=None,
        description="The scenario that guides the citizen, as a reply's `scenario` or `scenarios` named it.",
        max_length=60,
    )
    answers: list[Annotated[str, Field(max_length=60)]] = Field(
        default_factory=list,
        description="With `scenario`: all answers so far. A typed `message` is read as the next one.",
        max_length=MOST_ANSWERS,
    )
    pressed: bool = Field(
        default=False,
        description="With `scenario`: a button was pressed, so `answers` holds the newest answer already and "
        "`message` is only what the button says.",
    )
    stop: bool = Field(default=False, description="With `scenario`: the citizen wants no more of it.")


class ChatForm(ChatRequest):
    """The same turn as a plain form, in which a pressed button may stand in for a message."""

    message: str = Field(default="", max_length=4000)


class OpenNow(Model):
    """Whether somebody answers the telephone at this moment (Asia/Seoul)."""

    is_open: bool
    text: str = Field(description='"지금 상담 가능" or "지금은 상담 시간이 아니에요"')
    until: str = Field(description='"오늘 18:00까지", or the next opening: "내일 09:00부터"')


class Contact(Model):
    """Whom to call."""

    name: str = Field(description='Who answers this number: "여권팀"')
    phone: str
    hours: str | None = Field(description='Opening hours in words: "평일 08:30~18:30"')
    open_now: OpenNow | None = Field(description="Missing when the hours are not known")
    url: str | None = Field(default=None, description="Their own site, where another agency answers")


class Line(Model):
    """One line of a section: a sentence, with an aside and a link where there is one."""

    text: str
    note: str | None = None
    url: str | None = None


class Fee(Model):
    """A fee that applies today."""

    label: str
    amount: int = Field(ge=0, description="Won")
    amount_text: str = Field(description='"52,000원", or "무료"')
    note: str | None = None


class How(Line):
    """One way to apply."""

    channel: str = Field(description="online, visit, phone or mail")
    channel_text: str = Field(description='"온라인", "방문", "전화", "우편"')
    phone: str | None = None


class Source(Model):
    """Where the answer comes from."""

    name: str
    url: str | None = None


class EntryLink(Model):
    """An entry named by its question."""

    entry_id: str
    title: str
    question: str


class LifeEventLink(Model):
    """A life event: a page that lists what has to be done after it."""

    id: str
    title: str
    summary: str
    path: str = Field(description="Permanent address of the page: /life/<id>")


class Choice(EntryLink):
    """An entry offered when the bot asks back."""

    score: Score


class Answer(Model):
    """The approved text of one entry as it stands today."""

    entry_id: str
    topic: str
    topic_name: str
    title: str
    question: str
    lead: list[str] = Field(description="1 to 3 sentences; **…** marks the deciding words")
    documents: list[Line]
    fees: list[Fee]
    deadline: list[Line]
    how: list[How]
    details: list[Line]
    contact: Contact = Field(description="Whom to call about this entry")
    department: str = Field(description='Who answers for this entry: "민원여권과 여권팀"')
    sources: list[Source]
    as_of: str = Field(description="Month that the newest source speaks for: 2026-03 or 2026")
    as_of_text: str = Field(description='"2026년 3월 기준"')
    checked_on: date | None = Field(description="Day on which somebody of the city confirmed it")
    review_due: bool = Field(description="The day for reviewing the text has passed")
    path: str = Field(description="Permanent address of the entry: /faq/<id>")
    related: list[EntryLink]


class ScenarioLink(Model):
    """A scenario that can be started."""

    scenario_id: str
    title: str
    summary: str
    path: str = Field(description="Its own page: /guide/<id>")


class GivenAnswer(Model):
    """An answer that was given in a scenario."""

    label: str = Field(description="Short name of the step")
    answer: str = Field(description="Option id, ISO date or whole number")
    text: str = Field(description="The same as people read it")
    before: list[str] = Field(description="The answers before it: with these alone, it is asked again")


class ScenarioOption(Model):
    """An answer that can be pressed."""

    id: str
    label: str
    hint: str | None


class ScenarioDate(Model):
    """A step that wants a day, both bounds included."""

    earliest: date
    latest: date


class ScenarioNumber(Model):
    """A step that wants a whole number, both bounds included."""

    least: int
    most: int
    unit: str


class ScenarioQuestion(Model):
    """What a scenario asks now: options, a day or a number."""

    question: str
    help: str | None
    options: list[ScenarioOption]
    date: ScenarioDate | None
    number: ScenarioNumber | None


class Basis(Model):
    """What a computed day or amount rests on."""

    says: str | None = Field(description="The rule in the words of its entry")
    answer: Answer = Field(description="The entry, of which only the source is shown here")


class OutcomeDeadline(Model):
    """A deadline, counted from a day that was given."""

    last_day: date
    last_day_text: str = Field(description='"2026년 4월 1일 수요일"')
    days_left: int = Field(description="Below 0 when it has passed")
    days_left_text: str
    label: str = Field(description="Short name of the step that gave the day")
    start_text: str
    basis: Basis


class OutcomeAmount(Model):
    """What is paid because the deadline has passed."""

    amount: int = Field(ge=0, description="Won")
    amount_text: str
    basis: Basis


class OutcomeFee(Model):
    """A fee, so many times."""

    label: str
    amount_text: str
    count: int
    sum_text: str


class OutcomeTotal(Model):
    """Fees of entries, added up."""

    fees: list[OutcomeFee]
    total: int = Field(ge=0, description="Won")
    total_text: str
    bases: list[Basis]


class ScenarioOutcome(Model):
    """What stands at the end of a scenario."""

    title: str
    deadline: OutcomeDeadline | None
    late: OutcomeAmount | None
    total: OutcomeTotal | None
    parts: list[Answer] = Field(description="Entries, each with nothing but the parts that are shown")
    text: str = Field(description="All of it as plain text")


class ScenarioTurn(ScenarioLink):
    """Where a guided scenario stands. `question` and `outcome` are both missing only while it waits."""

    answers: list[str]
    done: int = Field(ge=0, description="Questions so far, the present one included")
    total: int = Field(ge=0, description="Questions at most on this way")
    given: list[GivenAnswer]
    question: ScenarioQuestion | None
    outcome: ScenarioOutcome | None
    waits: bool = Field(description="The reply is about something else; the scenario can be gone on with")


class OtherLanguage(Model):
    """An answer in the language of the message."""

    lang: str = Field(description="Code of the language: en")
    label: str = Field(description="What leads there, in that language")
    path: str = Field(description="Address of the answer")


class ChatReply(Model):
    """What the bot says in one turn."""

    conversation_id: str
    turn_id: TurnId | None = Field(description="Names this turn; null when it could not be kept")
    status: ReplyStatus
    entry_id: str | None
    score: Score
    answer: Answer | None
    choices: list[Choice] = Field(
        description="Entries to choose from; beside an answer, what else the message asked"
    )
    understood: str | None = Field(
        default=None,
        description="The question that was searched instead of the message, where that could only be "
        "understood from the talk before",
    )
    understood_text: str | None = Field(default=None, description="The same in a sentence")
    life_events: list[LifeEventLink] = Field(
        default_factory=list, description="Life events that the message names or the answer belongs to"
    )
    text: str = Field(description="The whole reply as plain text")
    contact: Contact = Field(description="Whom to call about this turn; never missing")
    message: str = Field(description="The citizen's message as it was stored: numbers masked")
    notice: str | None = Field(description="A word beside the reply: personal numbers were hidden")
    other_language: OtherLanguage | None = Field(
        default=None, description="Where the message is answered in its own language"
    )
    scenario: ScenarioTurn | None = Field(default=None, description="The scenario that guides the citizen")
    scenarios: list[ScenarioLink] = Field(
        default_factory=list, description="Scenarios that belong to what the reply shows"
    )
    html: str = Field(description="The reply as an HTML fragment, the same on every page")


class FeedbackRequest(Model):
    """Whether an answer helped. The newest rating of a turn replaces the one before, with its comment."""

    turn_id: TurnId = Field(description="The turn, as its reply named it.")
    helpful: bool
    comment: str | None = Field(
        default=None,
        description="What the citizen says to it; personal numbers are hidden before it is stored.",
        max_length=COMMENT_LIMIT,
    )


class FeedbackReply(Model):
    """What was kept."""

    turn_id: TurnId
    helpful: bool
    comment: str | None = Field(description="As it was stored: numbers masked")
    html: str = Field(description="What is shown in place of the question, as an HTML fragment")


class SearchResult(EntryLink):
    """One candidate of the staff search, as the bot ranks it."""

    topic: str
    score: Score
    matched: str = Field(description="The question or variant that matched best")


class SearchReply(Model):
    """Candidates for a query, best first."""

    query: str
    results: list[SearchResult]


class Health(Model):
    """State of the process."""

    status: str
    entries: int = Field(description="Entries in the catalog that is being served")
    digest: str = Field(description="Digest of that catalog")
    loaded_at: datetime
    problems: int = Field(description="Errors in the newest files, which is why they are not served")


class ErrorBody(Model):
    """The one shape of every error."""

    code: str = Field(description="Stable name of the error: invalid_request, not_found, …")
    message: str = Field(description="What is wrong and how to mend it, in Korean")
    details: list[str] = Field(default_factory=list, description="Field by field")


class ErrorReply(Model):
    """Wrapper of every error."""

    error: ErrorBody
