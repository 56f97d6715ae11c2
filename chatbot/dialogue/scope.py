"""Whether a question is about another city: its affairs are not ours to answer."""

from functools import lru_cache

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.passages import citizen_passages
from chatbot.text.normalization import normalize

# After these the place is only where somebody is, comes from or goes to, and the question may be ours.
_WHEREABOUTS = ("에서", "에 ", "으로", "로 ", "서 ", "까지", "이랑", "에도", "에는", "살다", "사는")
_SUFFIXES = ("시", "군", "구")


def names_other_place(utterance: str, catalog: Catalog) -> str | None:
    """Return the other place that the utterance asks about, or None.

    Nothing is returned where our own city is named as well.
    """
    places = catalog.city.other_places
    text = f" {normalize(utterance)} "
    if catalog.city.name.removesuffix("시") in text:
        return None
    for name in _names(places.names, places.with_suffix):
        place = text.find(f" {name}")
        if place >= 0 and not text[place + 1 + len(name) :].startswith(_WHEREABOUTS):
            return name
    return None


def speaks_of(entry: Entry, place: str, utterance: str) -> bool:
    """Tell whether an entry is itself about the place: "인천공항" in an entry about passports.

    Where the utterance begins with the place ("부천페이 충전"), variants do not count: in them people tell of
    many places.
    """
    said = [passage.text for passage in citizen_passages(entry)]
    asked = (entry.question,) if normalize(utterance).startswith(place) else entry.texts
    return any(place in text for text in (*asked, *said))


@lru_cache(maxsize=8)
def _names(names: tuple[str, ...], with_suffix: tuple[str, ...]) -> tuple[str, ...]:
    return (*names, *(name + suffix for name in with_suffix for suffix in _SUFFIXES))
