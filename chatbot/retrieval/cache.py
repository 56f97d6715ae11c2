"""Keeps a learned index on disk, so that a start takes seconds only when something changed.

A file belongs to one catalog and one version of the program: its name is made of both, so a wrong one is
never read. Losing it costs nothing but time.
"""

import hashlib
import importlib.metadata
import logging
import os
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt
from scipy import sparse

from chatbot.retrieval.index import Index
from chatbot.retrieval.scorer import Scorer
from chatbot.retrieval.tfidf import TfidfSpace
from chatbot.retrieval.views import VIEWS

_log = logging.getLogger(__name__)

KEPT = 8
"""Most files of a folder."""
_PACKAGE = Path(__file__).parents[1]
_LIBRARIES = ("kiwipiepy", "kiwipiepy_model", "numpy", "scipy", "scikit-learn")


def load_index(folder: Path, digest: str) -> Index | None:
    """Return the index that was stored for a catalog, or None where there is none to be read."""
    try:
        with _path(folder, digest).open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return _unpack(stored)
    except (OSError, ValueError, KeyError, BadZipFile, EOFError) as error:
        if not isinstance(error, FileNotFoundError):
            _log.warning("the stored index cannot be read and is learned anew: %r", error)
        return None


def store_index(index: Index, folder: Path, digest: str) -> None:
    """Store an index; only the latest few files are kept. A folder that cannot be written is no error."""
    path = _path(folder, digest)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            np.savez(file, allow_pickle=False, **_pack(index))
        # Complete before it has its name: another process may be reading.
        Path(name).replace(path)
        stored = sorted(folder.glob("*.npz"), key=lambda other: other.stat().st_mtime, reverse=True)
        for old in stored[KEPT:]:
            old.unlink(missing_ok=True)
    except OSError as error:
        _log.warning("the index is not stored, so the next start takes longer: %s", error)


def _path(folder: Path, digest: str) -> Path:
    return folder / f"{digest}-{_version()}.npz"


@cache
def _version() -> str:
    """Fingerprint of everything that an index depends on besides the catalog."""
    content = hashlib.sha256()
    for path in sorted([*_PACKAGE.glob("retrieval/*.py"), *_PACKAGE.glob("text/*.py")]):
        content.update(path.read_bytes())
    for library in _LIBRARIES:
        content.update(importlib.metadata.version(library).encode())
    return content.hexdigest()[:12]


def _pack(index: Index) -> dict[str, npt.NDArray[np.generic]]:
    arrays: dict[str, npt.NDArray[np.generic]] = {"owners": index.owners, "jamo": _letters(index.jamo)}
    for name, scorer in index.scorers.items():
        tokens = sorted(scorer.space.tokens, key=scorer.space.tokens.__getitem__)
        arrays |= {f"{name}.tokens": _letters(tokens), f"{name}.idf": scorer.space.idf}
        arrays |= {f"{name}.biases": scorer.biases}
        for part, matrix in (("texts", scorer.texts), ("by_token", scorer.by_token)):
            # Half the digits are a quarter of the file and change no order that matters.
            arrays[f"{name}.{part}.data"] = matrix.data.astype(np.float16)
            arrays[f"{name}.{part}.indices"] = matrix.indices.astype(np.min_scalar_type(matrix.shape[1]))
            arrays[f"{name}.{part}.indptr"] = matrix.indptr
    return arrays


def _unpack(stored: "np.lib.npyio.NpzFile") -> Index:
    owners = stored["owners"]
    scorers = {}
    for name, view in VIEWS.items():
        tokens = {token: number for number, token in enumerate(_texts(stored[f"{name}.tokens"]))}
        biases = stored[f"{name}.biases"]
        parts = {
            part: sparse.csr_matrix(
                (
                    stored[f"{name}.{part}.data"].astype(np.float32),
                    stored[f"{name}.{part}.indices"].astype(np.int32),
                    stored[f"{name}.{part}.indptr"],
                ),
                shape=shape,
            )
            for part, shape in (
                ("texts", (len(owners), len(tokens))),
                ("by_token", (len(tokens), len(biases))),
            )
        }
        space = TfidfSpace(view, tokens, stored[f"{name}.idf"])
        scorers[name] = Scorer(space, parts["texts"], owners, parts["by_token"], biases)
    return Index(scorers, _texts(stored["jamo"]), owners)


def _letters(texts: Sequence[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(texts).encode(), dtype=np.uint8)


def _texts(letters: npt.NDArray[np.uint8]) -> list[str]:
    return letters.tobytes().decode().split("\n")
