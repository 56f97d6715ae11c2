import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.store.conversations import new_conversation_id
from chatbot.store.talk_code import CODE_LENGTH, id_prefix, talk_code
from chatbot.text.keyboard import to_hangul

_IDS = st.text("0123456789abcdef", min_size=32, max_size=32)


@given(_IDS)
def test_a_code_leads_back_to_the_talk(conversation_id: str) -> None:
    assert id_prefix(talk_code(conversation_id)) == conversation_id[:CODE_LENGTH]


@given(_IDS)
def test_case_spaces_and_a_keyboard_in_hangul_mode_do_not_matter(conversation_id: str) -> None:
    code = talk_code(conversation_id)
    keys = code.replace(" ", "").lower()
    for typed in (code.lower(), keys, f" {code[:3]}-{code[4:]} ", to_hangul(keys)):
        assert id_prefix(typed) == conversation_id[:CODE_LENGTH]


def test_a_code_has_neither_digits_nor_letters_that_are_taken_for_another() -> None:
    letters = set("".join(talk_code(new_conversation_id()) for _ in range(200)))
    assert letters <= set("ACFHJKMPQRSTWXYZ ")
    assert not letters & set("0123456789EILOUV")


@pytest.mark.parametrize("typed", ["", "ACF", "ACF HJKM", "ACF HJ0", "여권 수수료", "%%%%%%"])
def test_what_is_no_code_leads_nowhere(typed: str) -> None:
    assert id_prefix(typed) is None
