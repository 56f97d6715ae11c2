"""Which passwords are refused. Length counts, not kinds of characters: words are easier to keep in mind."""

import re
import unicodedata

SHORTEST = 12
LONGEST = 200
"""Most characters; a password takes time to hash."""

_FEWEST_DIFFERENT = 5

# Whatever is left of a password without its digits and signs must be more than a row of these.
_OBVIOUS = re.compile(
    "(?:password|passw|pass|word|pwd|qwertyuiop|qwerty|qwer|asdfghjkl|asdf|zxcvbnm|zxcv|qaz|wsx|edc"
    "|abcdefghijklmnopqrstuvwxyz|abcdefgh|abcdef|abcd|abc|admin|administrator|root|master|manager|system"
    "|test|guest|user|login|welcome|letmein|iloveyou|sunshine|princess|dragon|monkey|football|baseball"
    "|secret|default|change|changeme|temp|korea|minwontalk|minwon|talk|chatbot|staff|editor|publisher"
    "|비밀번호|비번|암호|관리자|민원톡|민원|상담|시청|대한민국|안녕하세요|사랑해|가나다라마바사|가나다라|가나다)+"
)
_ENDS = re.compile(r"^[\W\d_]+|[\W\d_]+$")
# How letters are often dressed up: "P@ssw0rd".
_DRESSED = str.maketrans("@$!|013457", "asiloieast")


def password_problem(password: str, login: str = "") -> str | None:
    """Return in words what is wrong with a password, and how to mend it; None where nothing is.

    Args:
        password: As it was typed.
        login: Whose it is; it must not be what the password is made of.
    """
    if len(password) < SHORTEST:
        return f"비밀번호는 {SHORTEST}자 이상이어야 해요. 지금은 {len(password)}자예요."
    if len(password) > LONGEST:
        return f"비밀번호는 {LONGEST}자까지 쓸 수 있어요."
    plain = unicodedata.normalize("NFC", password).casefold()
    if len(set(plain)) < _FEWEST_DIFFERENT:
        return "같은 글자가 너무 많아요. 서로 다른 낱말 서너 개를 이어 보세요."
    if any(_is_obvious(form, login.casefold()) for form in (plain, _undressed(plain))):
        return "쉽게 맞힐 수 있는 비밀번호예요. 서로 상관없는 낱말 서너 개를 이어 보세요."
    return None


def _undressed(password: str) -> str:
    # A year or a sign at the end stands for no letter.
    return _ENDS.sub("", password).translate(_DRESSED)


def _is_obvious(password: str, login: str) -> bool:
    letters = "".join(char for char in password if char.isalpha())
    name = "".join(char for char in login if char.isalpha())
    if name:
        letters = letters.replace(name, "")
    return not letters or _OBVIOUS.fullmatch(letters) is not None
