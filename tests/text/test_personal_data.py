import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chatbot.text.personal_data import (
    MASK,
    PersonalDataKind,
    PersonalDataSpan,
    find_personal_data,
    mask_personal_data,
)

RESIDENT = PersonalDataKind.RESIDENT_NUMBER
CARD = PersonalDataKind.CARD_NUMBER
LICENCE = PersonalDataKind.DRIVER_LICENCE
PASSPORT = PersonalDataKind.PASSPORT_NUMBER
MOBILE = PersonalDataKind.MOBILE_PHONE
ACCOUNT = PersonalDataKind.ACCOUNT_NUMBER
EMAIL = PersonalDataKind.EMAIL


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("900101-1234567", RESIDENT),
        ("9001011234567", RESIDENT),
        ("900101 1234567", RESIDENT),
        ("900101 - 1234567", RESIDENT),
        ("900101–1234567", RESIDENT),
        ("900101-1******", RESIDENT),
        ("900101-123****", RESIDENT),
        ("900101-1xxxxxx", RESIDENT),
        ("900101-1●●●●●●", RESIDENT),
        ("9001011******", RESIDENT),
        ("900101 1******", RESIDENT),
        ("900101-*******", RESIDENT),
        ("900101-1", RESIDENT),
        ("850315-5123456", RESIDENT),  # a foreigner's number
        ("8503156123456", RESIDENT),
        ("010203-3123456", RESIDENT),  # born after 2000
        ("1234-5678-9012-3456", CARD),
        ("1234 5678 9012 3456", CARD),
        ("1234567890123456", CARD),
        ("1234.5678.9012.345", CARD),
        ("010-1234-5678", MOBILE),
        ("01012345678", MOBILE),
        ("010 1234 5678", MOBILE),
        ("010.1234.5678", MOBILE),
        ("(010)1234-5678", MOBILE),
        ("011-234-5678", MOBILE),
        ("+82 10-1234-5678", MOBILE),
        ("+82(0)10-1234-5678", MOBILE),
        ("M12345678", PASSPORT),
        ("m 12345678", PASSPORT),
        ("M123A4567", PASSPORT),
        ("PM1234567", PASSPORT),
        ("11-12-123456-78", LICENCE),
        ("111212345678", LICENCE),
        ("서울 12-123456-78", LICENCE),
        ("110-123-456789", ACCOUNT),
        ("3333-01-1234567", ACCOUNT),
        ("123456-01-123456", ACCOUNT),
        ("301-1234-5678-91", ACCOUNT),
        ("hong.gildong@mail.example", EMAIL),
        ("hong+city@mail.hanbit.example", EMAIL),
    ],
)
def test_a_personal_number_is_found_within_a_sentence_and_hidden(number: str, kind: PersonalDataKind) -> None:
    sentence = f"제 번호는 {number}인데요 여권 되나요"
    assert [span.kind for span in find_personal_data(sentence)] == [kind]
    masked = mask_personal_data(sentence)
    assert MASK in masked
    assert not any(char.isdigit() or char == "@" for char in masked)
    assert masked.endswith("여권 되나요")


@pytest.mark.parametrize(
    "text",
    [
        "수수료가 52,000원인가요",
        "52000원이랑 49000원 차이",
        "1,234,567,890원을 냈어요",
        "2026-03-01에 냈어요",
        "2026.03.01 09:00까지",
        "20260301 접수분",
        "3월 1일부터 3월 31일까지",
        "2026년 3월 2일 오후 2시 30분",
        "09:00~18:00에 전화하나요",
        "031-980-2700으로 전화했는데",
        "031-980-2700, 031-980-2714",
        "031-980-2700 031-980-2714",
        "070-1234-5678로 전화가 왔어요",
        "1588-9090에 물어봤어요",
        "1588-9090 1577-1000 어디로 걸어요",
        "02-120은 다산콜이죠",
        "120번 119 112 110",
        "여권법 제12조 제1항",
        "제25조의2제3항제4호",
        "사우중로 123-45",
        "101동 1203호에 살아요",
        "산 123-4567번지",
        "우편번호 10109",
        "사업자번호 123-45-67890",
        "58면 26면 10년",
        "A4 2장이랑 B5 1장",
        "주민등록번호 뒷자리를 몰라요",
        "여권번호 M으로 시작하는데",
    ],
)
def test_numbers_that_questions_need_are_left_alone(text: str) -> None:
    assert find_personal_data(text) == []
    assert mask_personal_data(text) == text


