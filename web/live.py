"""The catalog that is being served, exchanged whole when its files change.

A folder with errors never replaces a good catalog: the last good one goes on answering.
"""

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from chatbot.dialogue.decision import Thresholds, thresholds_in
from chatbot.dialogue.responder import Responder
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.language import Interface
from chatbot.knowledge.reader import read_catalog
from chatbot.knowledge.translated import translated
from chatbot.lookup.finder import Finder
from chatbot.problem import Problem
from chatbot.retrieval.retriever import Retriever
from chatbot.text.morphemes import MorphemeTokenizer

_log = logging.getLogger(__name__)


_ANY_INITIALS = "ㄱㄴㄷ"


class KnowledgeError(Exception):
    """The knowledge base has errors and there is no earlier one to serve."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems; they are the message."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class Served:
    """What is served at a moment.

    Attributes:
        responder: Who answers in Korean.
        loaded_at: Since when.
        languages: Who answers in the other languages, by code.
    """

    responder: Responder
    loaded_at: datetime
    languages: Mapping[str, Responder] = field(default_factory=dict)

    def responder_in(self, language: str | None) -> Responder:
        """Return who answers in a language that is served; in Korean unless one is given."""
        return self.languages[language] if language else self.responder

    @cached_property
    def finder(self) -> Finder:
        """What counsellors find entries with while they type; made when the first of them does."""
        return Finder(self.responder.catalog)

    def prepare_typing(self) -> None:
        """Make what the first key and the first 초성 would otherwise wait for, which takes seconds."""
        retriever = self.responder.retriever
        self.finder.find(_ANY_INITIALS, retriever.search(retriever.query(_ANY_INITIALS)), lambda _: True, 1)


class LiveKnowledge:
    """Serves the newest good catalog of a folder."""

    def __init__(
        self,
        folder: Path,
        thresholds: Thresholds,
        tokenizer: MorphemeTokenizer,
        index_cache: Path | None = None,
    ) -> None:
        """Read and index the folder.

        Args:
            folder: The knowledge folder.
            thresholds: Where the lines are drawn.
            tokenizer: Splits texts.
            index_cache: Where the learned index is kept from one start to the next.

        Raises:
            KnowledgeError: The folder has errors.
        """
        self._folder = folder
        self._thresholds = thresholds
        self._tokenizer = tokenizer
        self._index_cache = index_cache
        self._signature = self._sign()
        self._stopping = threading.Event()
        self._watcher: threading.Thread | None = None
        self.errors: list[Problem] = []
        self._served: Served | None = None
        self._served = self._read()
        if self._served is None:
            raise KnowledgeError(self.errors)

    @property
    def served(self) -> Served:
        """What is served now."""
        assert self._served  # noqa: S101 - the constructor raises before anything could ask
        return self._served

    def watch(self, seconds: float) -> None:
        """Look for changed files every so many seconds, in a thread of its own."""
        self._watcher = threading.Thread(target=self._watch, args=(seconds,), name="knowledge", daemon=True)
        self._watcher.start()

    def stop(self) -> None:
        """End the watching."""
        self._stopping.set()
        if self._watcher:
            self._watcher.join()

    def reload_if_changed(self) -> bool:
        """Read the folder again if a file changed; tell whether a new catalog is served."""
        signature = self._sign()
        if signature == self._signature:
            return False
        self._signature = signature
        served = self._read()
        if served is None:
            return False
        self._served = served
        _log.info("serving catalog %s", served.responder.catalog.digest)
        return True

    def _watch(self, seconds: float) -> None:
        while not self._stopping.wait(seconds):
            try:
                self.reload_if_changed()
            except Exception:
                # A file that vanishes half-way must not end the watching for good.
                _log.exception("reading the knowledge base failed; the last good catalog goes on")

    def _read(self) -> Served | None:
        result = read_catalog(self._folder, with_advice=False)
        self.errors = result.errors
        for problem in result.problems:
            _log.warning("%s", problem)
        if result.catalog is None:
            return None
        languages = {
            code: self._responder(translated(result.catalog, language), code, language.interface)
            for code, language in result.catalog.languages.items()
        }
        return Served(self._responder(result.catalog), datetime.now(UTC), languages)

    def _responder(
        self, catalog: Catalog, language: str | None = None, interface: Interface | None = None
    ) -> Responder:
        served = self._served
        known = served is not None and (language is None or language in served.languages)
        earlier = served.responder_in(language).retriever if served and known else None
        retriever = Retriever(catalog, self._tokenizer, earlier=earlier, cache=self._index_cache)
        thresholds = thresholds_in(interface, self._thresholds) if interface else self._thresholds
        return Responder(catalog, retriever, thresholds)

    def _sign(self) -> frozenset[tuple[str, int, int]]:
        states = []
        for path in self._folder.rglob("*.y*ml"):
            try:
                stat = path.stat()
            except FileNotFoundError:
                continue
            states.append((path.as_posix(), stat.st_mtime_ns, stat.st_size))
        return frozenset(states)
