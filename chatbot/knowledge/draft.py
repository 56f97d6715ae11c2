"""A folder that has been read but not yet judged: what the rules look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chatbot.knowledge.city import City, Department
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.signpost import Agency, Gap
from chatbot.knowledge.source import Source
from chatbot.knowledge.wording import Wording


@dataclass(frozen=True)
class ReadEntry:
    """An entry and the file that it came from."""

    entry: Entry
    source: Source


@dataclass(frozen=True)
class Draft:
    """What was read. Parts whose file could not be read are None, and rules that need them stay silent.

    Attributes:
        entries: In the order of their paths; ids may still clash.
        city: From `city.yaml`, with its source.
        departments: From `departments.yaml`.
        synonyms: From `synonyms.yaml`, official word to citizens' words, with its source.
        plain_words: From `plain_words.yaml`, hard word to what to say instead.
        wording: From `wording.yaml`, with its source.
        agencies: From `agencies.yaml`, with its source.
        gaps: From `gaps.yaml`, with its source.
        today: The day on which it is judged what is over.
        unread_ids: Ids, by file name, of entries that exist but could not be read.
    """

    entries: tuple[ReadEntry, ...]
    city: tuple[City, Source] | None
    departments: Mapping[str, Department] | None
    synonyms: tuple[Mapping[str, Sequence[str]], Source] | None
    plain_words: Mapping[str, str] | None
    wording: tuple[Wording, Source] | None
    agencies: tuple[Sequence[Agency], Source] | None
    gaps: tuple[Sequence[Gap], Source] | None
    today: date
    unread_ids: frozenset[str] = frozenset()
