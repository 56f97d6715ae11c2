import random

from hypothesis import given
from hypothesis import strategies as st

from chatbot.text.jamo import to_jamo
from chatbot.text.noise import lose_spaces, noisy, slip

KOREAN = st.text(alphabet="여권 재발급수료은얼마예요?", min_size=1, max_size=40)


def test_spaces_are_lost_and_nothing_else() -> None:
    assert lose_spaces("여권 재발급 얼마", random.Random(0)) == "여권재발급얼마"


@given(KOREAN, st.integers(0, 1000))
def test_noise_is_the_same_for_the_same_seed(text: str, seed: int) -> None:
    assert noisy(text, random.Random(seed)) == noisy(text, random.Random(seed))


@given(KOREAN, st.integers(0, 1000))
def test_a_slip_loses_one_jamo_at_most(text: str, seed: int) -> None:
    slipped = slip(text, random.Random(seed))
    assert 0 <= len(to_jamo(text)) - len(to_jamo(slipped)) <= 1


def test_most_slips_change_something() -> None:
    changed = sum(
        slip("여권 재발급 수수료", random.Random(seed)) != "여권 재발급 수수료" for seed in range(100)
    )
    assert changed > 80
