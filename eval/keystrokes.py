"""How few keys a counsellor needs: after each one, whether the right entry is on the screen."""

import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from chatbot.dialogue.responder import Responder
from chatbot.lookup.finder import Finder
from chatbot.text.keyboard import initials_of, to_hangul, to_latin
from chatbot.text.normalization import clean
from eval.cases import Case
from eval.ranking import in_scope

KEYWORD = "keyword"
NUMBERED = 9
"""Entries that a digit opens."""
ON_SCREEN = 24
"""Entries that the cockpit lists without scrolling at 1280 × 830, before one is open."""
COUNTS = (3, 5, 8)
"""Numbers of keys that are reported."""

SPELLED = "spelled"
INITIALS = "initials"


@dataclass(frozen=True)
class Typing:
    """What came of typing questions in one manner.

    Attributes:
        manner: `spelled`, key by key as it is written, spaces included; or `initials`, the 초성 alone.
        cases: Questions.
        numbered: By number of keys, the share whose right entry has a digit after exactly so many.
        on_screen: Likewise, the share whose right entry is listed on the screen.
        seen: Likewise, the share whose right entry was on the screen after so many keys or fewer.
        median_ms: Milliseconds of the server for a key: search, decision and list.
        p95_ms: The same, 95th percentile.
    """

    manner: str
    cases: int
    numbered: dict[int, float]
    on_screen: dict[int, float]
    seen: dict[int, float]
    median_ms: float
    p95_ms: float


def keyword_cases(cases: Sequence[Case]) -> list[Case]:
    """Return the cases in scope that are a few words, as typed while somebody is on the telephone."""
    return [case for case in in_scope(cases) if KEYWORD in case.tags]


def states(utterance: str, manner: str) -> Iterator[str]:
    """Yield what stands in the field after each key, half-typed syllables as the keyboard composes them."""
    text = clean(utterance)
    typed = initials_of(text) if manner == INITIALS else text
    keys = [
        (key, "가" <= letter <= "힣" or "ㄱ" <= letter <= "ㅣ")
        for letter in typed
        for key in to_latin(letter)
    ]
    for count in range(1, len(keys) + 1):
        runs = groupby(keys[:count], key=lambda key: key[1])
        yield "".join(
            to_hangul("".join(key for key, _ in run)) if in_hangul else "".join(key for key, _ in run)
            for in_hangul, run in runs
        )


def measure_typing(cases: Sequence[Case], responder: Responder, finder: Finder, today: date) -> list[Typing]:
    """Type every case in both manners and return what came of it.

    Args:
        cases: At least one, all in scope.
        responder: The citizens' bot, whose search and decision the cockpit shows.
        finder: Of the same catalog.
        today: The day in Asia/Seoul.
    """
    return [_typing(manner, cases, responder, finder, today) for manner in (SPELLED, INITIALS)]


def _typing(manner: str, cases: Sequence[Case], responder: Responder, finder: Finder, today: date) -> Typing:
    places: list[list[int | None]] = []
    times: list[float] = []
    for case in cases:
        found: list[int | None] = []
        for text in list(states(case.utterance, manner))[: COUNTS[-1]]:
            started = time.perf_counter()
            candidates = responder.respond(text, today).candidates
            hits = finder.find(text, candidates, lambda entry: entry.holds_on(today), ON_SCREEN)
            times.append((time.perf_counter() - started) * 1000)
            ids = [hit.entry.id for hit in hits]
            found.append(
                min((ids.index(right) for right in case.expected_entries if right in ids), default=None)
            )
        places.append(found)
    return Typing(
        manner,
        len(cases),
        numbered={count: _share([_at(found, count, NUMBERED) for found in places]) for count in COUNTS},
        on_screen={count: _share([_at(found, count, ON_SCREEN) for found in places]) for count in COUNTS},
        seen={
            count: _share([any(p is not None for p in found[:count]) for found in places]) for count in COUNTS
        },
        median_ms=statistics.median(times),
        p95_ms=sorted(times)[int(0.95 * (len(times) - 1))],
    )


def _at(found: Sequence[int | None], count: int, limit: int) -> bool:
    # Who has typed all of a short question types no more.
    place = found[min(count, len(found)) - 1]
    return place is not None and place < limit


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values)


TYPING_HEAD = "keys          " + "".join(f"{count:>10}" for count in COUNTS)


def typing_lines(typing: Typing) -> list[str]:
    """Return what came of one manner as lines under `TYPING_HEAD`."""
    rows = {"with a digit": typing.numbered, "on screen": typing.on_screen, "seen by then": typing.seen}
    times = f"{typing.median_ms:.1f} ms a key (p95 {typing.p95_ms:.1f} ms)"
    return [
        f"{typing.manner}, {typing.cases} cases, {times}",
        *(
            f"  {name:<12}" + "".join(f"{shares[count]:>10.1%}" for count in COUNTS)
            for name, shares in rows.items()
        ),
    ]
