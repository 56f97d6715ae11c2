import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chatbot.text.keyboard import (
    NEIGHBOURS,
    compose_loose_jamo,
    drop_half_typed,
    initials_of,
    is_initials,
    repair_english_keyboard,
    to_hangul,
    to_latin,
)

SYLLABLES = st.text(alphabet=st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")), max_size=20)
MIXED = st.text(alphabet="가각값여권ㄱㄳㅏㅘㅋㅠㅇ durnjsPDFab1?.@", max_size=40)


@pytest.mark.parametrize(
    ("keys", "hangul"),
    [
        ("durnjs", "여권"),
        ("rksk", "가나"),
        ("rkrtk", "각사"),
        ("ckwdk", "찾아"),
        ("dksgdktj", "않아서"),
        ("dlfrdjTdj", "읽었어"),
        ("rkqtdl", "값이"),
        ("rkqtl", "갑시"),
        ("ghkrhkr", "화곽"),
        ("dnjsdml", "원의"),
        ("Rhcqkx", "꽃밭"),
        ("gOWo", "햬째"),
        ("DurnjS", "여권"),
        ("rt", "ㄱㅅ"),
        ("hk", "ㅘ"),
        ("rkEk", "가따"),
        ("2026sus 3dnjf!", "2026년 3월!"),
    ],
)
def test_keys_compose_as_the_keyboard_composes_them(keys: str, hangul: str) -> None:
    assert to_hangul(keys) == hangul


@pytest.mark.parametrize(
    ("hangul", "keys"),
    [("여권", "durnjs"), ("값 PDF", "rkqt PDF"), ("ㄳㅘㅋ", "rthkz"), ("쌓였다", "TkgduTek"), ("é", "é")],
)
def test_a_text_is_written_by_its_keys(hangul: str, keys: str) -> None:
    assert to_latin(hangul) == keys


@given(SYLLABLES)
def test_the_keys_of_syllables_compose_to_the_same_syllables_again(text: str) -> None:
    assert to_hangul(to_latin(text)) == text


@given(st.text(alphabet="qwertyuiopasdfghjklzxcvbnmQWERTOP", max_size=30))
def test_whatever_is_hit_becomes_composed_hangul(keys: str) -> None:
    hangul = to_hangul(keys)
    assert not any(char.isascii() for char in hangul)
    assert unicodedata.is_normalized("NFC", hangul)
    assert to_latin(hangul) == keys


def test_every_letter_key_has_neighbours_and_is_the_neighbour_of_each() -> None:
    assert len(NEIGHBOURS) == 26
    assert set(NEIGHBOURS["g"]) == set("fhtyvb")
    assert all(key in NEIGHBOURS[other] for key, others in NEIGHBOURS.items() for other in others)


HANGUL_IN_ENGLISH_MODE = [
    ("durnjs", "여권"),
    ("tprma", "세금"),
    ("emdqhs", "등본"),
    ("dhsmf", "오늘"),
    ("dkssud", "안녕"),
    ("rjsrkdqhgja", "건강보험"),
    ("durnjswoqkfrmq", "여권재발급"),
    ("durnjs woqkfrmq djfakdPdy?", "여권 재발급 얼마예요?"),
    ("wlqkdtp skqqn", "지방세 납부"),
    ("eogudvPrlanf, tlscjd", "대형폐기물, 신청"),
    ("gksk ej Tmffo", "하나 더 쓸래"),
    ("wjs dlTdjdy rm rj", "전 있어요 그 거"),
    ("qkfrmqehlsrjdlqslRk", "발급된거입니까"),
    ("wjsdlqtlsrh rs?", "전입신고 ㄱㄴ?"),
    ("durnjs bb", "여권 ㅠㅠ"),
    ("durnjs ehlazz", "여권 됨ㅋㅋ"),
    ("durnjs rkskdybb", "여권 가나요ㅠㅠ"),
    ("ehlTdjdy", "됬어요"),
    ("3rodnjf durnjs", "3개월 여권"),
    ("2cmd alsdnjstlf", "2층 민원실"),
    ("sk durnjs dlTdj", "나 여권 있어"),
    # some words only
    ("durnjs 재발급", "여권 재발급"),
    ("여권 woqkfrmq", "여권 재발급"),
    ("여권 wkehdck tprma", "여권 자동차 세금"),
    ("pdf durnjs", "pdf 여권"),
    ("durnjs pdf vkdlf", "여권 pdf 파일"),
    ("passport woqkfrmq", "passport 재발급"),
    ("LH wjstp", "LH 전세"),
    ("LHwjstp", "LH전세"),
    ("Kvotm rkdlq", "K패스 가입"),
    ("1500cc wkehdck", "1500cc 자동차"),
    ("www.gimpo.go.kr durnjs", "www.gimpo.go.kr 여권"),
    # caps lock
    ("DURNJS", "여권"),
    ("DURNJS WOQKFRMQ", "여권 재발급"),
    ("DLtDJDY", "있어요"),
    ("여권 WOQKFRMQ", "여권 재발급"),
    ("Durnjs", "여권"),
]


@pytest.mark.parametrize(("typed", "meant"), HANGUL_IN_ENGLISH_MODE)
def test_hangul_typed_in_english_mode_is_repaired(typed: str, meant: str) -> None:
    assert repair_english_keyboard(typed) == meant


ENGLISH = """
passport renewal, PDF, pdf, wifi, email, hello, ok, kakao pay, covid, test,
gov.kr, LH, KT 요금, kt 요금, SKT, skt, TV, CCTV, USB, usb, PCR, ARS, ars, DM, dm,
go, to, so, do, work, world, sign, form, total, today, sorry, city, English,
work permit, application form, visa extension, lost passport, birth certificate,
family relation certificate, local tax, how do i get a passport, where to go to
pay tax, do you work today, when is it open, thank you so much, i want to renew
my passport, seoul, gimpo, naver, youtube, samsung, iphone, zoom, qr, ESTA, eTA,
RFID, GTX, GTX-A, EV 보조금, DNA 검사, dna 검사, sns 홍보, sms 인증, sk 요금, QR코드, pdf로 받기,
usb에 담아서, K패스, e나라도움, 1500cc 자동차, 30cm 가구, 5G 요금, a@b.kr, hong@mail.example,
durnjs@naver.com, www.gimpo.go.kr, HONG GILDONG, KIM MINJI, LEE, YI, ROH, CHOI,
Emily, JAMES, Sydney, zz, ㅋㅋ, a, x, A4, F-4 비자, H-2, jpg 파일, dpi, hwp, png heic
jpeg, apostille, covid test, Climate Card
"""


@pytest.mark.parametrize("text", " ".join(ENGLISH.split()).split(", "))
def test_what_means_something_in_english_stays(text: str) -> None:
    assert repair_english_keyboard(text) == text


def test_a_short_word_within_an_english_sentence_stays_although_its_keys_write_hangul() -> None:
    assert repair_english_keyboard("snap the passport") == "snap the passport"


@given(st.text() | MIXED)
def test_text_without_two_latin_letters_in_a_row_is_never_changed(text: str) -> None:
    plain = "".join(char for char in text if not ("a" <= char.lower() <= "z"))
    assert repair_english_keyboard(plain) == plain


def test_nearly_every_question_typed_in_english_mode_comes_back(variants: list[str]) -> None:
    back = [repair_english_keyboard(to_latin(text)) == text for text in variants]
    assert sum(back) / len(back) >= 0.99


def test_ordinary_questions_are_left_alone_by_the_keyboard_repairs(variants: list[str]) -> None:
    for repair in (repair_english_keyboard, compose_loose_jamo, drop_half_typed):
        assert sum(repair(text) != text for text in variants) <= 0.001 * len(variants)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("여권ㅇㅡㄹ", "여권을"),
        ("재발급 ㅈㅜㅇ", "재발급 중"),
        ("ㅇㅕㄱㅜㅓㄴ", "여권"),
        ("여구ㅓㄴ", "여권"),
        ("여궈ㄴㅇㅡㄹ", "여권을"),
        ("ㄱㅏ능한가요", "가능한가요"),
        ("하ㄹ게요", "할게요"),
        ("하ㄹㄱㅔ요", "할게요"),
        ("ㅋㅏ드", "카드"),
    ],
)
def test_loose_jamo_that_make_syllables_are_joined(typed: str, meant: str) -> None:
    assert compose_loose_jamo(typed) == meant


