import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.text.jamo import to_jamo
from chatbot.text.keyboard import NEIGHBOURS, initials_of, to_latin
from chatbot.text.noise import KINDS, Noise, initials, lose_spaces, noisy, slip

KOREAN = st.text(alphabet="여권 재발급수료은얼마예요?", min_size=1, max_size=40)
QUESTION = "여권 재발급을 할게요 되나요"

EVERY_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def outcomes(kind: Noise, text: str, tries: int = 400) -> set[str]:
    return {kind(text, random.Random(seed)) for seed in range(tries)}


def lost(shorter: str, longer: str) -> bool:
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))


def test_spaces_are_lost_and_nothing_else() -> None:
    assert lose_spaces("여권 재발급 얼마", random.Random(0)) == "여권재발급얼마"


@given(KOREAN, st.integers(0, 1000))
def test_noise_is_the_same_for_the_same_seed(text: str, seed: int) -> None:
    for kind in (noisy, *KINDS.values()):
        assert kind(text, random.Random(seed)) == kind(text, random.Random(seed))


@given(KOREAN, st.integers(0, 1000))
def test_a_slip_loses_one_jamo_at_most(text: str, seed: int) -> None:
    slipped = slip(text, random.Random(seed))
    assert 0 <= len(to_jamo(text)) - len(to_jamo(slipped)) <= 1


def test_most_slips_change_something() -> None:
    changed = sum(
        slip("여권 재발급 수수료", random.Random(seed)) != "여권 재발급 수수료" for seed in range(100)
    )
    assert changed > 80


def test_there_are_thirteen_kinds_and_initials_are_counted_apart() -> None:
    assert len(KINDS) == 13
    assert initials not in KINDS.values()
    assert initials("여권 재발급", random.Random(0)) == "ㅇㄱㅈㅂㄱ"


@EVERY_KIND
def test_every_kind_changes_nearly_every_question(kind: Noise, variants: list[str]) -> None:
    rng = random.Random(1)
    sample = rng.sample(variants, 500)
    assert sum(kind(text, rng) != text for text in sample) / len(sample) >= 0.93


@EVERY_KIND
@given(text=st.text(max_size=30) | KOREAN, seed=st.integers(0, 1000))
def test_every_kind_takes_any_text(kind: Noise, text: str, seed: int) -> None:
    assert isinstance(kind(text, random.Random(seed)), str)


@EVERY_KIND
@pytest.mark.parametrize("text", ["", "5"])
def test_nothing_to_strike_is_left_as_it_was(kind: Noise, text: str) -> None:
    assert outcomes(kind, text) == {text}


@pytest.mark.parametrize("kind", ["adjacent_key", "sound_alike", "tense_slip", "lost_jamo", "doubled_letter"])
def test_kinds_of_keys_touch_hangul_only(kind: str) -> None:
    assert outcomes(KINDS[kind], "PDF 2장 web") <= {
        f"PDF 2{word} web" for word in outcomes(KINDS[kind], "장", 1000)
    }


@given(KOREAN, st.integers(0, 1000))
def test_the_adjacent_key_touches_the_one_that_was_meant(text: str, seed: int) -> None:
    meant, typed = to_latin(text), to_latin(KINDS["adjacent_key"](text, random.Random(seed)))
    assert len(meant) == len(typed)
    slips = [(key, other) for key, other in zip(meant, typed, strict=True) if key != other]
    assert all(other in NEIGHBOURS[key.lower()] for key, other in slips)
    assert len(slips) == (1 if any(char not in " ?" for char in text) else 0)


SOUND = KINDS["sound_alike"]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("재", {"제"}),
        ("폐", {"페"}),
        ("예", {"얘"}),
        ("되", {"돼", "뒈"}),
        ("왜", {"외", "웨"}),
        ("흰", {"힌"}),
        ("이", {"의"}),
        ("곳", {"곧", "곴"}),
        ("있다", {"읬다", "잇다", "읻다"}),
        ("할게", {"할께", "할개"}),
        ("급을", {"그블"}),
        ("값아", {"갑사"}),
        ("강아", {"강아"}),
        ("좋아", {"좋아"}),
    ],
)
def test_what_sounds_alike_is_confused(text: str, heard: set[str]) -> None:
    assert outcomes(SOUND, text) == heard


def test_two_sound_alikes_are_never_back_at_the_beginning() -> None:
    assert "재발급" not in outcomes(KINDS["two_sound_alikes"], "재발급")


def test_a_tense_slip_adds_or_loses_shift() -> None:
    assert outcomes(KINDS["tense_slip"], "가까") == {"까까", "가가"}
    assert outcomes(KINDS["tense_slip"], "있") == {"잇"}
    assert outcomes(KINDS["tense_slip"], "나무") == {"나무"}


def test_a_lost_jamo_is_one_key_less() -> None:
    assert outcomes(KINDS["lost_jamo"], "여권을") >= {"여궈늘"}
    assert all(lost(to_latin(text), to_latin(QUESTION)) for text in outcomes(KINDS["lost_jamo"], QUESTION))


def test_a_doubled_letter_is_one_key_more() -> None:
    assert all(
        lost(to_latin(QUESTION), to_latin(text)) for text in outcomes(KINDS["doubled_letter"], QUESTION)
    )


def test_a_lost_syllable_is_any_of_them_but_never_the_only_one() -> None:
    assert outcomes(KINDS["lost_syllable"], "재발급 2") == {"발급 2", "재급 2", "재발 2"}
    assert outcomes(KINDS["lost_syllable"], "권") == {"권"}


def test_swapped_syllables_are_neighbours_in_a_word() -> None:
    assert outcomes(KINDS["swapped_syllables"], "재발급 수수료") == {
        "발재급 수수료",
        "재급발 수수료",
        "재발급 수료수",
    }


def test_extra_spaces_are_one_or_two_within_words() -> None:
    assert outcomes(KINDS["extra_spaces"], "재발 급") == {"재 발 급"}
    spaced = outcomes(KINDS["extra_spaces"], QUESTION)
    assert {text.count(" ") - QUESTION.count(" ") for text in spaced} == {1, 2}
    assert {text.replace(" ", "") for text in spaced} == {QUESTION.replace(" ", "")}


def test_english_keyboard_gives_the_keys() -> None:
    assert outcomes(KINDS["english_keyboard"], "여권 PDF") == {"durnjs PDF"}


@pytest.mark.parametrize(
    ("twice", "once"), [("two_adjacent_keys", "adjacent_key"), ("two_sound_alikes", "sound_alike")]
)
def test_two_of_a_kind_disturb_more_than_one(twice: str, once: str) -> None:
    def disturbed(kind: Callable[[str, random.Random], str]) -> int:
        return sum(
            key != other
            for seed in range(200)
            for key, other in zip(QUESTION, kind(QUESTION, random.Random(seed)), strict=False)
        )

    assert disturbed(KINDS[twice]) > 1.3 * disturbed(KINDS[once])


def test_initials_of_noise_are_the_initials_of_the_text() -> None:
    assert initials(QUESTION, random.Random(0)) == initials_of(QUESTION)
