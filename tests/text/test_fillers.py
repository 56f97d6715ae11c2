import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chatbot.text.fillers import strip_fillers

SHELLS = [
    "저기요 ",
    "아 그 ",
    "음... ",
    "안녕하세요 ",
    "문의드립니다. ",
    "혹시 ",
    " 부탁드려요",
    " 좀",
    "ㅠㅠ",
    " 감사합니다!",
]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("저기요 여권 재발급 얼마예요", "여권 재발급 얼마예요"),
        ("아 그 여권 어디서 해요", "여권 어디서 해요"),
        ("음... 여권이요", "여권이요"),
        ("그니까 재산세 언제 내요", "재산세 언제 내요"),
        ("어 근데 여권 어디", "여권 어디"),
        ("네, 여권 어디", "여권 어디"),
        ("저... 여권 어디", "여권 어디"),
        ("안녕하세요 문의드립니다. 여권 수수료 얼마인가요?", "여권 수수료 얼마인가요?"),
        ("안녕하세요! 뭐 좀 물어볼게요~~ 주민세 왜 나와요?", "주민세 왜 나와요?"),
        ("수고하십니다 다름이 아니라 여쭤볼게 있는데요 자동차세 환급 부탁드려요", "자동차세 환급"),
        ("수고 많으십니다. 여쭤볼 게 있어서요. 등본 떼는 법", "등본 떼는 법"),
        ("죄송한데요 하나만 여쭤볼게요 여권 사진 규격", "여권 사진 규격"),
        ("궁금한 게 있어서요, 등본 인터넷으로 되나요? 감사합니다!!", "등본 인터넷으로 되나요?"),
        ("혹시 등본 뗄 수 있나요ㅠㅠ", "등본 뗄 수 있나요"),
        ("혹시나 해서 그러는데 여권 되나요", "여권 되나요"),
        ("질문 있어요 여권 되나요", "여권 되나요"),
        ("여권 재발급 문의드립니다", "여권 재발급"),
        ("요금표 좀", "요금표"),
        ("접수 확인 부탁드립니다.", "접수 확인"),
        ("여권 만드는 법 ㅋㅋ", "여권 만드는 법"),
    ],
)
def test_fillers_and_politeness_around_a_question_go(said: str, left: str) -> None:
    assert strip_fillers(said) == left


@pytest.mark.parametrize(
    "text",
    [
        "네 식구 등본",
        "그 서류 어디서 떼요",
        "저 이사했는데 뭐 해요",
        "아이 여권",
        "아버지 여권",
        "어머니 여권",
        "음식물 쓰레기",
        "예방접종",
        "문의 전화번호",
        "질문 게시판 어디예요",
        "감사 청구는 어떻게 하나요",
        "혹시모를 분실",
        "전화 좀 주세요",
        "부탁 받고 대신 왔어요",
        "담당자 내선번호 찾기",
        "수고비 얼마예요",
        "ㅇㄱㅅㅅㄹ",
        "ㅎㄱㅅㄹㅎ",
        "ㅋㄷ ㅂㄱ",
    ],
)
def test_what_belongs_to_the_question_stays(text: str) -> None:
    assert strip_fillers(text) == text


@pytest.mark.parametrize(
    "text", ["안녕하세요", "수고하세요", "감사합니다", "문의드립니다", "네", "저기요", "ㅠㅠ", "좀", ""]
)
def test_a_text_that_is_nothing_but_a_filler_stays(text: str) -> None:
    assert strip_fillers(text) == text


def test_of_fillers_alone_one_is_left() -> None:
    assert strip_fillers("안녕하세요 감사합니다") == "감사합니다"


SAID = st.lists(st.sampled_from([*SHELLS, "여권", " 얼마예요?", " ", "ㅇㄱ"]), max_size=10).map("".join)


@given(st.text() | SAID)
@example("아 아 그 ㅠㅠ ")
def test_stripping_twice_changes_nothing(text: str) -> None:
    once = strip_fillers(text)
    assert strip_fillers(once) == once


@given(st.text() | SAID)
def test_what_is_left_stood_in_the_text_as_it_is(text: str) -> None:
    assert strip_fillers(text) in text


@given(SAID)
def test_a_question_never_goes(text: str) -> None:
    assert ("여권" in strip_fillers(text)) == ("여권" in text)
