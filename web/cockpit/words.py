"""Korean words for what the engine calls by English names."""

from chatbot.dialogue.reply import ReplyStatus
from chatbot.store.counselling import CounselOutcome

OUTCOMES = {
    CounselOutcome.ANSWERED: "답변 완료",
    CounselOutcome.TRANSFERRED: "부서 연결",
    CounselOutcome.SMS: "문자 발송",
}
"""How a call ended."""

_DECISIONS = {
    ReplyStatus.ANSWERED: "챗봇은 첫째 답을 바로 보여 줘요.",
    ReplyStatus.CLARIFICATION: "챗봇은 바로 답하지 않고 되물어요.",
    ReplyStatus.FALLBACK_NO_CANDIDATE: "챗봇은 비슷한 답을 찾지 못해요.",
    ReplyStatus.FALLBACK_LOW_SCORE: "챗봇은 확실한 답이 없다고 말해요.",
    ReplyStatus.FALLBACK_EXPIRED: "챗봇은 기간이 지난 답이라 보여 주지 않아요.",
    ReplyStatus.FALLBACK_OTHER_PLACE: "챗봇은 다른 시·군 일이라고 말해요.",
    ReplyStatus.FALLBACK_OTHER_AGENCY: "챗봇은 다른 기관 번호를 알려 줘요.",
    ReplyStatus.FALLBACK_NOT_COVERED: "챗봇은 아직 없는 안내라고 말해요.",
    ReplyStatus.FALLBACK_OUT_OF_SCOPE: "챗봇은 시의 일이 아니라고 말해요.",
    ReplyStatus.FALLBACK_PROFESSIONAL: "챗봇은 전문가에게 물으라고 말해요.",
    ReplyStatus.HANDOFF_URGENT: "챗봇은 긴급 번호를 알려 줘요.",
    ReplyStatus.HANDOFF_REQUESTED: "챗봇은 상담 전화를 알려 줘요.",
    ReplyStatus.REFUSED_EMPTY: "챗봇은 이 글을 아직 읽지 못해요.",
    ReplyStatus.REFUSED_UNREADABLE: "챗봇은 이 글을 읽지 못해요.",
    ReplyStatus.LIFE_EVENT: "챗봇은 할 일 모음을 권해요.",
    ReplyStatus.SCENARIO_STEP: "챗봇은 한 단계씩 안내를 시작해요.",
}
_FAMILIES = {
    "fallback": "챗봇은 답하지 못하고 전화번호를 알려 줘요.",
    "refused": "챗봇은 답할 수 없다고 말해요.",
    "small": "챗봇은 인사말로 답해요.",
    "scenario": "챗봇은 한 단계씩 안내해요.",
}
_ELSE = "챗봇은 정해진 말로 답해요."

_FEATURES = {
    "fuzzy": "글자가 닮은 정도",
    "coverage": "질문 속 낱말을 아는 정도",
    "unknown_share": "아무 항목도 모르는 낱말의 몫",
    "content_count": "뜻이 있는 낱말 수",
    "length": "글자 수",
    "log_odds": "첫째의 순위 점수",
    "lead": "둘째와의 차이",
    "lead_over_third": "셋째와의 차이",
    "probability": "첫째일 가능성",
    "share": "후보 가운데 첫째의 몫",
}
_VIEWS = {"morphemes": "낱말", "jamo_of_text": "글 전체의 자모", "jamo_of_morphemes": "낱말의 자모"}
_KINDS = {"learned": "배운 무게", "best": "가장 가까운 질문", "best_three": "가까운 질문 셋"}
_LEAD = "lead:"


def decision_words(status: ReplyStatus) -> str:
    """Return what the bot does with a question, in a sentence."""
    family = status.value.partition("_")[0]
    return _DECISIONS.get(status) or _FAMILIES.get(family, _ELSE)


def feature_words(name: str) -> str:
    """Return what a feature of the ranker or of the confidence measures."""
    if name.startswith(_LEAD):
        return f"{feature_words(name.removeprefix(_LEAD))}에서 앞선 정도"
    view, _, kind = name.partition(":")
    if kind:
        return f"{_VIEWS[view]}: {_KINDS[kind]}"
    return _FEATURES[name]
