"""Replies made by hand, rendered by the real templates, so that a browser test shows one state only."""

from datetime import date

from chatbot.dialogue.reply import ReplyStatus
from web.contexts.answers import RatingForm, ReplyFragment
from web.plain_text import plain_texts
from web.schemas import Answer, ChatReply, Choice, Contact, EntryLink, Fee, How, Line, OpenNow, Source
from web.templating import Templates

CONVERSATION = "0123456789abcdef0123456789abcdef"
TURN = "fedcba9876543210fedcba9876543210"

CALL_CENTRE = Contact(
    name="민원콜센터",
    phone="031-980-2114",
    hours="평일 08:30~18:30",
    open_now=OpenNow(is_open=True, text="지금 상담 가능", until="오늘 18:30까지"),
)
PASSPORT_TEAM = Contact(
    name="여권팀",
    phone="031-980-2700",
    hours="평일 09:00~18:00",
    open_now=OpenNow(is_open=False, text="지금은 상담 시간이 아니에요", until="내일 09:00부터"),
)

AGENCY = Contact(
    name="국세상담센터(국세청 홈택스 전자신고와 연말정산 상담)",
    phone="126",
    hours="평일 09:00~18:00",
    open_now=None,
    url="https://www.nts.go.kr",
)

LINKS = [
    EntryLink(
        entry_id="passport-photo-basic", title="여권 사진 규격", question="여권 사진은 어떻게 찍어야 해요?"
    ),
    EntryLink(
        entry_id="passport-processing-time", title="여권이 나오는 날", question="신청하면 며칠 걸려요?"
    ),
    EntryLink(
        entry_id="passport-pickup-proxy",
        title="여권 대신 찾기",
        question="여권을 가족이 대신 찾을 수 있어요?",
    ),
]

ANSWER = Answer(
    entry_id="passport-new-adult",
    topic="passport",
    topic_name="여권",
    title="성인 여권 처음 만들기",
    question="성인이 여권을 처음 만들 때 무엇을 준비하나요?",
    lead=[
        "**본인이 직접** 신분증과 사진 1장을 가지고 여권 창구로 오세요.",
        "10년 여권은 **52,000원**(58면)이에요.",
    ],
    documents=[
        Line(text="신분증"),
        Line(text="여권용 사진 1장", note="6개월 안에 찍은 것"),
        Line(text="수수료"),
    ],
    fees=[
        Fee(label="10년 여권, 58면", amount=52000, amount_text="52,000원"),
        Fee(
            label="10년 여권, 26면",
            amount=49000,
            amount_text="49,000원",
            note="2026년 3월 1일 접수분부터예요",
        ),
    ],
    deadline=[Line(text="출국 2~3주 전까지 신청하세요.", note="보통 근무일로 4~8일 걸려요")],
    how=[
        How(channel="visit", channel_text="방문", text="김포시청 여권 창구로 오세요."),
        How(channel="online", channel_text="온라인", text="다시 만들 때만 돼요.", url="https://www.gov.kr"),
    ],
    details=[
        Line(text="신청서는 컬러로 인쇄하세요.", url="https://www.passport.go.kr"),
        Line(text="본인이 오세요."),
    ],
    contact=PASSPORT_TEAM,
    department="민원여권과 여권팀",
    sources=[
        Source(name="여권법 제9조", url="https://www.law.go.kr/법령/여권법/제9조"),
        Source(name="외교부 보도자료"),
    ],
    as_of="2026-03",
    as_of_text="2026년 3월 기준",
    checked_on=date(2026, 3, 4),
    review_due=False,
    path="/faq/passport-new-adult",
    related=LINKS,
)

_KINDS: dict[str, ReplyStatus] = {
    "answered": ReplyStatus.ANSWERED,
    "review_due": ReplyStatus.ANSWERED,
    "clarification": ReplyStatus.CLARIFICATION,
    "fallback": ReplyStatus.FALLBACK_LOW_SCORE,
    "greeting": ReplyStatus.SMALL_TALK_GREETING,
    "agency": ReplyStatus.FALLBACK_EXPIRED,
    "urgent": ReplyStatus.HANDOFF_URGENT,
}
_TEXTS: dict[str, str] = {
    "clarification": "어느 쪽이 궁금하세요?",
    "fallback": "확인된 답이 아직 없어요.\n전화로 물어보시면 담당자가 알려 드려요.",
    "agency": "이 일은 국세청에서 맡아요.\n연말정산, 종합소득세, 부가가치세는 아래 번호에 물어보세요.",
    "greeting": "안녕하세요.\n궁금한 것을 적어 주세요.",
    "urgent": "지금 바로 **119**에 전화하세요.",
}
_TEMPLATES = Templates()


def sample_reply(kind: str, message: str, *, notice: str | None = None) -> ChatReply:
    """Return a reply of this kind to a message, with its fragment."""
    answered = kind in ("answered", "review_due")
    answer = ANSWER.model_copy(update={"review_due": kind == "review_due"}) if answered else None
    has_choices = kind in ("clarification", "fallback")
    reply = ChatReply(
        conversation_id=CONVERSATION,
        turn_id=TURN,
        status=_KINDS[kind],
        entry_id=answer.entry_id if answer else None,
        score=0.9,
        answer=answer,
        choices=[Choice(**link.model_dump(), score=0.6) for link in LINKS] if has_choices else [],
        text=_TEXTS.get(kind, ANSWER.title),
        contact=PASSPORT_TEAM if answered else AGENCY if kind == "agency" else CALL_CENTRE,
        message=message,
        notice=notice,
        html="",
    )
    texts = plain_texts(answer, _TEMPLATES) if answer else None
    rated = RatingForm("/chat/feedback", "turn_id", TURN)
    return reply.model_copy(update={"html": _TEMPLATES.render(ReplyFragment(reply, rated, texts))})
