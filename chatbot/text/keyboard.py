"""The 두벌식 keyboard, and the repair of what it leaves when it was in the wrong state.

A key is named by its Latin letter, so that "durnjs" are the keys of "여권".
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

_KEY_OF = dict(
    zip(
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        strict=True,
    )
)
_KEYS_OF = (
    _KEY_OF
    | {"ㅘ": "hk", "ㅙ": "ho", "ㅚ": "hl", "ㅝ": "nj", "ㅞ": "np", "ㅟ": "nl", "ㅢ": "ml"}
    | {"ㄳ": "rt", "ㄵ": "sw", "ㄶ": "sg", "ㄺ": "fr", "ㄻ": "fa", "ㄼ": "fq"}
    | {"ㄽ": "ft", "ㄾ": "fx", "ㄿ": "fv", "ㅀ": "fg", "ㅄ": "qt"}
)
_JAMO_OF = {keys: jamo for jamo, keys in _KEYS_OF.items()}
_INITIAL_JAMO = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def _conjoining(jamo: str, first: int) -> dict[str, str]:
    """Return the keys of each jamo with its conjoining form; Unicode has them in this order from `first`."""
    return {_KEYS_OF[letter]: chr(first + place) for place, letter in enumerate(jamo)}


_INITIALS = _conjoining(_INITIAL_JAMO, 0x1100)
_VOWELS = _conjoining("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ", 0x1161)
_FINALS = _conjoining("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ", 0x11A8)


def _any_of(keys: Iterable[str]) -> str:
    return "|".join(sorted(keys, key=len, reverse=True))


# A consonant ends a syllable only where no vowel follows, else it begins the next: that is the automaton.
_SYLLABLE = re.compile(
    rf"({_any_of([*_INITIALS])})({_any_of([*_VOWELS])})((?:{_any_of([*_FINALS])})(?![{''.join(_VOWELS)}]))?"
    rf"|{_any_of([*_VOWELS, *_INITIALS])}"
)
_WITHOUT_SHIFT = {ord(key): key.lower() for key in "YUIASDFGHJKLZXCVBNM"}
_TO_KEYS = {ord(form): keys for part in (_INITIALS, _VOWELS, _FINALS) for keys, form in part.items()} | {
    ord(jamo): keys for jamo, keys in _KEYS_OF.items()
}
_SYLLABLES = re.compile("[가-힣]+")


def to_hangul(text: str) -> str:
    """Return what the keys write in Hangul mode: "rkqtdl" gives "값이". Other characters stay."""
    return _SYLLABLE.sub(lambda match: _compose(match[0], *match.groups()), text.translate(_WITHOUT_SHIFT))


@lru_cache(maxsize=4096)
def _compose(keys: str, initial: str | None, vowel: str | None, final: str | None) -> str:
    if not initial or not vowel:
        return _JAMO_OF[keys]
    return unicodedata.normalize(
        "NFC", _INITIALS[initial] + _VOWELS[vowel] + (_FINALS[final] if final else "")
    )


def to_latin(text: str) -> str:
    """Return the keys that write the text: "여권" gives "durnjs". Other characters stay."""
    return _SYLLABLES.sub(lambda match: unicodedata.normalize("NFD", match[0]), text).translate(_TO_KEYS)


_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _neighbours(row: int, column: int) -> str:
    # Each row stands half a key to the right of the one above.
    near = [(row, -1), (row, 1), (row - 1, 0), (row - 1, 1), (row + 1, -1), (row + 1, 0)]
    return "".join(
        _ROWS[other][column + step]
        for other, step in near
        if 0 <= other < len(_ROWS) and 0 <= column + step < len(_ROWS[other])
    )


NEIGHBOURS = {
    key: _neighbours(row, column) for row, keys in enumerate(_ROWS) for column, key in enumerate(keys)
}
"""The keys that touch a key, without shift."""

# --- Jamo that were left loose

_JAMO_RUN = re.compile("([가-힣]?)([ㄱ-ㅣ]+)")
_EMOTICON = re.compile("[ㅋㅎㅠㅜㅡ]+")
_A_VOWEL = re.compile("[ㅏ-ㅣ]")
_HALF_TYPED = re.compile(r"(?<=[가-힣])[ㄱ-ㅊㅌ-ㅎ](?=\W*$)")  # ㅋ laughs


def compose_loose_jamo(text: str) -> str:
    """Return the text with jamo joined that the keyboard left side by side: "여권ㅇㅡㄹ", "하ㄹ게".

    Only what becomes whole syllables is joined; emoticons and 초성 stay.
    """
    return _JAMO_RUN.sub(_join, text)


def _join(match: re.Match[str]) -> str:
    before, run = match.groups()
    followed = _SYLLABLES.match(match.string, match.end())
    if _EMOTICON.fullmatch(run) or not (_A_VOWEL.search(run) or (len(run) == 1 and followed)):
        return match[0]
    joined = to_hangul(to_latin(run))
    if _SYLLABLES.fullmatch(joined):
        return before + joined
    # Only a syllable without a final consonant can have lost one: 권 and a loose ㅣ are not meant as 궈니.
    is_open = len(unicodedata.normalize("NFD", before)) == 2
    joined = to_hangul(to_latin(before + run))
    return joined if is_open and _SYLLABLES.fullmatch(joined) else match[0]


def drop_half_typed(text: str) -> str:
    """Return the text without the lone consonant that begins a syllable never finished: "여권 재발ㄱ"."""
    return _HALF_TYPED.sub("", text)


# --- 초성

_LAUGHTER = re.compile("ㅋ{2,}|ㅎ{2,}|[ㅠㅜㅡ]{2,}")
_CHATTER = re.compile(r"(.)\1*|(?:ㅅㅂ|ㅂㅅ|ㅁㅊ|ㄱㅅ|ㅈㅅ|ㅊㅋ|ㅎㅇ|ㅂㅇ|ㅇㅋ|ㅇㅈ|ㄹㅇ)+")
_CONSONANT = re.compile("[ㄱ-ㅎ]")
_INITIALS_SHARE = 0.7
_FEWEST_INITIALS = 3


def initials_of(text: str) -> str:
    """Return the first consonant of every syllable, other letters and digits as they are, no spaces."""
    return "".join(
        _INITIAL_JAMO[(ord(char) - ord("가")) // 588] if "가" <= char <= "힣" else char
        for char in text
        if char.isalnum()
    )


def is_initials(text: str) -> bool:
    """Tell whether the text is typed in 초성 ("ㅇㄱ ㅅㅅㄹ"), chatter such as "ㅋㅋㅋ" and "ㅇㅇ" apart."""
    words = _LAUGHTER.sub(" ", text).split()
    letters = "".join(word for word in words if not _CHATTER.fullmatch(word))
    consonants = len(_CONSONANT.findall(letters))
    return consonants >= _FEWEST_INITIALS and consonants >= _INITIALS_SHARE * len(letters)


# --- Hangul that was typed in English mode

# English words whose keys are also well-formed Hangul ("work" types 재가). All other English leaves bare jamo
# ("passport") or syllables that nobody uses ("covid"). Found by converting the 15,000 commonest words of
# English documentation, and of those the ones that a citizen may ask with.
_ENGLISH_WORDS = """
absent alarm also amend anti auth auto clean corp cycle dirty disk down dual duck duty element english
entitlement entity entry euro focus forgot form formal forms goal goals quantity roadmap shake sharp shelf
sign signal signs sock socks sorry spam span spark spend spent such suspend than them theme then theory they
thrown tight title today torch total turn turns when work works world worry worth
alan andy chan chen ryan sydney
"""
# Their keys make one syllable, sometimes a word ("sk" types 나). Within Hangul they are what they say.
_ABBREVIATIONS = "apt cms dhcp dna dns ems sk skt sms smtp sns"
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_ENGLISH_WITHIN_HANGUL = _ENGLISH.union(_ABBREVIATIONS.split())

_PLAIN = "YUIASDFGHJKLZXCVBNM"  # letters on which shift types nothing else
_KEPT = r"""(?P<kept>
    (?<!\S)\S*(?:@|://|www\.|\.(?:kr|com|net|org)\b)\S*              # addresses
  | (?<=\d)(?:cc|kg|[km]m|cm(?!d)|(?:[gmt]b|[ap]m|th)(?![A-Za-z]))   # units; but "2cmd" types 2층
)"""
_ACRONYM = rf"""(?P<acronym>
    (?:[A-Z]*[{_PLAIN}][A-Z]+|[A-Z]+[{_PLAIN}])(?![A-Z])              # LH before "wjstp"
  | (?<![A-Za-z])[YUIHJKLBNM](?=[a-z])                          # K before "votm": no word begins with ㅏ
)"""
_LATIN = re.compile(rf"{_KEPT}|{_ACRONYM}|[A-Za-z]+", re.VERBOSE)
_CAPS_LOCKED = re.compile(rf"{_KEPT}|[A-Za-z]+", re.VERBOSE)
_PLAIN_CAPITAL = re.compile(f"[{_PLAIN}]")
_PLAIN_SMALL = re.compile(f"[{_PLAIN.lower()}]")
_ANY_LATIN = re.compile("[A-Za-z]{2}")
_CHATTER_KEYS = re.compile(r"([zgbnmrsde])\1+|rs|rt|rc|fd|dz|b|n")  # ㅋㅋ, ㄱㄴ, ㄹㅇ and their like
_BARE = re.compile("[ㄱ-ㅣ]")
_WITH_YA = frozenset("야약걍얀얄얇얌얍양얕얗냐냥략량샤샥샴샵샷향")
_MISSPELT = "됬"  # for 됐, so often that it is everyday too
_LONG = 8


class _Look(Enum):
    """What a run of Latin letters is by itself. A name, such as an address, KTX or cm, tells no language."""

    HANGUL = auto()
    ENGLISH = auto()
    EITHER = auto()
    NAME = auto()


class _Word(NamedTuple):
    """A run of Latin letters, what its keys write in Hangul mode, and what it looks like."""

    typed: str
    hangul: str
    look: _Look


def repair_english_keyboard(text: str) -> str:
    """Return the text with its Hangul words that were typed in English mode in Hangul.

    A word is Hangul by itself if its keys write two or more syllables in everyday use and nothing else.
    Shorter and slightly broken words follow the other words; English stays English.
    """
    if not _ANY_LATIN.search(text):
        return text
    locked = len(_PLAIN_CAPITAL.findall(text)) > len(_PLAIN_SMALL.findall(text))
    pattern = _CAPS_LOCKED if locked else _LATIN
    english = _ENGLISH_WITHIN_HANGUL if _SYLLABLES.search(text) else _ENGLISH
    words = [_read(match, locked, english) for match in pattern.finditer(text)]
    hangul = sum(len(word.typed) for word in words if word.look is _Look.HANGUL)
    if not hangul:
        return text
    mostly_hangul = hangul >= sum(len(word.typed) for word in words if word.look is _Look.ENGLISH)
    read = iter(words)
    return pattern.sub(lambda _: _chosen(next(read), mostly_hangul), text)


def _chosen(word: _Word, mostly_hangul: bool) -> str:
    if mostly_hangul:
        return word.hangul if word.look in (_Look.HANGUL, _Look.EITHER) else word.typed
    # An English sentence may hold a short word that happens to be Hangul.
    return word.hangul if word.look is _Look.HANGUL and len(word.hangul) >= 3 else word.typed


def _read(match: re.Match[str], locked: bool, english: frozenset[str]) -> _Word:
    typed = match[0]
    hangul = to_hangul(typed.swapcase() if locked else typed)
    if match.lastgroup:
        return _Word(typed, hangul, _Look.NAME)
    if typed.lower() in english:
        return _Word(typed, hangul, _Look.ENGLISH)
    if _CHATTER_KEYS.fullmatch(typed.swapcase() if locked else typed):
        return _Word(typed, hangul, _Look.EITHER)
    word = hangul.rstrip("ㅋㅠ")
    bare = len(_BARE.findall(word))
    everyday = sum(map(_is_everyday, word))
    if not everyday or bare * 3 > len(word):
        return _Word(typed, hangul, _Look.ENGLISH)
    # A slip is forgiven in a long word only: "document" types three good syllables and one bare letter.
    clean = everyday + bare == len(word) and bare * 4 <= len(word) and (not bare or len(word) >= _LONG)
    return _Word(typed, hangul, _Look.HANGUL if clean and everyday >= 2 else _Look.EITHER)


@lru_cache(maxsize=4096)
def _is_everyday(char: str) -> bool:
    """Tell whether the character is one of the 2,350 syllables that KS X 1001 chose for everyday use.

    Those with ㅑ, the key of "i", count only if words are made of them, since English is full of that letter.
    """
    # Python writes a syllable that KS X 1001 lacks in eight bytes.
    common = "가" <= char <= "힣" and (char in _MISSPELT or len(char.encode("euc_kr")) == 2)
    return common and ("ᅣ" not in unicodedata.normalize("NFD", char) or char in _WITH_YA)