LOOSE = """
ㅋㅋ ㅠㅠ ㅎㅎ ㅇㅇ ㄱㅅ ㅋㅋㅠㅠ 하ㅋㅋ 네ㅎ감사 좋아ㅠ요 감사ㄱㅅ 네ㅔㅔ 여권ㅣ ㅇㅅㅇ ㅇㄱㅅㅅㄹ 재발ㄱ
가능ㄱㄴ ㅗ ㅏㅏ
"""


@pytest.mark.parametrize("text", LOOSE.split())
def test_emoticons_initials_and_what_makes_no_syllable_stay_loose(text: str) -> None:
    assert compose_loose_jamo(text) == text


@given(st.text() | MIXED | st.text(alphabet="가각고ㄱㄴㅏㅣㅗㅋ ", max_size=20))
def test_joining_twice_changes_nothing(text: str) -> None:
    once = compose_loose_jamo(text)
    assert compose_loose_jamo(once) == once


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("여권 재발ㄱ", "여권 재발"),
        ("주민세 납ㅂ", "주민세 납"),
        ("주민세 납ㅂ?", "주민세 납?"),
        ("여권 ㅅ", "여권 ㅅ"),
        ("여권이요ㅋ", "여권이요ㅋ"),
        ("여권 재발ㄱㄱ", "여권 재발ㄱㄱ"),
        ("ㅇㄱ ㅈㅂㄱ", "ㅇㄱ ㅈㅂㄱ"),
        ("여권ㅠ", "여권ㅠ"),
        ("재발ㄱ 여권", "재발ㄱ 여권"),
        ("", ""),
    ],
)
def test_only_a_lone_consonant_behind_the_last_syllable_is_half_typed(typed: str, left: str) -> None:
    assert drop_half_typed(typed) == left


