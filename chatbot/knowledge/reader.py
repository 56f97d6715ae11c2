"""Reads a knowledge folder: a whole catalog, or every problem that stands in its way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from chatbot.knowledge.calendar import SEOUL
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.city import City, Departments, Holidays, PlainWords, Synonyms
from chatbot.knowledge.draft import (
    Draft,
    ReadEntry,
    ReadLanguage,
    ReadLifeEvent,
    ReadScenario,
    ReadTranslation,
)
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.language import (
    AgencyTranslations,
    Interface,
    Language,
    Translation,
    UntranslatedEntries,
)
from chatbot.knowledge.life_event import LifeEvent
from chatbot.knowledge.rules import ADVICE, RULES
from chatbot.knowledge.scenario import Scenario
from chatbot.knowledge.signpost import Agencies, Gaps
from chatbot.knowledge.source import Source, read_source
from chatbot.knowledge.validation import validate
from chatbot.knowledge.wording import Wording
from chatbot.problem import Level, Problem

ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclass(frozen=True)
class ReadResult:
    """What reading a folder gave.

    Attributes:
        catalog: The catalog, or None when there is any error: never half of one.
        problems: Errors and warnings, sorted by file and place.
        files: How many files were read.
    """

    catalog: Catalog | None
    problems: Sequence[Problem]
    files: int

    @property
    def errors(self) -> list[Problem]:
        """The problems that keep the catalog from being served."""
        return [problem for problem in self.problems if problem.level is Level.ERROR]


def read_catalog(folder: Path, today: date | None = None, *, with_advice: bool = True) -> ReadResult:
    """Read `city.yaml`, `departments.yaml`, … and every entry, scenario and life event of a folder.

    All files are read and all rules run before anything is returned, so one run shows every problem.

    Args:
        folder: The knowledge folder.
        today: The day on which it is judged what is over; the present one in Seoul unless given.
        with_advice: Run the rules that only advise as well. Whoever serves the catalog does without:
            comparing every question with every other takes as long as all the rest.
    """
    reading = _Reading(folder)
    city = reading.read("city.yaml", City)
    departments = reading.read("departments.yaml", Departments)
    holidays = reading.read("holidays.yaml", Holidays)
    synonyms = reading.read("synonyms.yaml", Synonyms)
    # A city may do without its own lists of hard words, agencies and gaps; everything else must be there.
    plain_words = reading.read_if_there("plain_words.yaml", PlainWords)
    agencies = reading.read_if_there("agencies.yaml", Agencies)
    gaps = reading.read_if_there("gaps.yaml", Gaps)
    wording = reading.read("wording.yaml", Wording)
    entries = reading.read_entries()
    scenarios = [ReadScenario(*read) for read in reading.read_folder("scenarios", Scenario)]
    life_events = [ReadLifeEvent(*read) for read in reading.read_folder("life_events", LifeEvent)]
    languages = reading.read_languages()
    draft = Draft(
        entries=tuple(entries),
        city=city,
        departments=departments[0].root if departments else None,
        synonyms=(synonyms[0].root, synonyms[1]) if synonyms else None,
        plain_words=plain_words[0].root if plain_words else None,
        wording=wording,
        agencies=(agencies[0].root, agencies[1]) if agencies else None,
        gaps=(gaps[0].root, gaps[1]) if gaps else None,
        today=today or datetime.now(SEOUL).date(),
        unread_ids=frozenset(reading.unread_ids),
        scenarios=tuple(scenarios),
        life_events=tuple(life_events),
        languages=tuple(languages),
    )
    for rule, check in RULES.items():
        if with_advice or rule not in ADVICE:
            reading.problems += check(draft)
    problems = tuple(sorted(set(reading.problems)))
    failed = any(problem.level is Level.ERROR for problem in problems)
    # A file that could not be read is an error as well; naming each part lets the type checker see it.
    if failed or not (city and departments and holidays and synonyms and wording):
        return ReadResult(None, problems, reading.files)
    catalog = Catalog(
        entries={read.entry.id: read.entry for read in sorted(entries, key=lambda read: read.entry.id)},
        city=city[0],
        departments=departments[0].root,
        holidays=frozenset(holiday.date for holiday in holidays[0].root),
        synonyms=synonyms[0].root,
        wording=wording[0],
        agencies=tuple(agencies[0].root) if agencies else (),
        gaps=tuple(gaps[0].root) if gaps else (),
        scenarios={read.scenario.id: read.scenario for read in scenarios},
        life_events={read.event.id: read.event for read in life_events},
        languages={read.code: language for read in languages if (language := _language(read))},
    )
    return ReadResult(catalog, problems, reading.files)


def _language(read: ReadLanguage) -> Language | None:
    if read.interface is None:
        return None
    untranslated = read.untranslated[0] if read.untranslated else ()
    return Language(
        code=read.code,
        interface=read.interface[0],
        translations={found.translation.id: found.translation for found in read.translations},
        agencies=tuple(read.agencies[0]) if read.agencies else (),
        untranslated={record.id: record for record in sorted(untranslated, key=lambda record: record.id)},
    )


class _Reading:
    """Reads the files of one folder and gathers what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.files = 0
        self.unread_ids: list[str] = []

    def read(self, name: str | Path, model: type[ModelT]) -> tuple[ModelT, Source] | None:
        path = self.folder / name
        source, problems = read_source(path, shown_as=path.as_posix())
        self.files += 1
        self.problems += problems
        if source is None:
            return None
        value, problems = validate(source, model)
        self.problems += problems
        return (value, source) if value is not None else None

    def read_if_there(self, name: str | Path, model: type[ModelT]) -> tuple[ModelT, Source] | None:
        return self.read(name, model) if (self.folder / name).exists() else None

    def read_folder(self, name: str, model: type[ModelT]) -> list[tuple[ModelT, Source]]:
        """Read each file of a folder that a city may do without, in the order of their names."""
        paths = sorted((self.folder / name).glob("*.y*ml"))
        return [read for path in paths if (read := self.read(path.relative_to(self.folder), model))]

    def read_languages(self) -> list[ReadLanguage]:
        """Read each folder of `languages`, in the order of their names."""
        return [
            self._read_language(path.relative_to(self.folder))
            for path in sorted((self.folder / "languages").glob("*/"))
        ]

    def _read_language(self, folder: Path) -> ReadLanguage:
        agencies = self.read_if_there(folder / "agencies.yaml", AgencyTranslations)
        untranslated = self.read_if_there(folder / "untranslated.yaml", UntranslatedEntries)
        translations: list[ReadTranslation] = []
        unread: list[str] = []
        for path in sorted((self.folder / folder / "entries").glob("*.y*ml")):
            read = self.read(path.relative_to(self.folder), Translation)
            if read:
                translations.append(ReadTranslation(*read))
            else:
                unread.append(path.stem)
        return ReadLanguage(
            code=folder.name,
            interface=self.read(folder / "interface.yaml", Interface),
            agencies=(agencies[0].root, agencies[1]) if agencies else None,
            translations=tuple(translations),
            unread_ids=frozenset(unread),
            untranslated=(untranslated[0].root, untranslated[1]) if untranslated else None,
        )

    def read_entries(self) -> list[ReadEntry]:
        folder = self.folder / "entries"
        shown = folder.as_posix()
        paths = sorted(folder.rglob("*.y*ml")) if folder.is_dir() else []
        if not paths:
            self.problems.append(
                Problem(
                    shown,
                    1,
                    1,
                    Level.ERROR,
                    "항목 파일이 없습니다",
                    "entries/<분야>/<id>.yaml 파일을 두거나 폴더 경로를 확인하세요",
                    "missing-file",
                )
            )
        entries: list[ReadEntry] = []
        for path in paths:
            read = self.read(path.relative_to(self.folder), Entry)
            if read:
                entries.append(ReadEntry(*read))
            else:
                self.unread_ids.append(path.stem)
        return entries
