"""Which entries are asked with words that begin as something typed does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from chatbot.lookup.keys import KeyedText, TypedWord

Scores = npt.NDArray[np.float64]

LONGEST_TEXT = 16
"""Syllables up to which a variant takes part: longer ones are stories, not what is typed on the telephone."""

_KEPT_KEYS = 24
_KEPT_INITIALS = 12
_SHORTEST_PIECE = 2

# What weighs how much: chosen on the keyword cases of the dev sets (DECISIONS 22).
_STARTS_TEXT, _STARTS_WORD, _WITHIN = 10.0, 3.0, 1.0
_TITLE = 8.0
_UNSEEN = 1e-4
_BREAK = 3.0


@dataclass(frozen=True)
class Beginnings:
    """Everything that begins somewhere in a text, in order, so that a beginning is a range.

    Attributes:
        keys: What begins there.
        owners: Number of the entry.
        texts: Number of the text within its entry; 0 is the title.
        weights: How much such a place weighs.
    """

    keys: npt.NDArray[np.bytes_]
    owners: npt.NDArray[np.int64]
    texts: npt.NDArray[np.int64]
    weights: Scores

    @classmethod
    def sorted_from(cls, rows: Sequence[tuple[bytes, int, int, float]], length: int) -> "Beginnings":
        """Sort rows of keys, owner, text and weight; keys are cut after `length`."""
        keys = np.array([row[0] for row in rows], dtype=f"S{length}")
        order = np.argsort(keys, kind="stable")
        owners = np.array([row[1] for row in rows], dtype=np.int64)
        texts = np.array([row[2] for row in rows], dtype=np.int64)
        weights = np.array([row[3] for row in rows], dtype=np.float64)
        return cls(keys[order], owners[order], texts[order], weights[order])

    def range_of(self, typed: bytes) -> slice:
        """Return where everything stands that begins so."""
        first = np.searchsorted(self.keys, typed)
        return slice(int(first), int(np.searchsorted(self.keys, typed + b"\xff")))


class TypingIndex:
    """Titles, questions and short variants of entries by every place at which a syllable begins."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        """Index the texts of entries.

        Args:
            texts: Of each entry: title, question, variants.
        """
        spelled: list[tuple[bytes, int, int, float]] = []
        initials: list[tuple[bytes, int, int, float]] = []
        counts = np.zeros(len(texts))
        for owner, of_entry in enumerate(texts):
            for number, text in enumerate(of_entry):
                # A text can lose signs in its normal form, but hardly half of it.
                if number > 1 and len(text) > 2 * LONGEST_TEXT:
                    continue
                keyed = KeyedText.of(text)
                if number > 1 and len(keyed.syllables) > LONGEST_TEXT:
                    continue
                counts[owner] += 1
                for place, weight in _places(keyed, _TITLE if number == 0 else 1.0):
                    ahead = keyed.syllables[place : place + _KEPT_INITIALS]
                    spelled.append((_bytes("".join(ahead)), owner, number, weight))
                    initials.append(
                        (_bytes("".join(syllable[0] for syllable in ahead)), owner, number, weight)
                    )
        self._counts = np.maximum(counts, 1)
        self._spelled = Beginnings.sorted_from(spelled, _KEPT_KEYS)
        self._initials = Beginnings.sorted_from(initials, _KEPT_INITIALS)

    def scores(self, words: Sequence[TypedWord]) -> Scores:
        """Return for each entry the logarithm of how readily it is asked so; the unseen share one low value.

        Args:
            words: At least one.
        """
        return np.asarray(sum(self._word(word) for word in words), dtype=np.float64)

    def lowest(self, words: Sequence[TypedWord]) -> float:
        """Return the score of an entry that no word of these leads to."""
        return float(np.log(_UNSEEN)) * len(words)

    def text_of(self, owner: int, words: Sequence[TypedWord]) -> int | None:
        """Return the number of the entry's text that the most telling word begins in; None if none does."""
        found: dict[int, float] = {}
        for word in words:
            for number, weight in self._texts_with(owner, word).items():
                found[number] = found.get(number, 0.0) + weight
        return max(found, key=lambda number: (found[number], -number)) if found else None

    def _word(self, word: TypedWord) -> Scores:
        spelled = self._log(self._spelled, word.spelled[:_KEPT_KEYS])
        if not word.initials:
            return spelled
        by_initials = self._segmented(word.initials[:_KEPT_INITIALS])
        if word.before:
            by_initials = by_initials + self._log(self._spelled, word.before[:_KEPT_KEYS])
        return np.maximum(spelled, by_initials)

    def _segmented(self, initials: str) -> Scores:
        """Score 초성 in a row; where they stand nowhere in one piece, in two or more."""
        best: list[Scores | None] = [np.zeros(len(self._counts))]
        for end in range(1, len(initials) + 1):
            pieces = [
                before + self._log(self._initials, initials[start:end]) - (_BREAK if start else 0.0)
                for start, before in enumerate(best)
                if before is not None
                and (end - start >= _SHORTEST_PIECE or (start == 0 and end == len(initials)))
            ]
            best.append(np.maximum.reduce(pieces) if pieces else None)
        whole = best[-1]
        assert whole is not None  # noqa: S101 - the row in one piece is always among the pieces
        return whole

    def _log(self, beginnings: Beginnings, typed: str) -> Scores:
        found = beginnings.range_of(_bytes(typed))
        shares = np.bincount(beginnings.owners[found], beginnings.weights[found], minlength=len(self._counts))
        return np.asarray(np.log(shares / self._counts + _UNSEEN), dtype=np.float64)

    def _texts_with(self, owner: int, word: TypedWord) -> Mapping[int, float]:
        looked_at = [(self._spelled, word.spelled[:_KEPT_KEYS])]
        if word.initials:
            looked_at.append((self._initials, word.initials[:_KEPT_INITIALS]))
        best: dict[int, float] = {}
        for beginnings, typed in looked_at:
            found = beginnings.range_of(_bytes(typed))
            own = beginnings.owners[found] == owner
            for number, weight in zip(
                beginnings.texts[found][own].tolist(), beginnings.weights[found][own].tolist(), strict=True
            ):
                best[number] = max(best.get(number, 0.0), weight)
        return best


def _places(keyed: KeyedText, factor: float) -> Iterator[tuple[int, float]]:
    for place, starts_word in enumerate(keyed.starts_word):
        weight = _STARTS_TEXT if place == 0 else _STARTS_WORD if starts_word else _WITHIN
        yield place, weight * factor


def _bytes(keys: str) -> bytes:
    # What is no key is found by the search proper; here it must only sort somewhere.
    return keys.encode("ascii", "replace")
