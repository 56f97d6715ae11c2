"""Fills templates. The only module that knows Jinja2."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from chatbot.knowledge.calendar import SEOUL
from chatbot.knowledge.language import Interface
from chatbot.store.accounts import Account, Role
from chatbot.store.audit import Action, KeptDeed
from chatbot.store.feedback import COMMENT_LIMIT, Rating
from chatbot.store.sessions import OpenSession
from chatbot.store.talk_code import talk_code
from web.accounts.action_names import action_name, detail_name, detail_value
from web.accounts.role_names import role_name
from web.cockpit.schemas import Arithmetic, StaffEntry, StaffSearchReply, TalkReply
from web.scenario_picture import Branch, Picture
from web.schemas import Answer, ChatReply, Contact, EntryLink, LifeEventLink, Line, ScenarioLink, ScenarioTurn

_TEMPLATES = Path(__file__).parent / "templates"
_KOREAN = re.compile("[가-힣]+(?:[ ·]+[가-힣]+)*")


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


@dataclass(frozen=True)
class LifeIndexPage:
    """`life_index.html`: the life events."""

    start: Start
    events: list[LifeEventLink]


class DateProblem(StrEnum):
    """Why no deadline can be counted from what was given."""

    UNREADABLE = "unreadable"
    FUTURE = "future"


@dataclass(frozen=True)
class DateField:
    """The field for the day from which deadlines are counted.

    Attributes:
        label: Its name.
        day: What was given, where it is a day.
        latest: The last day that makes sense, where there is one.
        problem: What is wrong with what was given.
    """

    label: str
    day: date | None
    latest: date | None
    problem: DateProblem | None


@dataclass(frozen=True)
class ShownDay:
    """A last day, seen from today."""

    day: date
    weekday: str
    names_year: bool
    has_passed: bool


@dataclass(frozen=True)
class ShownTask:
    """One thing to do.

    Attributes:
        title: Its name.
        lead: The sentence of the entry that says what it is.
        only_if: Whom it concerns, where it does not concern everybody.
        answer: The entry, with the papers and ways of this step alone.
        where: Where to go, in quoted words that stand in for the ways.
        when: When, in words, where there is no deadline.
        rule: The words that set the deadline.
        last_day: Until when; None where no day was given.
        late: What holds once the deadline has passed.
        rests_on: All entries that something comes from.
    """

    title: str
    lead: str
    only_if: str | None
    answer: Answer
    where: list[str]
    when: str | None
    rule: str | None
    last_day: ShownDay | None
    late: str | None
    rests_on: list[Answer]


@dataclass(frozen=True)
class ShownVisit:
    """What is done in one visit, and what to bring."""

    place: str
    titles: list[str]
    papers: list[Line]


@dataclass(frozen=True)
class ShownChecklist:
    """The list of a life event, most urgent first; `trips` is 0 where no visit is known to be needed."""

    tasks: list[ShownTask]
    visits: list[ShownVisit]
    trips: int
    first_deadline: ShownDay | None


@dataclass(frozen=True)
class LifePage:
    """`life.html`: what has to be done after a life event; `field` is None where nothing is counted."""

    start: Start
    event: LifeEventLink
    field: DateField | None
    list: ShownChecklist


@dataclass(frozen=True)
class Door:
    """What every page in another language knows.

    Attributes:
        code: The language, which also begins its addresses.
        words: Every word of the pages.
        start: The city, the topics and whom to call, in that language.
        korean: Address of the page in Korean.
    """

    code: str
    words: Interface
    start: Start
    korean: str


@dataclass(frozen=True)
class InterpretingHelp:
    """Who can be asked in other languages than Korean: words and number of the entry that says so."""

    link: EntryLink
    says: Sequence[str]
    contact: Contact


@dataclass(frozen=True)
class KoreanAnswer:
    """The Korean answer to what is not translated; `help` is None where nothing is known that holds today."""

    answer: Answer
    help: InterpretingHelp | None


@dataclass(frozen=True)
class DoorStartPage:
    """`door/start.html`: where asking in another language begins."""

    door: Door


@dataclass(frozen=True)
class DoorChatPage:
    """`door/chat.html`: one question and what comes back.

    Attributes:
        door: What every page in this language knows.
        reply: What comes back.
        outdated: As in `DoorEntryPage`.
        korean: What is shown instead of the answer of the reply, where that is in Korean only.
    """

    door: Door
    reply: ChatReply
    outdated: bool
    korean: KoreanAnswer | None


@dataclass(frozen=True)
class DoorEntryPage:
    """`door/entry.html`: one translated entry under its own address.

    Attributes:
        door: What every page in this language knows.
        answer: The entry as it stands today.
        outdated: The Korean text changed since it was translated.
        description: The answer in a line, for search results.
        url: The whole address of the page, for paper.
        data: Structured data of schema.org.
    """

    door: Door
    answer: Answer
    outdated: bool
    description: str
    url: str
    data: Mapping[str, object]


@dataclass(frozen=True)
class DoorKoreanPage:
    """`door/korean.html`: an entry that is asked for in another language and answered in Korean.

    Attributes:
        door: What every page in this language knows.
        asked: The entry as it is asked for, and what can be read on.
        korean: Its answer.
    """

    door: Door
    asked: Answer
    korean: KoreanAnswer


@dataclass(frozen=True)
class DoorErrorPage:
    """`door/error.html`: what went wrong and where to go on, in another language."""

    door: Door
    title: str
    message: str


@dataclass(frozen=True)
class GuideGroup:
    """The scenarios of a topic."""

    topic_name: str
    scenarios: list[ScenarioLink]


@dataclass(frozen=True)
class GuideIndexPage:
    """`guide_index.html`: all scenarios, and the life events above them."""

    start: Start
    events: list[LifeEventLink]
    groups: list[GuideGroup]


@dataclass(frozen=True)
class GuidePage:
    """`guide.html`: one scenario, walked by links; `problem` tells why an answer was not taken."""

    start: Start
    turn: ScenarioTurn
    problem: str | None


@dataclass(frozen=True)
class GuidePicturePage:
    """`guide_picture.html`: all ways through a scenario, as a drawing and as a list."""

    start: Start
    scenario: ScenarioLink
    picture: Picture
    tree: Branch


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
class SkillTest:
    """A request to paste where KakaoTalk lets a skill be tried out."""

    name: str
    body: str


@dataclass(frozen=True)
class KakaoSetupPage:
    """`kakao_setup.html`: how the city's KakaoTalk channel is joined to this server.

    Attributes:
        start: What every page knows.
        url: Address of the skill.
        has_public_url: The address is the one of the settings, not only the one this page was called by.
        token_header: Name of the header that must carry the agreed token; None where there is none.
        talk_hours: Hours without a message after which a talk has ended.
        tests: Requests to try out.
    """

    start: Start
    url: str
    has_public_url: bool
    token_header: str | None
    talk_hours: float
    tests: list[SkillTest]


@dataclass(frozen=True)
class MenuItem:
    """Where the menu of people with an account leads."""

    path: str
    label: str


@dataclass(frozen=True)
class StaffFrame:
    """What every page for people with an account knows; the frame is `staff.html`.

    Attributes:
        service: Name of the bot.
        who: Name of who is signed in.
        csrf_token: What forms must carry: `{{ token_field(staff.csrf_token) }}`.
        menu: Where the role may go.
        here: Path of the menu item that the page belongs to.
    """

    service: str
    who: str
    csrf_token: str
    menu: list[MenuItem]
    here: str


class SignInProblem(StrEnum):
    """Why the sign-in page is shown again, or at all."""

    WRONG = "wrong"
    WAIT = "wait"
    ENDED = "ended"
    OPENID = "openid"
    OPENID_AWAY = "openid_away"


@dataclass(frozen=True)
class SignInPage:
    """`accounts/sign_in.html`: where people with an account come in.

    Attributes:
        service: Name of the bot.
        csrf_token: What the form must carry.
        next_path: Where to go afterwards; may be empty.
        has_openid: The city's own login signs people in as well.
        problem: What is said above the form.
        minutes: How long to wait, for `SignInProblem.WAIT`.
        login_limit: Most characters of a login.
    """

    service: str
    csrf_token: str
    next_path: str
    has_openid: bool
    problem: SignInProblem | None
    minutes: int
    login_limit: int


@dataclass(frozen=True)
class OwnAccountPage:
    """`accounts/own.html`: one's own account.

    Attributes:
        staff: The frame.
        account: Who is signed in.
        sessions: Where.
        problem: Why the password was not changed.
        done: What was changed just now: `name`, `password` or `session`.
        name_limit: Most characters of a display name.
        shortest: Fewest characters of a password.
    """

    staff: StaffFrame
    account: Account
    sessions: list[OpenSession]
    problem: str | None
    done: str
    name_limit: int
    shortest: int


@dataclass(frozen=True)
class NewPassword:
    """A password for the first sign-in, shown once."""

    login: str
    password: str


@dataclass(frozen=True)
class AccountsPage:
    """`accounts/all.html`: all accounts, and a form for another one.

    Attributes:
        staff: The frame.
        accounts: By login.
        roles: All that can be given.
        problem: Why no account was made.
        typed: The login that was typed then.
        new: Of the account that was made just now.
        login_limit: Most characters of a login.
    """

    staff: StaffFrame
    accounts: list[Account]
    roles: list[Role]
    problem: str | None
    typed: str
    new: NewPassword | None
    login_limit: int


@dataclass(frozen=True)
class AccountPage:
    """`accounts/one.html`: one account with all that an admin can change; the rest as in `AccountsPage`."""

    staff: StaffFrame
    account: Account
    is_own: bool
    roles: list[Role]
    problem: str | None
    new: NewPassword | None


@dataclass(frozen=True)
class AuditFields:
    """What is typed above the log; days are those of the city, both included."""

    action: str
    login: str
    target: str
    since: date | None
    until: date | None


@dataclass(frozen=True)
class AuditPage:
    """`accounts/audit.html`: the log of what was done.

    Attributes:
        staff: The frame.
        fields: What is looked for.
        families: First words of actions, with their names.
        actions: All actions.
        lines: Newest first.
        older: Address of the next page, where there is one.
        csv: Address of the same as a table for spreadsheets.
    """

    staff: StaffFrame
    fields: AuditFields
    families: Mapping[str, str]
    actions: list[Action]
    lines: list[KeptDeed]
    older: str | None
    csv: str


@dataclass(frozen=True)
class FilterChoice:
    """A topic or a department to narrow a search to."""

    id: str
    name: str


@dataclass(frozen=True)
class ShownShelf:
    """What a counsellor keeps at hand."""

    pinned: list[EntryLink]
    recent: list[EntryLink]


class DoneWord(StrEnum):
    """What was done by a plain form of the cockpit, to be confirmed on the page after it."""

    PINNED = "pinned"
    UNPINNED = "unpinned"
    MARKED = "marked"
    NOTED = "noted"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True)
class CockpitPage:
    """`cockpit/page.html`: the counsellors' search.

    Attributes:
        staff: What every page for people with an account knows.
        query: What was typed, personal numbers hidden.
        topic: The topic it is narrowed to; empty: to none.
        department: Likewise.
        topics: Topics to narrow it to.
        departments: Departments to narrow it to.
        found: What was found; None where nothing was typed.
        entry: The entry that is open.
        shelf: What the counsellor keeps at hand.
        code: Code of a citizen's talk, as it was typed.
        talk: What was said in it.
        arithmetic: Why the search puts first what it does.
        done: What was done by the form before.
        line: Number of the line that was added to the log, which can be taken back.
        version: Changes whenever a static file changes.
    """

    staff: StaffFrame
    query: str
    topic: str
    department: str
    topics: list[FilterChoice]
    departments: list[FilterChoice]
    found: StaffSearchReply | None
    entry: StaffEntry | None
    shelf: ShownShelf
    code: str
    talk: TalkReply | None
    arithmetic: Arithmetic | None
    done: DoneWord | None
    line: int | None
    version: str


@dataclass(frozen=True)
class CockpitHits:
    """`cockpit/_hits.html`: what was found; the filters go on in its links."""

    found: StaffSearchReply
    topic: str
    department: str


@dataclass(frozen=True)
class CockpitEntry:
    """`cockpit/_entry.html`: the entry that is open; its forms carry the token."""

    entry: StaffEntry
    csrf_token: str


@dataclass(frozen=True)
class CockpitTalk:
    """`cockpit/_talk.html`: what a citizen asked the bot before."""

    talk: TalkReply


@dataclass(frozen=True)
class CockpitShelf:
    """`cockpit/_shelf.html`: what a counsellor keeps at hand."""

    shelf: ShownShelf


@dataclass(frozen=True)
class CockpitArithmetic:
    """`cockpit/_arithmetic.html`: the sums behind a search."""

    arithmetic: Arithmetic


@dataclass(frozen=True)
class CountedRow:
    """A name and how many calls it has."""

    name: str
    count: int


@dataclass(frozen=True)
class ShownCounts:
    """Counts of calls over a time."""

    total: int
    outcomes: list[CountedRow]
    days: list[CountedRow]
    topics: list[CountedRow]
    entries: list[CountedRow]


@dataclass(frozen=True)
class CounselLogPage:
    """`cockpit/log.html`: counts of a day and of its month."""

    staff: StaffFrame
    day: date
    of_day: ShownCounts
    of_month: ShownCounts
    version: str


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
