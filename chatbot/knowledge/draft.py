"""A folder that has been read but not yet judged: what the rules look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chatbot.knowledge.city import City, Department
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.language import AgencyTranslation, Interface, Translation, Untranslated
from chatbot.knowledge.life_event import LifeEvent
from chatbot.knowledge.scenario import Scenario
from chatbot.knowledge.signpost import Agency, Gap
from chatbot.knowledge.source import Source
from chatbot.knowledge.wording import Wording


@dataclass(frozen=True)
class ReadEntry:
    """An entry and the file that it came from."""

    entry: Entry
    source: Source


@dataclass(frozen=True)
class ReadScenario:
    """A scenario and the file that it came from."""

    scenario: Scenario
    source: Source


@dataclass(frozen=True)
class ReadTranslation:
    """A translation and the file that it came from."""

    translation: Translation
    source: Source


@dataclass(frozen=True)
class ReadLanguage:
    """A folder of `languages`.

    Attributes:
        code: Its name.
        interface: From `interface.yaml`, with its source; None if it could not be read.
        agencies: From `agencies.yaml`, with its source; None where there is none.
        translations: In the order of their paths.
        unread_ids: Ids, by file name, of translations that exist but could not be read.
        untranslated: From `untranslated.yaml`, with its source; None where there is none.
    """

    code: str
    interface: tuple[Interface, Source] | None
    agencies: tuple[Sequence[AgencyTranslation], Source] | None
    translations: tuple[ReadTranslation, ...]
    unread_ids: frozenset[str] = frozenset()
    untranslated: tuple[Sequence[Untranslated], Source] | None = None


@dataclass(frozen=True)
class ReadLifeEvent:
    """A life event and the file that it came from."""

    event: LifeEvent
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
        scenarios: In the order of their paths.
        life_events: In the order of their paths.
        languages: In the order of their codes.
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
    scenarios: tuple[ReadScenario, ...] = ()
    life_events: tuple[ReadLifeEvent, ...] = ()
    languages: tuple[ReadLanguage, ...] = ()

    @property
    def written(self) -> tuple[Source, ...]:
        """The files in which editors write texts of their own."""
        return (
            *(read.source for read in self.entries),
            *(read.source for read in self.scenarios),
            *(read.source for read in self.life_events),
            *(read.source for language in self.languages for read in language.translations),
            *(language.untranslated[1] for language in self.languages if language.untranslated),
        )
