"""How people go on talking: leaning on earlier words, taking them back, asking two things at once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chatbot.text.normalization import clean


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ASPECT_WORDS = _words(
    """
    얼마 비용 수수료 요금 가격 돈 금액 값 기한 기간 언제 며칠 날짜 날 시간 시기 서류 준비물 준비 구비
    지참 방법 법 신청 신고 온라인 인터넷 모바일 컴 컴퓨터 폰 핸드폰 방문 대리 대리인 대신 어디 장소 위치
    곳 처 발급 발급처 접수 접수처 필요 절차 순서 과정 안내 조건 대상 자격 조회 확인 변경 사용 평일 주말
    토요일 일요일 야간 새벽 아침 점심 저녁 오전 오후 우편 택배 전화 카드 현금 혼자 직접 따로 집 시청
    동사무소 주민센터 주민 센터 처리 완료 가능 정도 문의 질문 얘기 말 뒤 다음 다음번 이번 추가 이유 차이
    종류 가까운 어제 오늘 내일 지금 나중 하루 이틀 사흘 일주일 한달 달 년 개월 번 한번 두번
    하나
    """
)
"""Nouns that ask about a side of a matter and name none: how much, until when, which papers, where."""

PERSON_WORDS = _words(
    """
    저 나 제 내 우리 본인 사람 분 애 애기 아기 아이 자녀 자식 다자녀 아들 딸 첫째 둘째 셋째 미성년
    미성년자 초등 중등 고등 초등학생 중학생 고등학생 학생 성인 어른 부모 부모님 엄마 아빠 어머니 아버지
    할머니 할아버지 외할머니 외할아버지 남편 아내 와이프 배우자 신랑 신부 부부 형 누나 언니 오빠 동생
    형제 자매 며느리 사위 삼촌 이모 고모 조카 손자 손녀 가족 식구 친구 외국인 장애인 노인 어르신 기초
    수급자
    """
)
"""Nouns that ask about the same matter for somebody else."""

SPEAKER_WORDS = _words("저 나 제 내 우리 본인 사람 분")
"""Those among them that tell nothing about who is meant."""

POINTING_WORDS = _words(
    """
    그거 그것 그건 그게 이거 이것 이건 이게 저거 저것 거기 여기 그쪽 그때 아까 것 거 게 수 데 때 뭐 무엇
    누구 몇
    """
)
"""Words that only point."""

_REACTION = re.compile(
    r"네+|넵+|넹|예+|응+|아+|오+|와+|우와|헐|아하|음+|그래요?|그렇군요?|그렇구나|그런가요?|알겠\S*|알았\S*|오키\S*"
    r"|오케이\S*|ㅇㅋ+|ㅇㅇ+|ㄱㅅ+|ㄳ+|ㄴㄴ|감사\S*|고마\S*|고맙\S*|땡큐\S*|좋아요?|좋네요?|좋은\S*|하루|되세요"
    r"|됐어요?|됐습니다|다행\S*|친절\S*|수고\S*|진짜[요로]?|정말요?|대박|덕분에|많이|너무|잘|[ㅋㅎㅠㅜ]+"
)
_BETWEEN_WORDS = re.compile(r"[\s.,!?~^;]+")

_NOT = r"(?:말고|말구|(?:이|가)?\s?아니고|(?:이|가)?\s?아니구|(?:이|가)?\s?아니라)"
_SORRY = re.compile(
    r"\A(?:아+|어+|아니+요?|아뇨|헉|앗|죄송\S*|미안\S*|잘못 ?(?:말했|썼|적었)\S*)[\s,.!~]+",
)
_PARTICLE_PAIRS = ("은는", "이가", "을를", "과와")
_OBJECTS = re.compile(
    r"\A(?:아+ ?)?(?:아니+[요야]?|아뇨|아닌데요?|그게 ?아니\S*|그거 ?아니\S*|잘못 ?\S*)[\s,.!~]+\S"
)
_INSTEAD = re.compile(rf"\A(?P<wrong>.+?)\s*{_NOT}[\s,.]+(?P<right>.+)\Z")
_AFTERTHOUGHT = re.compile(rf"\A(?P<right>.+?)[\s,.]+(?P<wrong>\S+)\s*{_NOT}(?:요)?[.!?~]*\Z")
_PARTICLE = re.compile(r"(?<=.)(?:이|가|은|는|을|를|도|게|거|건|것)\Z")

_LEAVES = re.compile(
    r"\A(?:(?:아+|아니다|음+|어+|네+|그럼|근데|그리고)[\s,.]+)*"
    r"(?:(?:그건|그거는?|그게|이건|이거는?|그 얘기는?)\s*"
    r"(?:됐(?:고|구|어)요?|알겠(?:고|구|어)요?|알았(?:고|구|어)요?|그렇고요?|아니고요?|나중에(?: 하고)?)"
    r"|(?:전혀 |완전 )?(?:딴|다른) ?(?:건데요?|거 ?물어볼게요|거(?:요|인데요?)?|것"
    r"|질문(?:인데요?|이요?|이에요|이 ?있어요)?|얘기(?:인데요?|지만)?)"
    r"|그보다는?|그나저나|아 ?맞다|참)(?=[\s,.!])[\s,.!]*(?=\S)"
)

_CHOICE = re.compile(
    r"\A(?:(?P<digit>[1-3])\s*번?"
    r"|(?P<word>첫|두|세|둘|셋|하나|처음|맨 ?위|맨 ?처음|가운데|마지막|맨 ?아래|맨 ?끝)\s*(?:번째|째)?)"
    r"\s*(?:거|것|꺼|질문)?\s*(?:이?요|로 ?(?:해 ?)?(?:주세요|줘)?|입니다|이에요|예요)?[.!~]*\Z"
)
_PLACES = {
    "첫": 0,
    "하나": 0,
    "처음": 0,
    "맨위": 0,
    "맨처음": 0,
    "두": 1,
    "둘": 1,
    "가운데": 1,
    "세": 2,
    "셋": 2,
}

_MARK = re.compile(r"(?<=[가-힣])[?,/]+\s*(?=[가-힣])")
_JOINT = re.compile(
    r"(?:(?<=는지)|(?<=은지)|(?<=인지)|(?<=을지))(?:랑|하고|도)?\s+(?=\S)"
    r"|(?<=[가-힣])(?:이랑|랑|\s?하고)\s+(?=\S)"
    r"|\s+(?:그리고|또|추가로)\s+"
)
_AND_THEN = re.compile(r"(?<=[가-힣])(?<!신)(?<!보)(?<!광)(?<!말)(?<!니)고\s+(?!싶|있|계|나서|나면)")
_ASKS = re.compile(r"얼마|언제|어디|어떻게|며칠|몇|뭐|무엇|누가|기한|준비물|서류|방법|되나|돼요|하나요|나요")
_STORY = 60


@dataclass(frozen=True)
class Correction:
    """What a citizen takes back, and what is put in its place: "A 말고 B"."""

    wrong: str
    right: str


@dataclass(frozen=True)
class Split:
    """A place at which a text may fall into two questions.

    Attributes:
        left: What stands before it.
        right: What stands after it.
        by_word: A word joins the two ("수수료랑 며칠"); else only a mark stands between them.
    """

    left: str
    right: str
    by_word: bool


def only_reacts(text: str) -> bool:
    """Tell whether nothing is asked: thanks, surprise, a nod."""
    words = [word for word in _BETWEEN_WORDS.split(clean(text)) if word]
    return bool(words) and all(_REACTION.fullmatch(word) for word in words)


def correction_in(text: str) -> Correction | None:
    """Return the correction that a text has the form of; whether it is one, only the talk can tell."""
    said = _SORRY.sub("", clean(text))
    match = _INSTEAD.match(said) or _AFTERTHOUGHT.match(said)
    if match is None:
        return None
    wrong = _PARTICLE.sub("", match["wrong"].strip(" ,."))
    return Correction(wrong.strip(), match["right"].strip(" ,."))


def put_in_place(text: str, wrong: str, right: str) -> str:
    """Return the text with one word in the place of another, and the particle that fits it."""
    ends_in_consonant = (ord(right[-1]) - ord("가")) % 28 > 0 if "가" <= right[-1] <= "힣" else False

    def fitting(match: re.Match[str]) -> str:
        particle = match["particle"] or ""
        pair = next((pair for pair in _PARTICLE_PAIRS if particle in pair), None)
        return right + (pair[0 if ends_in_consonant else 1] if pair and particle else particle)

    return re.sub(rf"{re.escape(wrong)}(?P<particle>[은는이가을를과와](?![가-힣]))?", fitting, text, count=1)


def objects(text: str) -> bool:
    """Tell whether a text takes something back, be it only by the word with which it begins."""
    return correction_in(text) is not None or bool(_OBJECTS.match(clean(text)))


def after_leaving(text: str) -> str | None:
    """Return what follows words that end a topic ("그건 됐고 …"), or None where there are none."""
    said = clean(text)
    match = _LEAVES.match(said)
    return said[match.end() :] if match else None


def picked_place(text: str, count: int) -> int | None:
    """Return which of `count` choices a text picks by its place ("두 번째요"), counted from 0."""
    match = _CHOICE.match(clean(text))
    if match is None:
        return None
    word = (match["word"] or "").replace(" ", "")
    place = int(match["digit"]) - 1 if match["digit"] else _PLACES.get(word, count - 1)
    return place if place < count else None


def split_questions(text: str) -> Sequence[Split]:
    """Return every place at which a text may fall into two questions; words that join come first."""
    said = clean(text)
    if len(said) > _STORY:
        # Long messages tell a story before they ask.
        return ()
    after_verbs = (joint for joint in _AND_THEN.finditer(said) if _ASKS.search(said[: joint.start()]))
    splits = [
        *(_split(said, joint, by_word=True) for joint in (*_JOINT.finditer(said), *after_verbs)),
        *(_split(said, mark, by_word=False) for mark in _MARK.finditer(said)),
    ]
    return [split for split in splits if split.left and split.right]


def _split(text: str, joint: re.Match[str], *, by_word: bool) -> Split:
    return Split(text[: joint.start()].strip(), text[joint.end() :].strip(), by_word=by_word)
