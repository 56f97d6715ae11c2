"""Spells a text as people say it, for machines that read aloud and stumble over digits and signs.

"52,000원" becomes "오만 이천 원", "09:00~18:00" becomes "오전 아홉 시부터 오후 여섯 시까지", and a telephone
number is told digit by digit. The result holds no digit, and spelling it again changes nothing.
"""

import re
from collections.abc import Callable

_DIGITS = "영일이삼사오육칠팔구"
_TOLD_DIGITS = "공일이삼사오육칠팔구"
_SMALL = ("", "십", "백", "천")
_LARGE = ("", "만", "억", "조")
_BEYOND = 10 ** (4 * len(_LARGE))

_ONES = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")

# Short telephone numbers and the like; read as amounts they would not be recognised.
_TOLD_AT_ONCE = re.compile(
    "109|11[0-4]|11[789]|12[035689]|13[12]|182|188|133[01289]|1345|135[057]|136[56]|1372|1388|139[079]"
)

_SIGNS = {
    "%p": "퍼센트 포인트",
    "%": "퍼센트",
    "㎡": "제곱미터",
    "㎥": "세제곱미터",
    "km": "킬로미터",
    "cm": "센티미터",
    "mm": "밀리미터",
    "m": "미터",
    "kg": "킬로그램",
    "g": "그램",
    "ml": "밀리리터",
    "mL": "밀리리터",
    "L": "리터",
    "ℓ": "리터",
    "cc": "시시",
    "kWh": "킬로와트시",
    "KB": "킬로바이트",
    "MB": "메가바이트",
    "dB": "데시벨",
}
_SIGN = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))

# Counted as 하나, 둘, 셋; everything else as 일, 이, 삼.
_NATIVE = (
    "시간|개(?!월|년|국|소)|명|살|장(?!애)|통(?!화|신)|곳|가지|채|대(?!로변)|마리|권(?!역)|자리|자녀|건(?!물)|"
    "군데|벌|칸|달(?!러)|배(?!우)|번(?!길|지|호|[ ]?출구|[ ]?버스|[ ]?창구|[ ]?정류|을)"
)
_NATIVE_UNTIL = 30
"""From here on 서른 and 삼십 are both said, and the second is easier to follow."""

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = "[십백천]?[만억조]|[십백천]"
_WEEKDAYS = "월화수목금토일"
_DATE = r"(?:\d{4}년 ?)?(?:\d{1,2}월 ?)?\d{1,2}일|(?:\d{4}년 ?)?\d{1,2}월"
_CLOCK = r"(?:[01]?\d|2[0-4]):[0-5]\d"
_BEHIND = "(?P<noun>생|분)?(?P<behind>[가-힣]*)"

# After 까지 a particle takes the form that follows a vowel, and "에" has nothing left to say.
_AFTER_VOWEL = {
    "에서는": "는",
    "에는": "는",
    "에(?![가-힣])": "",
    "까지": "",
    "은": "는",
    "을": "를",
    "과": "와",
    "이에요": "예요",
    "이었": "였",
    "이(?![가-힣])": "가",
}

Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]


def speak(text: str) -> str:
    """Return the text as it is said."""
    for pattern, spell in _RULES:
        text = pattern.sub(spell, text)
    # Taking one sign out may bring others together; each pass leaves fewer of them.
    while (tidied := _tidy(text)) != text:
        text = tidied
    return text


def _tidy(text: str) -> str:
    for pattern, replacement in _TIDY:
        text = pattern.sub(replacement, text)
    return text.strip()


def sino(number: int) -> str:
    """Return a number as it is counted in 일, 이, 삼: 52000 is "오만 이천"."""
    if number >= _BEYOND:
        return _told(str(number))
    groups = []
    for place, name in enumerate(_LARGE):
        group = number // 10_000**place % 10_000
        if group:
            lone = group == 1 and name == "만" and number < 20_000
            groups.append(("" if lone else _below_ten_thousand(group)) + name)
    return " ".join(reversed(groups)) or _DIGITS[0]


