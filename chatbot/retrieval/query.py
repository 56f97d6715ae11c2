"""A query: an utterance normalised and split."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from chatbot.processes import map_forked
from chatbot.text.jamo import to_jamo
from chatbot.text.morphemes import Morpheme, MorphemeTokenizer
from chatbot.text.normalization import clean, normalize
from chatbot.text.repair import repair

_CHUNK = 4000


@dataclass(frozen=True)
class Query:
    """What is searched. Texts of the index go through the very same steps.

    Attributes:
        utterance: What was typed, untouched.
        text: Its normal form, typing slips repaired as far as they are plain.
        morphemes: The morphemes of the normal form.
    """

    utterance: str
    text: str
    morphemes: tuple[Morpheme, ...]

    @classmethod
    def from_utterance(cls, utterance: str, tokenizer: MorphemeTokenizer) -> "Query":
        """Repair, normalise and split an utterance."""
        text = normalize(repair(clean(utterance)))
        return cls(utterance, text, tuple(tokenizer.tokenize(text)) if text else ())

    @cached_property
    def content(self) -> tuple[Morpheme, ...]:
        """The morphemes that carry meaning by themselves."""
        return tuple(morpheme for morpheme in self.morphemes if morpheme.is_content)

    @cached_property
    def jamo(self) -> str:
        """The text without spaces, in single jamo."""
        return to_jamo(self.text.replace(" ", ""))


def split_texts(texts: Sequence[str], tokenizer: MorphemeTokenizer) -> list[Query]:
    """Return texts as queries; many of them are split on all cores."""

    def split(chunk: Sequence[str]) -> list[Query]:
        return [Query.from_utterance(text, tokenizer) for text in chunk]

    chunks = [texts[start : start + _CHUNK] for start in range(0, len(texts), _CHUNK)]
    return list(chain.from_iterable(map_forked(split, chunks)))
