"""Personal numbers in running text: finding them and hiding them.

A number is hidden before anything else sees it: search, log or database. Telephone numbers of offices,
amounts, dates and law articles are left alone, since questions need them.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

MASK = "[가린 번호]"
"""What a hidden number is replaced by. Hiding twice changes nothing."""


class PersonalDataKind(StrEnum):
    """What sort of number it is."""

    RESIDENT_NUMBER = "resident_number"
    CARD_NUMBER = "card_number"
    DRIVER_LICENCE = "driver_licence"
    PASSPORT_NUMBER = "passport_number"
    MOBILE_PHONE = "mobile_phone"
    ACCOUNT_NUMBER = "account_number"
    EMAIL = "email"


@dataclass(frozen=True)
class PersonalDataSpan:
    """Where a personal number stands: characters `start` up to, not including, `end`."""

    start: int
    end: int
    kind: PersonalDataKind


_GAP = r"[\s.\-–—·]*"
_NOT_IN_NUMBER = r"(?<!\d)"
_NUMBER_ENDS = r"(?!\d)"
_DATE_OF_BIRTH = r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_CARD = rf"{_NOT_IN_NUMBER}\d{{4}}(?:{_GAP}\d{{4}}){{2}}{_GAP}\d{{3,4}}{_NUMBER_ENDS}"

# Ordered: the more specific form first, since a later pattern only sees what an earlier one left.
_PATTERNS: tuple[tuple[PersonalDataKind, re.Pattern[str]], ...] = (
    (PersonalDataKind.EMAIL, re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")),
    # Before longer numbers, which would take its end for their beginning where one follows the other.
    (
        PersonalDataKind.MOBILE_PHONE,
        re.compile(rf"{_NOT_IN_NUMBER}01[016789]\)?{_GAP}\d{{3,4}}{_GAP}\d{{4}}{_NUMBER_ENDS}"),
    ),
    # Resident and alien registration numbers: six digits of a birth date, then 0-9 for century and
    # sex, then six more; also when some of the seven are starred or cut off after the first.
    (
        PersonalDataKind.RESIDENT_NUMBER,
        re.compile(rf"{_NOT_IN_NUMBER}{_DATE_OF_BIRTH}{_GAP}\d(?:{_GAP}\d){{6}}{_NUMBER_ENDS}"),
    ),
    (
        PersonalDataKind.RESIDENT_NUMBER,
        re.compile(rf"{_NOT_IN_NUMBER}{_DATE_OF_BIRTH}\s*[-–—]\s*[0-9](?:[\d*xX●○]{{0,6}}){_NUMBER_ENDS}"),
    ),
    (
        PersonalDataKind.RESIDENT_NUMBER,
        re.compile(rf"{_NOT_IN_NUMBER}{_DATE_OF_BIRTH}{_GAP}(?=\d*[*xX●○])[\d*xX●○]{{1,7}}{_NUMBER_ENDS}"),
    ),
    # First where no other number runs into it, then anywhere.
    (PersonalDataKind.CARD_NUMBER, re.compile(rf"(?<!\d[-.]){_CARD}")),
    (PersonalDataKind.CARD_NUMBER, re.compile(_CARD)),
    (
        PersonalDataKind.DRIVER_LICENCE,
        re.compile(rf"{_NOT_IN_NUMBER}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{6}}{_GAP}\d{{2}}{_NUMBER_ENDS}"),
    ),
    # The old form names the region in words: "서울 12-123456-78".
    (
        PersonalDataKind.DRIVER_LICENCE,
        re.compile(rf"{_NOT_IN_NUMBER}\d{{2}}\s?[-–—]\s?\d{{6}}\s?[-–—]\s?\d{{2}}{_NUMBER_ENDS}"),
    ),
    (
        PersonalDataKind.MOBILE_PHONE,
        re.compile(rf"\+?82{_GAP}\(?0?\)?1[016789]\)?{_GAP}\d{{3,4}}{_GAP}\d{{4}}{_NUMBER_ENDS}"),
    ),
    # Passport numbers: M12345678 of the green booklet, M123A4567 of the blue one.
    (
        PersonalDataKind.PASSPORT_NUMBER,
        re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{1,2}\s?(?:\d{8}|\d{7}|\d{3}[A-Za-z]\d{4})(?![A-Za-z0-9])"),
    ),
    # Bank accounts: three or four groups joined by hyphens, eleven digits or more in all.
    (
        PersonalDataKind.ACCOUNT_NUMBER,
        re.compile(
            rf"{_NOT_IN_NUMBER}(?=(?:\d-?){{11,16}}{_NUMBER_ENDS})\d{{2,6}}-\d{{2,6}}-\d{{2,8}}(?:-\d{{1,3}})?"
        ),
    ),
)
# What looks like a number of that kind but is one that questions need: telephones of offices.
_OFFICE_PHONES = {
    PersonalDataKind.ACCOUNT_NUMBER: re.compile(r"0(?:2|[3-6]\d|70|50\d?)-\d{3,4}-\d{4}(?!\d)"),
    PersonalDataKind.CARD_NUMBER: re.compile(r"1[5-8]\d\d-\d{4}[\s·]+1[5-8]\d\d-\d{4}(?!\d)"),
}
_HIDDEN = "\0"


def find_personal_data(text: str) -> list[PersonalDataSpan]:
    """Return the personal numbers in the text, by place, none overlapping another."""
    found: list[PersonalDataSpan] = []
    known = -1
    # What one number leaves over can be a number by itself, so it runs until nothing more is found.
    while len(found) > known:
        known = len(found)
        for kind, pattern in _PATTERNS:
            left = text
            for match in pattern.finditer(text):
                start, end = match.span()
                office = _OFFICE_PHONES.get(kind)
                if office and office.match(text, start):
                    continue
                found.append(PersonalDataSpan(start, end, kind))
                left = left[:start] + _HIDDEN * (end - start) + left[end:]
            text = left
    return sorted(found, key=lambda span: span.start)


def mask_personal_data(text: str) -> str:
    """Return the text with every personal number replaced by `MASK`."""
    parts: list[str] = []
    end = 0
    for span in find_personal_data(text):
        parts += [text[end : span.start], MASK]
        end = span.end
    return "".join([*parts, text[end:]])
