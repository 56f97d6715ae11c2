"""What kind of browser somebody signs in with: in words that its owner knows and that identify nobody."""

_BROWSERS = (
    ("Edg", "엣지"),
    ("Whale", "웨일"),
    ("SamsungBrowser", "삼성 인터넷"),
    ("OPR", "오페라"),
    ("Firefox", "파이어폭스"),
    ("Chrome", "크롬"),
    ("Safari", "사파리"),
)
"""Mark in the header, and name; most others also claim to be the ones below them."""

_SYSTEMS = (
    ("Windows", "윈도우"),
    ("Android", "안드로이드"),
    ("iPhone", "아이폰"),
    ("iPad", "아이패드"),
    ("Mac OS", "맥"),
    ("Linux", "리눅스"),
)


def browser_name(header: str) -> str:
    """Return browser and system for a `User-Agent` header, without versions."""
    browser = next((name for mark, name in _BROWSERS if mark in header), "다른 브라우저")
    system = next((name for mark, name in _SYSTEMS if mark in header), "")
    return f"{browser}, {system}" if system else browser