def test_a_span_holds_the_place_of_the_number() -> None:
    text = "번호 010-1234-5678 맞죠"
    assert find_personal_data(text) == [PersonalDataSpan(3, 16, MOBILE)]
    assert text[3:16] == "010-1234-5678"


def test_several_numbers_are_found_in_their_order() -> None:
    text = "a@b.example, 010-1234-5678, 900101-1234567"
    assert [span.kind for span in find_personal_data(text)] == [EMAIL, MOBILE, RESIDENT]
    assert mask_personal_data(text) == f"{MASK}, {MASK}, {MASK}"


def test_what_one_number_leaves_over_is_hidden_too() -> None:
    masked = mask_personal_data("010-1234-5678-12-345678-901234")
    assert masked == f"{MASK}-{MASK}"
    # The first number is only seen once the second, which runs into it, is hidden.
    assert mask_personal_data("01012345678" + "821012345678") == f"{MASK}{MASK}"


@pytest.mark.parametrize(
    "text",
    [
        "010-1234-5678 1234-5678-9012-3456",
        "01012345678 11-12-123456-78",
        "900101-1234567 010-1234-5678 1234-5678-9012-3456 M12345678",
    ],
)
def test_numbers_that_follow_one_another_are_hidden_one_by_one(text: str) -> None:
    assert mask_personal_data(text) == " ".join([MASK] * len(text.split()))


def test_a_card_number_after_an_office_phone_is_hidden_and_the_phone_is_not() -> None:
    assert mask_personal_data("031-980-2700 1234-5678-9012-3456") == f"031-980-2700 {MASK}"


def test_thirteen_digits_that_are_no_birth_date_are_no_resident_number() -> None:
    assert RESIDENT not in [span.kind for span in find_personal_data("991399-1234567 번")]


SEPARATORS = st.sampled_from(["", " ", "-", " - ", ".", "–", "·", "  "])
SENTENCES = st.sampled_from(
    [
        "{}인데 여권 되나요",
        "제 번호는 {}예요",
        "홍길동{}여권 분실",
        "{}",
        "안녕하세요 ({}) 입니다",
        "번호:{}.",
    ]
)


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text(alphabet="0123456789", min_size=count, max_size=count)


BIRTH_DATES = st.dates().map(lambda day: day.strftime("%y%m%d"))
RESIDENT_NUMBERS = st.tuples(BIRTH_DATES, SEPARATORS, digits(7)).map("".join)
CARD_NUMBERS = st.tuples(SEPARATORS, digits(4), digits(4), digits(4), digits(4)).map(
    lambda parts: parts[0].join(parts[1:])
)
MOBILE_NUMBERS = st.tuples(
    SEPARATORS, st.sampled_from(["010", "011", "016", "017", "018", "019"]), digits(4), digits(4)
).map(lambda parts: parts[0].join(parts[1:]))


@given(RESIDENT_NUMBERS | CARD_NUMBERS | MOBILE_NUMBERS, SENTENCES)
def test_a_resident_card_or_mobile_number_is_hidden_however_it_is_parted(number: str, sentence: str) -> None:
    masked = mask_personal_data(sentence.format(number))
    assert MASK in masked
    assert not any(char.isdigit() for char in masked)


NUMBERLIKE = st.text(alphabet="0123459- .*xMaA@.가(+82)", max_size=60)


@given(st.text() | NUMBERLIKE)
@example("010-1234-5678-12-345678-901234")
@example("01012345678821012345678")
def test_hiding_twice_changes_nothing(text: str) -> None:
    once = mask_personal_data(text)
    assert mask_personal_data(once) == once


@given(st.text() | NUMBERLIKE)
def test_spans_follow_one_another_and_never_overlap(text: str) -> None:
    spans = find_personal_data(text)
    ends = [0] + [span.end for span in spans]
    assert all(end <= span.start < span.end <= len(text) for end, span in zip(ends, spans, strict=False))


@given(st.text().filter(lambda text: "@" not in text and not any(char.isdecimal() for char in text)))
def test_a_text_without_digits_and_at_signs_is_never_changed(text: str) -> None:
    assert mask_personal_data(text) == text