def native(number: int) -> str:
    """Return a number below 100 as it stands before a counter: 3 is "세", 20 is "스무"."""
    if number == 20:
        return "스무"
    return _TENS[number // 10] + _ONES[number % 10]


def _below_ten_thousand(number: int) -> str:
    digits = f"{number:04}"
    words = ""
    for digit, place in zip(map(int, digits), reversed(_SMALL), strict=True):
        if digit:
            words += ("" if digit == 1 and place else _DIGITS[digit]) + place
    return words


def _told(digits: str) -> str:
    return "".join(_TOLD_DIGITS[int(digit)] for digit in digits if digit.isdecimal())


def _number(written: str) -> str:
    whole, _, fraction = written.replace(",", "").partition(".")
    if fraction:
        return f"{sino(int(whole))} 점 {''.join(_DIGITS[int(digit)] for digit in fraction)}"
    if len(whole) > 1 and whole.startswith("0"):
        return _told(whole)
    return sino(int(whole))


def _phone(match: re.Match[str]) -> str:
    return ", ".join(_told(part) for part in match[0].split("-"))


def _clock(match: re.Match[str]) -> str:
    hour, minute = (int(part) for part in match[0].split(":"))
    day_part = "밤" if hour in (0, 24) else "낮" if hour == 12 else "오전" if hour < 12 else "오후"
    minutes = f" {sino(minute)} 분" if minute else ""
    return f"{day_part} {native(hour % 12 or 12)} 시{minutes}"


def _hour(match: re.Match[str]) -> str:
    day_part, hour = match[1] or "", int(match[2])
    if 12 < hour <= 24 and not day_part:
        day_part = "밤 " if hour == 24 else "오후 "
    return f"{day_part}{native(hour % 12 or 12) if hour <= 24 else sino(hour)} 시"


def _dotted_date(match: re.Match[str]) -> str:
    year, month, day = match.groups()
    return f"{year}년 {int(month)}월 {int(day)}일"


def _date(match: re.Match[str]) -> str:
    year, month, day = match.groups()
    parts = [
        f"{sino(int(year))}년" if year else "",
        f"{_month(int(month))}월" if month else "",
        f"{sino(int(day))}일" if day else "",
    ]
    return " ".join(part for part in parts if part)


def _month(number: int) -> str:
    return {6: "유", 10: "시"}.get(number, sino(number))


def _period(match: re.Match[str]) -> str:
    """From a time or day until another."""
    first, last, noun, behind = match["first"], match["last"], match["noun"] or "", match["behind"]
    for particle, form in _AFTER_VOWEL.items():
        behind = re.sub(f"^{particle}", form, behind)
    return f"{_moment(first)}부터 {_moment(last)}{noun}까지{behind}"


def _moment(written: str) -> str:
    if match := re.fullmatch(r"(\d+):(\d+)", written):
        return _clock(match)
    match = re.fullmatch(r"(?:(\d{4})년 ?)?(?:(\d{1,2})월 ?)?(?:(\d{1,2})일?)?", written)
    return _date(match) if match else written


def _span(match: re.Match[str]) -> str:
    """From an amount to another; the unit of the second is that of both."""
    first, first_unit, last, unit = match.groups()
    return f"{first}{first_unit or ''}{'' if _has_unit(first_unit) else _last_unit(unit)}에서 {last}{unit}"


def _has_unit(written: str | None) -> bool:
    return bool(re.sub(rf"^(?:{_SCALE})+", "", written or ""))


def _last_unit(unit: str) -> str:
    return re.sub(rf"^(?:{_SCALE})+", "", unit)


def _years(match: re.Match[str]) -> str:
    return f"{_number(match[1])}에서 {_number(match[2])} "


def _weekdays(match: re.Match[str]) -> str:
    return f"{match[1]}요일부터 {match[2]}요일까지"


def _several_months(match: re.Match[str]) -> str:
    return "월, ".join(match[0].removesuffix("월").split("·")) + "월"


def _scaled(match: re.Match[str]) -> str:
    number, scale, unit = match.groups()
    # 만 원 and 천만 원, but 일억 원.
    words = "" if number == "1" and scale[0] not in "억조" else _number(number)
    return f"{words}{scale}{' ' + unit if unit else ''}"


def _counted(match: re.Match[str]) -> str:
    number, counter = match.groups()
    few = number.isdecimal() and 0 < int(number) < _NATIVE_UNTIL and not number.startswith("0")
    if few and not (counter == "시간" and int(number) > 20):
        return f"{native(int(number))} {counter}"
    return f"{_number(number)} {counter}"


def _measured(match: re.Match[str]) -> str:
    return f"{_number(match[1])} {_SIGNS[match[2]]}"


def _plain(match: re.Match[str]) -> str:
    number, behind = match[0], match.string[match.end() :]
    alone = not re.match("[가-힣]", behind) or re.match(
        "(?:에|으로|로|번?을|은|는|이|가|과|와)(?![가-힣])", behind
    )
    if (alone and _TOLD_AT_ONCE.fullmatch(number)) or (len(number) > 4 and number.isdecimal()):
        return _told(number)
    # "정부24나", "제5조": what is joined to a word stays joined.
    joined = re.search(r"[가-힣]\Z", match.string[: match.start()]) or not re.match("[가-힣]", behind)
    return _number(number) + ("" if joined else " ")


def _constant(words: str) -> Callable[[re.Match[str]], str]:
    return lambda _: words


def _rule(pattern: str, spell: Callable[[re.Match[str]], str] | str) -> Rule:
    return re.compile(pattern), _constant(spell) if isinstance(spell, str) else spell


_HOST = r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*"
_WEB_ADDRESS = (
    r"https?://[^\s가-힣)]+"
    rf"|(?<![A-Za-z0-9]){_HOST}\.(?:kr|com|net|org)(?![A-Za-z])(?:/[^\s가-힣)]*)?"
)
_TELEPHONE = r"\+\d{1,3}(?:-\d+)+|(?<![\d-])(?:0\d{1,3}-\d{3,4}(?:-\d{4})?|1\d{3}-\d{4})(?![\d-])"
_DOTTED_DATE = r"(?<!\d)(\d{4})[.-] ?(0?[1-9]|1[0-2])[.-] ?(0?[1-9]|[12]\d|3[01])(?:\.|(?!\d))"
_CLOCKS = rf"(?<![\d:])(?P<first>{_CLOCK})\s?~\s?(?P<last>{_CLOCK})(?![\d:]){_BEHIND}"
_DAYS_OF_MONTH = rf"(?<=월 )(?P<first>\d{{1,2}}일?)\s?~\s?(?P<last>\d{{1,2}}일|{_DATE}){_BEHIND}"
_DATES = (
    r"(?<!\d)(?P<first>(?:\d{4}년 ?)?\d{1,2}월(?: ?\d{1,2}일?)?)\s?~\s?"
    rf"(?P<last>{_DATE}){_BEHIND}"
)
_SPAN = (
    rf"({_NUMBER})((?:{_SCALE}|[가-힣%㎡]|{_SIGN})[가-힣]{{0,2}}(?: \d+[가-힣]{{1,2}})?)?\s?~\s?({_NUMBER})"
    rf"((?:{_SCALE})?(?:{_SIGN}|시간|개월|인승|[원년월주일세급종명회개장통번층차배쪽분초살])?)"
)

_RULES: tuple[Rule, ...] = (
    _rule(r"[*_`#\"'‘’“”「」『』<>]", ""),
    _rule(rf"[A-Za-z0-9._+-]+@{_HOST}\.[A-Za-z0-9-]+", "이메일 주소"),
    _rule(_WEB_ADDRESS, "누리집 주소"),
    _rule(_TELEPHONE, _phone),
    _rule(_DOTTED_DATE, _dotted_date),
    _rule(r"(?<!\d)((?:19|20)\d\d)-(\d\d)(?=절기|학년)", _years),
    _rule(r"(?<!\d)[345]·(?:1|18|19)(?![\d월일])", lambda match: _told(match[0])),
    _rule(r"(?<![\d.])\d{1,2}(?:·\d{1,2})+월", _several_months),
    _rule(rf"(?<![가-힣])([{_WEEKDAYS}])~([{_WEEKDAYS}])(?:요일)?(?![가-힣])", _weekdays),
    _rule(_CLOCKS, _period),
    _rule(_DAYS_OF_MONTH, _period),
    _rule(_DATES, _period),
    _rule(_SPAN, _span),
    _rule(rf"(?<![\d:]){_CLOCK}(?![\d:])", _clock),
    _rule(r"(오전 |오후 |밤 |낮 |새벽 |저녁 )?(?<!\d)(\d{1,2})시(?!간|민|군|·)", _hour),
    _rule(r"(?<!\d)((?:19|20)\d\d)년 ?(\d{1,2})월(?: ?(\d{1,2})일)?", _date),
    _rule(r"(?<!\d)()(\d{1,2})월 ?(\d{1,2})일", _date),
    _rule(r"(?<!\d)((?:19|20)\d\d)년()()", _date),
    _rule(r"(?<!\d)()([1-9]|1[0-2])월()", _date),
    _rule(rf"({_NUMBER})\s?[×xX]\s?(?=\d)", lambda match: f"{match[1]} 곱하기 "),
    _rule(rf"(?<!\d)({_NUMBER})((?:{_SCALE})+)(원|명|개|톤|건|㎡)?", _scaled),
    _rule(rf"(?<![\d.])({_NUMBER})\s?({_SIGN})(?![A-Za-z])", _measured),
    _rule(rf"(?<![\d.])({_NUMBER}) ?({_NATIVE})", _counted),
    _rule(r"(?<!\d)365(?![일\d])", _told("365")),
    _rule(_NUMBER, _plain),
    # What is left are digits of other scripts.
    _rule(r"\d", ""),
)

_TIDY: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("퍼센트포인트"), "퍼센트 포인트"),
    (re.compile("%"), " 퍼센트"),
    (re.compile(r"\+"), " 플러스 "),
    (re.compile(r"(?<=[가-힣a-zA-Z])·(?=[가-힣a-zA-Z])"), ", "),
    (re.compile(r"\)(?=[가-힣])"), ""),
    (re.compile(r"\s*[·()\[\]{}→~∼/|]+\s*"), ", "),
    (re.compile(r"(?<=\w)[-–—−](?=\w)"), " "),
    (re.compile(r"[ \t]+"), " "),
    (re.compile(r" ?(?:, ?)+(?=[.?!\n]|$)"), ""),
    (re.compile(r"(?: ?, ?){2,}| ,"), ", "),
    (re.compile(r"(?m)^[ ,]+| +$"), ""),
    (re.compile(r" {2,}"), " "),
)
