"""Which passwords are refused, and in which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.store.password_rules import LONGEST, SHORTEST, password_problem

GUESSABLE = "쉽게 맞힐 수 있는 비밀번호예요. 서로 상관없는 낱말 서너 개를 이어 보세요."
ALIKE = "같은 글자가 너무 많아요. 서로 다른 낱말 서너 개를 이어 보세요."


@pytest.mark.parametrize(
    "password",
    [
        "gray otter 7 winters",
        "correct horse battery staple",
        "파란 우산 일곱 개와 감자",
        "k7mwp-9xr4d-hs2qv-tn8bc",
        "passworth your while",
    ],
)
def test_a_few_words_that_have_nothing_to_do_with_each_other_are_fine(password: str) -> None:
    assert password_problem(password, "kim") is None


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("short", "비밀번호는 12자 이상이어야 해요. 지금은 5자예요."),
        ("x" * 201, "비밀번호는 200자까지 쓸 수 있어요."),
        ("aaaaaaaaaaaaaa", ALIKE),
        ("abababababab!", ALIKE),
        ("password1234", GUESSABLE),
        ("P@ssw0rd2026!", GUESSABLE),
        ("Passw0rdPassw0rd", GUESSABLE),
        ("qwertyuiop123", GUESSABLE),
        ("1234567890123", GUESSABLE),
        ("2026-03-10 10:00", GUESSABLE),
        ("admin!minwontalk", GUESSABLE),
        ("관리자비밀번호 123456", GUESSABLE),
        ("hanbit-kim-2026", GUESSABLE),
        ("Hanbit.Kim!2026!", GUESSABLE),
    ],
)
def test_what_is_guessed_first_is_refused_with_a_mend(password: str, problem: str) -> None:
    assert password_problem(password, "hanbit-kim") == problem


@given(st.text(max_size=SHORTEST - 1))
def test_nothing_short_is_taken(password: str) -> None:
    assert password_problem(password) is not None


@given(st.text(min_size=LONGEST + 1, max_size=LONGEST + 20))
def test_nothing_endless_is_taken(password: str) -> None:
    assert password_problem(password) is not None


@given(st.text(max_size=60), st.text(max_size=40))
def test_whatever_is_wrong_is_said_in_two_short_sentences_without_the_password(
    password: str, login: str
) -> None:
    problem = password_problem(password, login)
    assert problem is None or (problem.count(".") <= 2 and (len(password) < 8 or password not in problem))
