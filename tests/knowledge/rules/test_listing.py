from pathlib import Path

import pytest

from chatbot.knowledge import rules
from chatbot.knowledge.rules import RULES

MODULES = sorted(path for path in Path(rules.__file__).parent.glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_every_rule_is_listed_under_the_name_of_its_file_and_tested(module: Path) -> None:
    assert module.stem.replace("_", "-") in RULES
    assert (Path(__file__).parent / f"test_{module.stem}.py").is_file()


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_every_rule_says_what_passes_and_what_fails(module: Path) -> None:
    docstring = module.read_text(encoding="utf-8").split('"""')[1]
    assert "\nPasses: " in docstring
    assert "\nFails: " in docstring
