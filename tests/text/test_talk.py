import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.text.talk import (
    Correction,
    after_leaving,
    correction_in,
    objects,
    only_reacts,
    picked_place,
    put_in_place,
    split_questions,
)


@pytest.mark.parametrize(
    "said",
    [
        "네",
        "아 네",
        "ㅋㅋㅋ",
        "오키 땡큐",
        "오 감사합니다",
        "감사합니다 좋은하루 되세요",
        "그렇군요!",
        "ㄳㄳ",
        "네 알겠습니다",
    ],
)
def test_a_nod_asks_nothing(said: str) -> None:
    assert only_reacts(said)


@pytest.mark.parametrize(
    "said", ["", "?", "네 여권이요", "감사합니다 근데 얼마예요", "그래서 얼마예요", "얼마예요"]
)
def test_whatever_names_or_asks_something_is_no_nod(said: str) -> None:
    assert not only_reacts(said)


@pytest.mark.parametrize(
    ("said", "wrong", "right"),
    [
        ("아니 분실 말고 훼손이요", "분실", "훼손이요"),
        ("재산세 말고 자동차세요", "재산세", "자동차세요"),
        ("죄송 상속 아니고 증여예요", "상속", "증여예요"),
        ("아 협의가 아니고 재판으로 했어요", "협의", "재판으로 했어요"),
        ("그게 아니라 갱신", "그", "갱신"),
        ("외국 법원이에요 한국 말고", "한국", "외국 법원이에요"),
        ("잘못 말했어요 인감 말고 본인서명", "인감", "본인서명"),
    ],
)
def test_a_correction_tells_what_was_wrong_and_what_is_right(said: str, wrong: str, right: str) -> None:
    assert correction_in(said) == Correction(wrong, right)


@pytest.mark.parametrize(
    "said",
    ["아니 분실이요", "아뇨 훼손이요", "그게 아니라 갱신", "재산세 말고 자동차세", "잘못 말했어요 인감"],
)
def test_an_objection_is_heard_from_its_first_word(said: str) -> None:
    assert objects(said)


@pytest.mark.parametrize("said", ["", "아니", "아닐린 염색", "여권 분실", "그게 얼마예요"])
def test_other_words_object_to_nothing(said: str) -> None:
    assert not objects(said)


@pytest.mark.parametrize(
    ("text", "wrong", "right", "result"),
    [
        ("기초연금은 얼마예요", "연금", "급여", "기초급여는 얼마예요"),
        ("여권을 잃어버렸어요", "여권", "카드", "카드를 잃어버렸어요"),
        ("카드를 잃어버렸어요", "카드", "여권", "여권을 잃어버렸어요"),
        ("재산세 언제 내요", "재산세", "자동차세", "자동차세 언제 내요"),
        ("분실 여권이요, 분실", "분실", "훼손", "훼손 여권이요, 분실"),
    ],
)
def test_the_right_word_takes_its_particle(text: str, wrong: str, right: str, result: str) -> None:
    assert put_in_place(text, wrong, right) == result


@pytest.mark.parametrize("said", ["여권 분실했어요", "얼마예요", "말고기 파는 곳", "아니요", ""])
def test_other_words_are_no_correction(said: str) -> None:
    assert correction_in(said) is None


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("그건 됐고 자동차세", "자동차세"),
        ("그건 알겠고 혼인신고 포토존 있다면서요", "혼인신고 포토존 있다면서요"),
        ("딴건데 여권번호 모를때", "여권번호 모를때"),
        ("다른 거 물어볼게요. 재산세 언제", "재산세 언제"),
        ("아 맞다 불법주차 과태료는", "불법주차 과태료는"),
        ("아니다 그보다 자동차검사", "자동차검사"),
    ],
)
def test_what_follows_the_end_of_a_topic_stands_by_itself(said: str, rest: str) -> None:
    assert after_leaving(said) == rest


@pytest.mark.parametrize(
    "said", ["그건 얼마예요", "다른 도시에서도 돼요?", "참고로 저는 외국인이에요", "됐어요", ""]
)
def test_a_talk_that_goes_on_is_not_ended(said: str) -> None:
    assert after_leaving(said) is None


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("1번", 0),
        ("2번이요", 1),
        ("3", 2),
        ("두 번째요", 1),
        ("첫번째 거", 0),
        ("맨 위", 0),
        ("마지막이요", 2),
        ("세번째로 해주세요", 2),
    ],
)
def test_a_choice_is_picked_by_its_place(said: str, place: int) -> None:
    assert picked_place(said, 3) == place


@pytest.mark.parametrize("said", ["4번", "두 번째 여권은 얼마예요", "2026년", "첫 여권", "세 식구", ""])
def test_nothing_else_picks_a_choice(said: str) -> None:
    assert picked_place(said, 3) is None


def test_a_place_beyond_the_choices_picks_none() -> None:
    assert picked_place("세 번째요", 2) is None
    assert picked_place("마지막이요", 2) == 1


@pytest.mark.parametrize(
    ("said", "left", "right"),
    [
        ("여권 수수료랑 며칠 걸리는지", "여권 수수료", "며칠 걸리는지"),
        ("출생신고 기한이랑 준비물", "출생신고 기한", "준비물"),
        ("전입신고 하고 확정일자는요?", "전입신고", "확정일자는요?"),
        ("몇시까지 하는지 차 댈 데 있는지", "몇시까지 하는지", "차 댈 데 있는지"),
        ("취득세 언제까지 내고 감면은 얼마예요", "취득세 언제까지 내", "감면은 얼마예요"),
    ],
)
def test_a_joining_word_may_part_two_questions(said: str, left: str, right: str) -> None:
    assert (left, right, True) in [
        (split.left, split.right, split.by_word) for split in split_questions(said)
    ]


def test_a_mark_parts_sentences() -> None:
    (split,) = split_questions("여권 어디서 해요? 얼마예요?")
    assert (split.left, split.right, split.by_word) == ("여권 어디서 해요", "얼마예요?", False)


@pytest.mark.parametrize(
    "said",
    [
        "여권 수수료 얼마예요",
        "사진 찍고 싶어요",
        "신고 어디서 해요",
        "몇 리터짜리까지 나와요",
        "가" * 100 + "랑 나",
    ],
)
def test_one_question_and_long_stories_are_not_parted(said: str) -> None:
    assert list(split_questions(said)) == []


@given(st.text(alphabet="네아오그건됐고말는지랑 ,.?!아니라하고가", max_size=300))
def test_any_text_is_read_at_once(said: str) -> None:
    began = time.perf_counter()
    only_reacts(said)
    correction_in(said)
    after_leaving(said)
    picked_place(said, 3)
    split_questions(said)
    assert time.perf_counter() - began < 0.5