def test_initials_are_the_first_consonants_without_spaces() -> None:
    assert initials_of("여권 수수료") == "ㅇㄱㅅㅅㄹ"
    assert initials_of("빨리, PDF 2장!") == "ㅃㄹPDF2ㅈ"
    assert initials_of("") == ""


def test_nearly_every_question_typed_in_initials_is_recognised(variants: list[str]) -> None:
    recognised = [is_initials(initials_of(text)) for text in variants]
    assert sum(recognised) / len(recognised) >= 0.98


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("ㅇㄱㅅㅅㄹ", True),
        ("ㅇㄱ ㅅㅅㄹ", True),
        ("ㅇㄱㅈㅂㄱ 얼마", True),
        ("ㅇㄱㅅㅅㄹ ㅋㅋㅋ", True),
        ("ㅇㄱ", False),
        ("ㅋㅋㅋ", False),
        ("ㅎㅎㅎ", False),
        ("ㅇㅇ ㄴㄴ ㄱㄱ", False),
        ("ㅅㅂ", False),
        ("ㅅㅂㅅㅂ", False),
        ("ㅇㄱㅋㅋㅋㅋ", False),
        ("ㅠㅠㅠ", False),
        ("여권 ㅅㅅㄹ 얼마", False),
        ("", False),
    ],
)
def test_initials_are_at_least_three_consonants_and_most_of_the_text(text: str, initials: bool) -> None:
    assert is_initials(text) is initials


@given(st.text() | MIXED)
@example("ſK")
def test_any_text_can_be_repaired(text: str) -> None:
    for repair in (repair_english_keyboard, compose_loose_jamo, drop_half_typed):
        assert isinstance(repair(text), str)
    assert isinstance(is_initials(text), bool)
