"""No member of staff is named: people move on, and their names are personal data.

A name is a frequent surname and two syllables that are usual in given names, beside a title; or a
surname alone before a title of rank.

Passes: "여권팀 팀장에게 물어보세요", "담당자 이름을 적으세요".
Fails: "홍길동 주무관", "담당자: 홍길동", "김 팀장".
"""

import re
from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.problem import Problem

RULE = "staff-name"

_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추석"
    "선설마길연표왕금옥맹탁국"
)
_UNMISTAKABLE_SURNAMES = "김박최윤황송류홍권손배백허곽엄함변맹탁"
_FIRST = (
    "가강건경계고관광교규균근금기길나남다단달대덕도동두라려령리린만명모무문미민방배범병보복봉부사상새서석선설성"
    "세소솔수순숙슬승시신아안애양여연열영예옥완용우운웅원유윤으은의이익인일임자재전정제조종주준중지진찬창채천철"
    "청초춘충치태택판평필하학한해향헌혁현형혜호홍화환회효훈휘흥희"
)
_SECOND = (
    "강건걸경계곤관광구국권규균근금기길나남녀늘늬단달대덕동라란람래련렬령례로록률름리린림만명모목무문미민배백범병"
    "봉분비빈빛산삼상서석선설섭성솔수숙순슬승신심아안애양언연열엽영예오옥온완욱용우운울웅원월위유윤율은을음이익"
    "인일임자재정제조종주준중지진찬창채천철춘충태택표필하학한해향헌혁현형혜호홍화환황회효훈휘흠희"
)
_RANKS = "과장|팀장|국장|실장|계장|소장|동장|읍장|면장|센터장|주무관|사무관|서기관|주사보?|서기보?"
_NOT_BESIDE_HANGUL = r"(?<![가-힣])"
_NAME_ENDS = r"(?=[^가-힣]|$|(?:씨|님|에게|께|이|가|은|는|을|를|과|와|의|입니다)(?![가-힣]))"
_NAME = rf"[{_SURNAMES}][{_FIRST}][{_SECOND}]"
_FORMS = (
    re.compile(rf"{_NOT_BESIDE_HANGUL}(?P<name>{_NAME})\s*(?:{_RANKS})"),
    re.compile(rf"{_NOT_BESIDE_HANGUL}(?P<name>[{_UNMISTAKABLE_SURNAMES}])\s?(?:{_RANKS})"),
    re.compile(rf"(?:{_RANKS}|담당자?)\s*[:(]?\s*(?P<name>{_NAME}){_NAME_ENDS}"),
)
_WORDS = frozenset(
    {"공무원", "신고인", "유공자", "이용자", "임대인", "정보화", "조사관", "조정관", "주민세", "하수도"}
)
"""Words that look like a name."""


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each value of an entry or a scenario that names a member of staff."""
    for source in draft.written:
        for location, text in source.texts():
            names = {found["name"] for form in _FORMS for found in form.finditer(text)}
            for name in sorted(names - _WORDS):
                yield source.problem(
                    location,
                    f'사람 이름으로 보이는 말 "{name}"이(가) 직함 곁에 있습니다',
                    "이름을 지우고 부서나 팀 이름으로 쓰세요",
                    RULE,
                )
