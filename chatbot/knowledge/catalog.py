"""The whole knowledge base as one immutable value."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from chatbot.knowledge.city import City, Department, Topic
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.language import Language
from chatbot.knowledge.life_event import LifeEvent
from chatbot.knowledge.scenario import Scenario
from chatbot.knowledge.signpost import Agency, Gap, Signpost
from chatbot.knowledge.wording import Wording

_OTHER_AGENCY = "fallback_other_agency"
_NOT_COVERED = "fallback_not_covered"


@dataclass(frozen=True)
class Contact:
    """Whom to call, and the number."""

    department: Department
    phone: str
    url: str | None = None


@dataclass(frozen=True)
class Catalog:
    """Everything that the bot may say.

    Attributes:
        entries: Entries by id, in the order of their ids.
        city: The city and its topics.
        departments: Departments by the name that entries use.
        holidays: Public holidays.
        synonyms: Official word to citizens' words.
        wording: The fixed sentences.
        agencies: Agencies outside the city.
        gaps: Matters of the city on which there is no entry.
        scenarios: Guided scenarios by id, in the order of their ids.
        life_events: Life events by id, in the order of their ids.
        languages: Languages beside Korean by code, in the order of their codes.
        korean_only: In a catalog of another language, ids of entries that are answered in Korean.
    """

    entries: Mapping[str, Entry]
    city: City
    departments: Mapping[str, Department]
    holidays: frozenset[date]
    synonyms: Mapping[str, Sequence[str]]
    wording: Wording
    agencies: Sequence[Agency] = ()
    gaps: Sequence[Gap] = ()
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    life_events: Mapping[str, LifeEvent] = field(default_factory=dict)
    languages: Mapping[str, Language] = field(default_factory=dict)
    korean_only: frozenset[str] = frozenset()

    @cached_property
    def digest(self) -> str:
        """Fingerprint of the content: the same for the same content, whatever the files look like."""
        content = {
            "entries": [entry.model_dump(mode="json") for entry in self.entries.values()],
            "city": self.city.model_dump(mode="json"),
            "departments": {
                name: department.model_dump(mode="json") for name, department in self.departments.items()
            },
            "holidays": sorted(day.isoformat() for day in self.holidays),
            "synonyms": {word: list(others) for word, others in self.synonyms.items()},
            "wording": self.wording.model_dump(mode="json"),
            "agencies": [agency.model_dump(mode="json") for agency in self.agencies],
            "gaps": [gap.model_dump(mode="json") for gap in self.gaps],
            "scenarios": [scenario.model_dump(mode="json") for scenario in self.scenarios.values()],
            "life_events": [event.model_dump(mode="json") for event in self.life_events.values()],
            "languages": {code: language.content for code, language in self.languages.items()},
            "korean_only": sorted(self.korean_only),
        }
        text = json.dumps(content, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @cached_property
    def signposts(self) -> tuple[Signpost, ...]:
        """What leads elsewhere: other agencies, gaps, and fixed turns that are found by likeness."""
        elsewhere = [
            Signpost(
                agency.id,
                _OTHER_AGENCY,
                self.wording.fallback_other_agency.format(agency=agency.name, matters=agency.matters),
                agency.questions,
                agency,
            )
            for agency in self.agencies
        ]
        gaps = [
            Signpost(
                gap.id,
                _NOT_COVERED,
                self.wording.fallback_not_covered.format(matters=gap.matters),
                gap.questions,
            )
            for gap in self.gaps
        ]
        turns = [
            Signpost(f"turn-{number}", turn.status, turn.text, turn.phrases)
            for number, turn in enumerate(self.wording.turns)
            if turn.match == "similar"
        ]
        return (*elsewhere, *gaps, *turns)

    def topic(self, topic_id: str) -> Topic | None:
        """Return the topic of that name."""
        return next((topic for topic in self.city.topics if topic.id == topic_id), None)

    def entries_of(self, topic_id: str) -> list[Entry]:
        """Return the entries of a topic."""
        return [entry for entry in self.entries.values() if entry.topic == topic_id]

    def contact_of(self, entry: Entry) -> Contact:
        """Return whoever answers the telephone number that the entry gives.

        The department itself where it is its own number, else whoever has that number (often the call
        centre, which answers for departments that publish none).
        """
        owner = self.departments[entry.department]
        if owner.phone != entry.phone:
            owner = next(other for other in self.departments.values() if other.phone == entry.phone)
        return Contact(owner, entry.phone)

    @property
    def call_centre(self) -> Contact:
        """Where every question that has no answer is sent."""
        department = self.departments[self.city.call_centre]
        assert department.phone  # noqa: S101 - rule unknown-department refuses a call centre without one
        return Contact(department, department.phone)
