import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.text.speech import native, sino, speak
from tests.conftest import KNOWLEDGE

SPOKEN = {
    # amounts
    "52,000원": "오만 이천 원",
    "10,000원": "만 원",
    "11,000원": "만 천 원",
    "20,000,000원까지": "이천만 원까지",
    "0원": "영 원",
    "2만~30만원이": "이만 원에서 삼십만 원이",
    "200,000~1,000,000원": "이십만 원에서 백만 원",
    "1억 5,200만원": "일억 오천이백만 원",
    "19만5천원": "십구만오천 원",
    "1천만원": "천만 원",
    # days and months
    "2026년 3월 1일": "이천이십육년 삼월 일일",
    "2026. 3. 1.": "이천이십육년 삼월 일일",
    "2026. 3. 1. 확인": "이천이십육년 삼월 일일 확인",
    "2026-03-01": "이천이십육년 삼월 일일",
    "2026년 3월 기준": "이천이십육년 삼월 기준",
    "6월과 10월": "유월과 시월",
    "1월·3월·6월": "일월, 삼월, 유월",
    "6·12월": "유월, 십이월",
    "7월 16~31일과": "칠월 십육일부터 삼십일일까지와",
    "7월 21일~8월 31일이었어요": "칠월 이십일일부터 팔월 삼십일일까지였어요",
    "2017년 1월~2018년 3월생은": "이천십칠년 일월부터 이천십팔년 삼월생까지는",
    "월~목": "월요일부터 목요일까지",
    "1~2일": "일 일에서 이 일",
    "3개월": "삼 개월",
    "10년짜리": "십 년짜리",
    "2025-26절기": "이천이십오에서 이십육 절기",
    "5·18민주유공자": "오일팔민주유공자",
    # times
    "09:00~18:00": "오전 아홉 시부터 오후 여섯 시까지",
    "평일 08:30~18:30에 열어요": "평일 오전 여덟 시 삼십 분부터 오후 여섯 시 삼십 분까지 열어요",
    "12:00~13:00 쉼": "낮 열두 시부터 오후 한 시까지 쉼",
    "24:00까지": "밤 열두 시까지",
    "00:00": "밤 열두 시",
    "18시까지": "오후 여섯 시까지",
    "오후 2시 30분": "오후 두 시 삼십 분",
    "24시간": "이십사 시간",
    "3시간": "세 시간",
    # telephone numbers
    "031-980-2700": "공삼일, 구팔공, 이칠공공",
    "02-120으로": "공이, 일이공으로",
    "1577-1000으로": "일오칠칠, 일공공공으로",
    "031-980 뒤에": "공삼일, 구팔공 뒤에",
    "119에 전화하세요": "일일구에 전화하세요",
    "ARS 142211": "ARS 일사이이일일",
    "1365 자원봉사포털": "일삼육오 자원봉사포털",
    "+82-2-3210-0404": "팔이, 이, 삼이일공, 공사공사",
    # counted and measured
    "사진 1장과 신분증 2개": "사진 한 장과 신분증 두 개",
    "20명": "스무 명",
    "334명": "삼백삼십사 명",
    "2번 잃어버리면": "두 번 잃어버리면",
    "6번 출구": "육 번 출구",
    "3.5×4.5cm": "삼 점 오 곱하기 사 점 오 센티미터",
    "0.66%씩": "영 점 육육 퍼센트씩",
    "20~53%": "이십 퍼센트에서 오십삼 퍼센트",
    "0.05%포인트": "영 점 영오 퍼센트 포인트",
    "330㎡를": "삼백삼십 제곱미터를",
    "2,000cc": "이천 시시",
    "만 18세": "만 십팔 세",
    "1·3주": "일, 삼 주",
    # addresses and signs
    "https://www.gov.kr/portal?a=1에서": "누리집 주소에서",
    "efamily.scourt.go.kr에서": "누리집 주소에서",
    "a@b.kr로": "이메일 주소로",
    "**본인이 직접** 오세요": "본인이 직접 오세요",
    "읍·면·동": "읍, 면, 동",
    "정부24나 정부24+에서": "정부이십사나 정부이십사 플러스 에서",
    "제5조에": "제오조에",
    "신분증(주민등록증 등)을": "신분증, 주민등록증 등을",
    "재산팀(031-980-2612).": "재산팀, 공삼일, 구팔공, 이육일이.",
}


@pytest.mark.parametrize("written", SPOKEN)
def test_a_text_is_spelled_as_people_say_it(written: str) -> None:
    assert speak(written) == SPOKEN[written]


def test_lines_stay_lines() -> None:
    assert speak("수수료\n52,000원\n\n끝") == "수수료\n오만 이천 원\n\n끝"


def entries() -> list[str]:
    """Every line of the real knowledge base and of the small city, as it stands in the files."""
    folders = (Path("knowledge/entries"), KNOWLEDGE / "entries")
    paths = [path for folder in folders for path in folder.rglob("*.yaml")]
    return [
        line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if "http" not in line
    ]


def test_nothing_of_the_knowledge_base_keeps_a_digit_and_all_of_it_is_stable() -> None:
    lines = entries()
    assert len(lines) > 1000
    for line in lines:
        spoken = speak(line)
        assert not re.search(r"\d|%|~|\*", spoken), line
        assert speak(spoken) == spoken, line


_PIECES = st.sampled_from(
    [*"0123456789,.~:-/%×·()년월일시분원만억천 ", "개", "명", "까지", "에", "2026", "gov.kr", "\n", "٣", "２"]
)


@settings(max_examples=300)
@given(st.lists(_PIECES, max_size=20).map("".join))
def test_whatever_stands_together_no_digit_is_left_and_saying_it_again_changes_nothing(text: str) -> None:
    spoken = speak(text)
    assert not re.search(r"\d", spoken)
    assert speak(spoken) == spoken


@given(st.text(max_size=60))
def test_any_text_can_be_said(text: str) -> None:
    assert not re.search(r"\d", speak(text))


_VALUES = {word: value for value, word in enumerate("영일이삼사오육칠팔구")}
_PLACES = {"십": 10, "백": 100, "천": 1000}


def heard(words: str) -> int:
    """Understand a number again, the way a listener does."""
    total = group = digit = 0
    for letter in words.replace(" ", ""):
        if letter in _VALUES:
            digit = _VALUES[letter]
        elif letter in _PLACES:
            group += (digit or 1) * _PLACES[letter]
            digit = 0
        else:
            total += ((group + digit) or 1) * {"만": 10**4, "억": 10**8, "조": 10**12}[letter]
            group = digit = 0
    return total + group + digit


@given(st.integers(0, 10**16 - 1) | st.integers(0, 20_000))
def test_a_listener_hears_the_number_that_was_written(number: int) -> None:
    assert heard(sino(number)) == number


def test_a_number_beyond_all_names_is_told_digit_by_digit() -> None:
    assert sino(10**16) == "일" + "공" * 16


def test_native_numbers_take_the_form_that_stands_before_a_counter() -> None:
    assert [native(number) for number in (1, 3, 10, 11, 20, 21, 99)] == [
        "한", "세", "열", "열한", "스무", "스물한", "아흔아홉",
    ]  # fmt: skip
