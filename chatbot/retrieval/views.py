"""The views of a text: each turns a query into tokens that a TF-IDF scorer counts.

The views fail in different places, so together they hold: morphemes carry the meaning but break on a
typing slip or a missing space, jamo n-grams survive both. Jamo are taken as they sound, since people write
what they hear.
"""

from collections.abc import Callable, Iterable
from itertools import pairwise

from chatbot.retrieval.query import Query
from chatbot.text.jamo import ngrams, to_jamo, to_sound

View = Callable[[Query], Iterable[str]]


def morphemes(query: Query) -> Iterable[str]:
    """All morphemes, and neighbouring pairs of those that carry meaning."""
    tokens = [str(morpheme) for morpheme in query.morphemes]
    pairs = [f"{first.form} {second.form}" for first, second in pairwise(query.content)]
    return tokens + pairs


def jamo_of_text(query: Query) -> Iterable[str]:
    """Runs of two to four jamo of the text without its spaces: indifferent to spacing."""
    return ngrams(to_sound(query.jamo), 2, 4)


def jamo_of_morphemes(query: Query) -> Iterable[str]:
    """Runs of two to four jamo within each morpheme that carries meaning, its ends marked."""
    for morpheme in query.content:
        yield from ngrams(f"^{to_sound(to_jamo(morpheme.form))}$", 2, 4)


VIEWS: dict[str, View] = {
    "morphemes": morphemes,
    "jamo_of_text": jamo_of_text,
    "jamo_of_morphemes": jamo_of_morphemes,
}
"""Views by the name under which their scores are shown."""
