"""No evaluation question equals, or nearly equals, anything that the bot learns from."""

import json
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.reader import read_catalog
from chatbot.knowledge.signpost import Signpost
from chatbot.knowledge.translated import translated
from chatbot.text.jamo import to_jamo
from chatbot.text.normalization import comparison_key

ROOT = Path(__file__).parents[2]
SETS = sorted((ROOT / "eval" / "sets").rglob("*.jsonl"))
SAME = 90
"""Likeness of two questions' jamo, in percent, from which they count as nearly the same. Short keyword
queries ("여권 사진 규격") are everybody's words, so they are held only to being equal."""
KEYWORDS = 12


@pytest.fixture(scope="module")
def city() -> Catalog:
    catalog = read_catalog(ROOT / "knowledge").catalog
    assert catalog is not None
    return catalog


def texts_of(catalog: Catalog) -> dict[str, str]:
    targets: list[Entry | Signpost] = [*catalog.entries.values(), *catalog.signposts]
    return {comparison_key(text): target.id for target in targets for text in target.texts}


@pytest.fixture(scope="module")
def learned(city: Catalog) -> dict[str, str]:
    """What the bot learns from, in every language at once: none may hold a question of any set."""
    spoken = (translated(city, language) for language in city.languages.values())
    return {key: owner for catalog in (city, *spoken) for key, owner in texts_of(catalog).items()}


def questions(path: Path) -> list[str]:
    """Return what is asked; of a dialogue the first turn, since the others lean on it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line) for line in lines]
    return [item["turns"][0]["utterance"] if "turns" in item else item["utterance"] for item in asked]


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_no_question_is_one_that_the_bot_learns_from(path: Path, learned: dict[str, str]) -> None:
    assert [text for text in questions(path) if comparison_key(text) in learned] == []


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_no_question_is_nearly_one_that_the_bot_learns_from(path: Path, learned: dict[str, str]) -> None:
    asked = [text for text in questions(path) if len(comparison_key(text)) > KEYWORDS]
    keys = [to_jamo(comparison_key(text)) for text in asked]
    known = [to_jamo(key) for key in learned]
    likeness = process.cdist(keys, known, scorer=fuzz.ratio, score_cutoff=SAME, workers=-1)
    near = [(asked[row], list(learned)[column]) for row, column in zip(*likeness.nonzero(), strict=True)]
    assert near == []


def test_no_question_stands_in_two_sets() -> None:
    seen: dict[str, str] = {}
    for path in SETS:
        for text in questions(path):
            key = comparison_key(text)
            assert key not in seen, f"{text} is in {seen.get(key)} and in {path.stem}"
            seen[key] = path.stem
