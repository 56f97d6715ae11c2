import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chatbot.text.numbers import hangul_numbers_to_digits

NUMBERS = "일이삼사오육칠팔구십백천만억"
NATIVE = ["한", "두", "세", "네", "다섯", "열", "스무", "스물", "예순", "아흔", "여덟"]
COUNTERS = [
    "개월",
    "시간",
    "년",
    "월",
    "일",
    "세",
    "살",
    "명",
    "장",
    "통",
    "부",
    "회",
    "시",
    "분",
    "원",
    "층",
    "퍼센트",
]


@pytest.mark.parametrize(
    ("spelled", "digits"),
    [
        ("십칠 세", "17세"),
        ("열일곱 살", "17살"),
        ("열일곱살인데", "17살인데"),
        ("스무 살", "20살"),
        ("예순다섯 살부터", "65살부터"),
        ("만 십칠 세", "만 17세"),
        ("만십팔세", "만 18세"),
        ("만 열여덟 살", "만 18살"),
        ("삼 개월", "3개월"),
        ("삼개월 전", "3개월 전"),
        ("만 삼 년", "만 3년"),
        ("일 년에", "1년에"),
        ("십년째", "10년째"),
        ("오만 이천원", "52000원"),
        ("오만이천원", "52000원"),
        ("오만 이천 원이에요", "52000원이에요"),
        ("만천 원짜리", "11000원짜리"),
        ("천원", "1000원"),
        ("만 원", "10000원"),
        ("오천만 원", "50000000원"),
        ("일억 이천만 원", "120000000원"),
        ("천팔백칠십오만 원", "18750000원"),
        ("이천이십육년", "2026년"),
        ("이천 이십육 년도", "2026년도"),
        ("십일월", "11월"),
        ("팔월에", "8월에"),
        ("이십일 이내", "20일 이내"),
        ("이십일일", "21일"),
        ("삼십 일", "30일"),
        ("백 일 지났어요", "100일 지났어요"),
        ("세 시간", "3시간"),
        ("이십사시간", "24시간"),
        ("오후 여섯 시까지", "오후 6시까지"),
        ("다섯 시 오십 분", "5시 50분"),
        ("두 명이면", "2명이면"),
        ("오십 명으로", "50명으로"),
        ("한 통에", "1통에"),
        ("등본 두장", "등본 2장"),
        ("삼 층", "3층"),
        ("이층에", "2층에"),
        ("팔 퍼센트", "8퍼센트"),
        ("십오 %", "15%"),
        ("천육백cc", "1600cc"),
        ("이백 평짜리", "200평짜리"),
        ("백이십구 번에", "129번에"),
        ("삼 주째", "3주째"),
    ],
)
def test_a_number_before_a_counter_is_written_in_digits(spelled: str, digits: str) -> None:
    assert hangul_numbers_to_digits(spelled) == digits
    assert hangul_numbers_to_digits(f"저는 {spelled} 맞나요") == f"저는 {digits} 맞나요"


WORDS = """
이사, 이사 일정, 사망, 구청, 삼촌, 오후, 이모, 천만에, 만나, 일주일, 한 달, 이번, 이번 달, 이번에,
이분, 이월 공제, 이장님, 이주민, 이주 노동자, 일시, 일시불, 일부, 일부만, 일회용, 일요일, 일원, 일장,
사장님, 사회, 사회복지사, 사시는 분, 사주, 사원, 오시는 길, 오일장, 오십시오, 구분, 구장, 구호,
구시가지, 구 시청, 구세, 천장이, 천호동, 만일, 만일 세 명의, 만세, 만년필, 백일 사진, 백세시대,
백분율, 이천시, 이천 시청, 이천 시에서, 사천 시, 삼분의 일, 십분의 일, 삼일절, 한번, 한 번만, 두
번째, 한시적, 한 시점, 한강, 두시나요, 세금, 세 명의, 재산 세 명의로, 자동차 세 통지서, 세대주,
세무서, 네 식구, 네, 시청이요, 네 번째, 열람, 열쇠, 하나 장만, 두세 시간, 한두 명, 서너 장, 이 삼
년, 몇 천 원, 수 만 원, 2 천원, 3천 명, 하는 일은, 할 일, 급한 일이, 무슨 일로, 이 시간에, 제
일을, 이 일을, 사 주고, 억 사이
"""


@pytest.mark.parametrize("text", " ".join(WORDS.split()).split(", "))
def test_a_word_that_only_begins_like_a_number_stays(text: str) -> None:
    assert hangul_numbers_to_digits(text) == text


@pytest.mark.parametrize("text", ["스무다섯 시", "칠십 분", "십삼월", "삼백 세"])
def test_a_number_too_large_for_its_counter_stays(text: str) -> None:
    assert hangul_numbers_to_digits(text) == text


TEXTS = st.lists(
    st.sampled_from([*NUMBERS, *NATIVE, *COUNTERS, " ", " ", "만 ", "에", "의", "여권", "5", "?"]),
    max_size=14,
).map("".join)


@given(st.text() | TEXTS)
@example("이 삼 년 세 명")
def test_writing_digits_twice_changes_nothing(text: str) -> None:
    once = hangul_numbers_to_digits(text)
    assert hangul_numbers_to_digits(once) == once


@given(st.text(alphabet="가나다라마바사아자차카타파하여권재발급 ?1aㅋ"))
def test_a_text_without_numerals_is_never_changed(text: str) -> None:
    plain = text.replace("사", "")
    assert hangul_numbers_to_digits(plain) == plain


@given(st.integers(1, 9999))
def test_every_number_up_to_ten_thousand_is_read_as_it_is_spelled(number: int) -> None:
    spelled = ""
    for value, unit in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
        digit = number // value % 10
        if digit:
            spelled += ("" if digit == 1 and unit else "일이삼사오육칠팔구"[digit - 1]) + unit
    if len(spelled) > 1:
        assert hangul_numbers_to_digits(f"{spelled} 원") == f"{number}원"
