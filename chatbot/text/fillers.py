"""Spoken fillers and shells of politeness around a question: "저기요 … 부탁드려요"."""

import re

_GAP = r"[\s.,!?~…]"
_FACE = r"(?<![ㄱ-ㅎ])[ㅠㅜㅋㅎ^;~]+(?![ㄱ-ㅎ])"
_IS = "있(?:습니다|어요|는데요?|어서요?|는데용|슴다)"
_THING = f"(?:게|거|것이|점이|말씀이) ?(?:좀 |하나 )?{_IS}"
_ASKS = (
    "(?:(?:뭐|말씀|하나만?|몇 가지|한 가지) )?(?:좀 )?(?:"
    "(?:문의|질문) ?(?:좀 )?(?:드립니다|드려요|드릴게요|드리려고요|합니다|할게요|이요)"
    f"|(?:문의|질문) ?(?:이? ?{_IS}|(?:드릴|할) ?{_THING})"
    f"|(?:여쭤|물어) ?(?:봅니다|볼게요|볼께요|보려고요|보고 싶은데요?|볼 ?{_THING})"
    f"|여쭐 ?{_THING}|여쭙니다|궁금한 ?{_THING})"
)
_GREETS = (
    "안녕하(?:세요|십니까|셔요)|(?:수고|고생)(?:하십|하시| ?많으십)니다|수고하세요|수고하시네요|반갑습니다"
    "|실례합니다|실례지만|(?:바쁘신데 )?죄송(?:합니다|한데요?|하지만)|담당자님"
)
# 네, 그 and 저 are fillers only where nothing can follow them: "네 식구", "그 서류", "저 이사했는데".
_SPOKEN = (
    f"(?:아+|어+|음+|저){_GAP}+(?:그|저|뭐)|(?:네+|예|그|저)(?=[.,!~…])|아+|어+|음+|흠+"
    "|저기요?|여기요|있잖아요?|근데요?|그니까요?|그러니까요?|혹시(?:나(?: 해서)?(?: 그러는데요?)?)?"
    "|다(?:름이?|른 ?게) ?아니(?:라|고)"
)
_BEFORE = re.compile(
    rf"\A{_GAP}*(?:(?:{_ASKS}|{_GREETS}|{_SPOKEN})(?={_GAP}|{_FACE}|$)|{_FACE})(?:{_GAP}|{_FACE})*"
)
_AFTER = re.compile(
    rf"(?<!\s)\s*(?:(?<!\S)(?:(?:좀 |꼭 |빨리 )?부탁 ?(?:드립니다|드려요|드릴게요|합니다|해요)"
    rf"|(?:미리 |정말 )?(?:감사(?:합니다|해요|드립니다|하겠습니다)|고맙습니다|고마워요)"
    rf"|수고하세요|수고하십시오|{_ASKS}|좀요?)|{_FACE})[\s.,!~…]*\Z"
)
_LETTER = re.compile("[가-힣A-Za-z0-9]")
_FEWEST_LETTERS = 2


def strip_fillers(text: str) -> str:
    """Return the text without the fillers at its start and end, as long as something to read is left."""
    while True:
        shorter = _without(_AFTER, _without(_BEFORE, text))
        if shorter == text:
            return text
        text = shorter


def _without(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    if not match:
        return text
    left = text[: match.start()] + text[match.end() :]
    return left if len(_LETTER.findall(left)) >= _FEWEST_LETTERS else text
