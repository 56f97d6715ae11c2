"""Korean morphemes. The only module that knows kiwipiepy."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kiwipiepy import Kiwi

_CONTENT_TAGS = ("NN", "NR", "VV", "VA", "MAG", "XR", "SL", "SN", "SH", "W_")


@dataclass(frozen=True, slots=True)
class Morpheme:
    """A morpheme and its part of speech in the Sejong tag set, for example 여권/NNG.

    Attributes:
        form: The dictionary form, lower case.
        tag: Part of speech, without the mark for irregular verbs.
    """

    form: str
    tag: str

    @property
    def is_content(self) -> bool:
        """Whether it carries meaning by itself: nouns, verbs, adjectives, adverbs, numbers, foreign words."""
        return self.tag.startswith(_CONTENT_TAGS)

    def __str__(self) -> str:
        return f"{self.form}/{self.tag}"


# An index holds the same few thousand morphemes over and over; one object for each keeps memory and the
# garbage collector's work small.
_morpheme = lru_cache(maxsize=100_000)(Morpheme)


class MorphemeTokenizer:
    """Splits Korean text into morphemes.

    Loading takes about three seconds and 500 MB (kiwi's language model); make one per process.
    """

    def __init__(self, nouns: Sequence[str] = ()) -> None:
        """Load the analyser.

        Args:
            nouns: Words that are kept whole although the general dictionary does not know them.
        """
        # One worker: queries are short, and threads of the analyser would fight the web server's.
        self._kiwi = Kiwi(num_workers=1)
        for noun in nouns:
            self._kiwi.add_user_word(noun, "NNP", 3.0)

    def tokenize(self, text: str) -> list[Morpheme]:
        """Return the morphemes of the text in their order; an empty text has none."""
        return [
            _morpheme(token.form.lower(), token.tag.split("-")[0])
            for token in self._kiwi.tokenize(text, normalize_coda=True)
        ]
