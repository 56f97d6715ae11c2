"""What a counsellor says aloud: about a quarter of a minute, numbers spelled as they are spoken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chatbot.forms.sections import Sections, holds_fact
from chatbot.text.speech import speak

MOST_SYLLABLES = 110
ENOUGH_SYLLABLES = 90
"""What is said in fifteen seconds, at an unhurried pace on the telephone."""

_SYLLABLES_A_SECOND = 7
_SYLLABLE = re.compile("[가-힣A-Za-z]")


@dataclass(frozen=True)
class Script:
    """A text to say aloud.

    Attributes:
        text: As it is said, sentence by sentence; it holds no digit.
        syllables: How many; each Latin letter counts as one.
        left_out: Written sentences of the answer for which there was no time; none of them holds a figure.
    """

    text: str
    syllables: int
    left_out: Sequence[str] = ()

    @property
    def seconds(self) -> int:
        """How long saying it takes, to the next second."""
        return -(-self.syllables // _SYLLABLES_A_SECOND)


def script(sections: Sections) -> Script:
    """Return the answer as it is said within `MOST_SYLLABLES` syllables.

    A longer answer loses whole sentences, from its end, but none that holds a figure and never the first: an
    answer of nothing but figures is said in full even if it takes longer. A short one is joined by whole
    lines on deadlines and what else to know, while they fit.
    """
    kept = list(sections.lead)
    for sentence in reversed(sections.lead[1:]):
        if syllables(kept) <= MOST_SYLLABLES:
            break
        if not holds_fact(sentence):
            kept.remove(sentence)
    more = [line for line in (*sections.deadline, *sections.details) if line.endswith("요.")]
    for line in more:
        if syllables(kept) >= ENOUGH_SYLLABLES:
            break
        if line not in kept and syllables([*kept, line]) <= MOST_SYLLABLES:
            kept.append(line)
    left_out = [sentence for sentence in sections.lead if sentence not in kept]
    return Script(_spoken(kept), syllables(kept), left_out)


def syllables(lines: Sequence[str]) -> int:
    """Return how many syllables are spoken when written lines are read out."""
    return len(_SYLLABLE.findall(_spoken(lines)))


def _spoken(lines: Sequence[str]) -> str:
    return " ".join(spoken for line in lines if (spoken := speak(line)))
