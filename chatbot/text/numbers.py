"""Numbers spelled out before a counter ("십칠 세", "오만 이천원") in digits, as the entries write them.

A number is one syllable of many other words (이사, 사장, 만일, 세금). So it is read only where a word begins,
before a counter, with nothing but an ending behind it; a lone digit only where hardly a word sounds alike.
"""

import re

_DIGITS = {name: value for value, name in enumerate("일이삼사오육칠팔구", start=1)}
_UNITS = {"십": 10, "백": 100, "천": 1_000}
_GROUPS = {"억": 100_000_000, "만": 10_000}
_TENS = {"열": 10, "스무": 20, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50}
_TENS |= {"예순": 60, "일흔": 70, "여든": 80, "아흔": 90}
_ONES = {"한": 1, "두": 2, "세": 3, "네": 4}
_ONES |= {"다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}

# Nothing before that makes it another word or another number: "이 삼 년", "몇 천 원", "2 천원".
_BEGINS = r"(?<![가-힣\d])(?<!\d )(?<!(?<![가-힣])[몇수한두세네일이삼사오육칠팔구] )"
_ENDS = (
    r"(?=[^가-힣]|$|[이인입예였은는을를에로도만간전후뒤째치씩당쯤뿐밖된넘라면]"
    r"|으로|까지|부터|보다|동안|마다|짜리|정도|미만|초과|[과와](?![가-힣]))"
)
_DIGIT = f"[{''.join(_DIGITS)}]"
_TO_THOUSANDS = f"(?:{_DIGIT}?천 ?)?(?:{_DIGIT}?백 ?)?(?:{_DIGIT}?십 ?)?{_DIGIT}?"
_SINO = re.compile(
    rf"{_BEGINS}((?=[{''.join([*_DIGITS, *_UNITS, *_GROUPS])}])(?!만일)"
    rf"(?:{_TO_THOUSANDS}억 ?)?(?:{_TO_THOUSANDS}만 ?)?{_TO_THOUSANDS} ?)"
    rf"(개월|시간|제곱미터|퍼센트|%|cc|[년월일세살명장통부회번호시분주층평원]){_ENDS}"
)
_NATIVE = re.compile(
    rf"{_BEGINS}(?=[만{''.join(name[0] for name in [*_TENS, *_ONES])}])"
    rf"(만 ?)?(?:({'|'.join(_TENS)}) ?)?({'|'.join(_ONES)})? ?(시간|[살명장통시]){_ENDS}"
)

_LARGEST = {"시": 24, "분": 60, "월": 12, "세": 150, "살": 150}
_FULL = "만"  # before an age or a span it is no number: "만 십칠 세", "만 삼 년"
_FULL_BEFORE = ("세", "살", "년", "개월")
_UNMISTAKABLE = ("개월", "년", "층", "평", "퍼센트", "%", "cc", "제곱미터")
_AFTER_A_LONE_UNIT = ("원", "명", "cc", "퍼센트", "%")


def hangul_numbers_to_digits(text: str) -> str:
    """Return the text with numbers before counters in digits: "오만 이천원" gives "52000원"."""
    return _NATIVE.sub(_native, _SINO.sub(_sino, text))


def _sino(match: re.Match[str]) -> str:
    numeral, counter = match[1].replace(" ", ""), match[2]
    full = ""
    if numeral.startswith(_FULL) and len(numeral) > 1 and counter in _FULL_BEFORE:
        full, numeral = f"{_FULL} ", numeral[1:]
    value = _sino_value(numeral)
    if not value or value > _LARGEST.get(counter, value):
        return match[0]
    if len(numeral) == 1 and not full and not _is_meant(numeral, counter, spaced=match[1].endswith(" ")):
        return match[0]
    return f"{full}{value}{counter}"


def _sino_value(numeral: str) -> int:
    total = below_man = digit = 0
    for char in numeral:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            below_man += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            total += (below_man + digit or 1) * _GROUPS[char]
            below_man = digit = 0
    return total + below_man + digit


def _is_meant(lone: str, counter: str, *, spaced: bool) -> bool:
    """Tell whether a single syllable and a counter are a number and no word such as 이월, 사장, 천장."""
    if lone in "백천만억":
        return counter in _AFTER_A_LONE_UNIT or (spaced and lone in "백천" and counter in "일평살세")
    if counter in _UNMISTAKABLE:
        return True
    if counter == "월":
        return lone in "일삼사오칠팔구"
    if lone == "십":
        return counter in "원명일분세살" or (spaced and counter != "시")
    return spaced and lone in "삼오육칠팔" and counter != "시"


def _native(match: re.Match[str]) -> str:
    full, tens, ones, counter = match.groups()
    value = _TENS.get(tens, 0) + _ONES.get(ones, 0)
    if not value or value > _LARGEST.get(counter, value) or (full and counter not in _FULL_BEFORE):
        return match[0]
    return f"{_FULL + ' ' if full else ''}{value}{counter}"
