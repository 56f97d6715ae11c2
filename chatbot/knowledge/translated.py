"""A catalog in another language, made of the Korean one and its translations: the same engine serves it."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.city import City, Department
from chatbot.knowledge.entry import Effective, Entry
from chatbot.knowledge.language import (
    SECTIONS,
    Interface,
    Language,
    Translation,
    Untranslated,
    Words,
)
from chatbot.knowledge.signpost import Agency
from chatbot.knowledge.wording import Sentences, Wording

LineT = TypeVar("LineT", bound=Effective)


def translated(catalog: Catalog, language: Language) -> Catalog:
    """Return the catalog in another language.

    What is neither translated nor named in `untranslated.yaml` is not in it. The latter is asked for in
    the language and keeps its Korean answer; `Catalog.korean_only` tells which entries these are.

    Ids, amounts, dates, addresses and telephone numbers are those of the Korean entries. There are no
    synonyms, no names of other places and no gaps: they are words of the Korean knowledge base. Of the
    wording, what only Korean has (KakaoTalk, scenarios) stays Korean; nothing here leads to it.
    """
    interface = language.interface
    entries = {
        entry_id: _entry(catalog.entries[entry_id], translation, language)
        for entry_id, translation in language.translations.items()
    }
    entries |= {
        entry_id: _asked_for(catalog.entries[entry_id], record, language)
        for entry_id, record in language.untranslated.items()
    }
    return Catalog(
        entries=dict(sorted(entries.items())),
        city=_city(catalog.city, interface),
        departments={
            name: _department(department, name, interface) for name, department in catalog.departments.items()
        },
        holidays=catalog.holidays,
        synonyms={},
        wording=_wording(catalog.wording, interface),
        agencies=tuple(_agencies(catalog.agencies, language)),
        korean_only=frozenset(language.untranslated),
    )


def _entry(entry: Entry, translation: Translation, language: Language) -> Entry:
    sections = {
        section: _lines(getattr(entry, section), getattr(translation, section)) for section in SECTIONS
    }
    # Copied unchecked: a title of another alphabet is longer than a card of ours holds.
    return entry.model_copy(
        update={
            **_asking(entry, translation, language),
            "answer": translation.answer,
            **sections,
        }
    )


def _asked_for(entry: Entry, record: Untranslated, language: Language) -> Entry:
    return entry.model_copy(update=_asking(entry, record, language))


def _asking(entry: Entry, words: Translation | Untranslated, language: Language) -> dict[str, object]:
    return {
        "title": words.title,
        "question": words.question,
        "variants": words.variants,
        # What is offered to read on can be read in the language.
        "related": tuple(other for other in entry.related if other in language.translations),
        "staff_note": None,
    }


def _lines(lines: Sequence[LineT], words: Sequence[Words]) -> tuple[LineT, ...]:
    # Only an outdated translation can differ in length, and nothing tells which line belongs to which:
    # the section is left to the Korean text, to which the page leads.
    if len(lines) != len(words):
        return ()
    named = "label" if lines and "label" in type(lines[0]).model_fields else "text"
    return tuple(
        line.model_copy(update={named: said.text, "note": said.note})
        for line, said in zip(lines, words, strict=True)
    )


def _city(city: City, interface: Interface) -> City:
    topics = tuple(
        topic.model_copy(update=interface.topics[topic.id].model_dump())
        for topic in city.topics
        if topic.id in interface.topics
    )
    return city.model_copy(
        update={
            "name": interface.city,
            "service": interface.service,
            "topics": topics,
            "popular": interface.popular,
            "other_places": type(city.other_places)(),
        }
    )


def _wording(wording: Wording, interface: Interface) -> Wording:
    sentences = {name: getattr(interface.wording, name) for name in Sentences.model_fields}
    return wording.model_copy(update=sentences)


def _department(department: Department, name: str, interface: Interface) -> Department:
    naming = interface.departments.get(name)
    if naming is None:
        return department
    return department.model_copy(update={"team": None, **naming.model_dump()})


def _agencies(agencies: Sequence[Agency], language: Language) -> Iterator[Agency]:
    known = {agency.id: agency for agency in agencies}
    for words in language.agencies:
        yield known[words.id].model_copy(update=words.model_dump())
