"""What a measurement starts from: settings, knowledge and sets, or everything that is wrong with them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from chatbot.dialogue.decision import Thresholds, thresholds_in
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.reader import read_catalog
from chatbot.knowledge.translated import translated
from chatbot.settings import SettingsError, read_settings
from eval.cases import Case, read_cases
from eval.dialogues import Dialogue, holds_dialogues, read_dialogues


class InputError(ValueError):
    """Something cannot be measured with.

    Attributes:
        problems: Why, one a line.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Inputs:
    """What is measured, and with what.

    Attributes:
        folder: The knowledge folder.
        catalog: What it holds.
        thresholds: Where the bot draws its lines.
        cases: Cases by set.
        dialogues: Dialogues by set.
        index_cache: Folder that keeps learned indexes.
        language: Code of the language that the bot speaks.
    """

    folder: Path
    catalog: Catalog
    thresholds: Thresholds
    cases: Mapping[str, Sequence[Case]]
    dialogues: Mapping[str, Sequence[Dialogue]]
    index_cache: Path
    language: str = "ko"

    def config(self, now: datetime) -> dict[str, Any]:
        """Return what must be known to measure the same again."""
        return {
            "started_at": now.isoformat(timespec="seconds"),
            "knowledge": self.folder.as_posix(),
            "language": self.language,
            "catalog_digest": self.catalog.digest,
            "entries": len(self.catalog.entries),
            "accept_threshold": self.thresholds.accept_threshold,
            "ambiguity_margin": self.thresholds.ambiguity_margin,
            "near_miss_threshold": self.thresholds.near_miss_threshold,
        }

    def warnings(self) -> Iterator[str]:
        """Yield a line for each expected entry that the catalog lacks.

        They count as misses, so that one set can measure several knowledge bases.
        """
        turns = {name: list(cases) for name, cases in self.cases.items()} | {
            name: [turn for dialogue in dialogues for turn in dialogue.turns]
            for name, dialogues in self.dialogues.items()
        }
        for name, asked in turns.items():
            for turn in asked:
                for entry_id in turn.expected_entries:
                    if entry_id not in self.catalog.entries:
                        missing = f"{turn.utterance!r} expects {entry_id}, which {self.folder} does not have"
                        yield f"{name}: warning: {missing}"


def read_inputs(knowledge: Path | None, sets: Sequence[Path], language: str | None = None) -> Inputs:
    """Read everything.

    Args:
        knowledge: The knowledge folder; the one of the settings unless given.
        sets: Files of cases or of dialogues; the first line of each tells which.
        language: Code of a language of the folder; Korean unless given.

    Raises:
        InputError: A setting, the knowledge base or a set has errors; it names all of them.
    """
    try:
        settings = read_settings()
    except SettingsError as error:
        raise InputError([str(error)]) from error
    folder = knowledge or settings.knowledge
    read = read_catalog(folder, with_advice=False)
    cases: dict[str, list[Case]] = {}
    dialogues: dict[str, list[Dialogue]] = {}
    problems = list(read.errors)
    for path in sets:
        name = path.as_posix() if path.stem in cases.keys() | dialogues.keys() else path.stem
        if holds_dialogues(path):
            dialogues[name], wrong = read_dialogues(path)
        else:
            cases[name], wrong = read_cases(path)
        problems += wrong
    if read.catalog is None or problems:
        raise InputError([str(problem) for problem in problems])
    if language is None:
        return Inputs(folder, read.catalog, settings.thresholds, cases, dialogues, settings.index_cache)
    if language not in read.catalog.languages:
        known = ", ".join(read.catalog.languages) or "none"
        raise InputError([f"{folder} has no language {language}; it has {known}"])
    spoken = read.catalog.languages[language]
    thresholds = thresholds_in(spoken.interface, settings.thresholds)
    catalog = translated(read.catalog, spoken)
    return Inputs(folder, catalog, thresholds, cases, dialogues, settings.index_cache, language)
