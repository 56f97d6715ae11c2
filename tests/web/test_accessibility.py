"""The table of KWCAG 2.2 is whole, and every test that it names exists."""

import re
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
_ROWS = re.findall(
    r"^\| (\d\.\d\.\d) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$",
    (_HERE.parents[1] / "web" / "ACCESSIBILITY.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)
_TESTS = {
    name
    for path in _HERE.glob("test_*.py")
    for name in re.findall(r"def (test_\w+)\(", path.read_text("utf-8"))
}
_GUIDELINES = {
    "5.1": 1, "5.2": 1, "5.3": 3, "5.4": 4,
    "6.1": 4, "6.2": 2, "6.3": 1, "6.4": 4, "6.5": 4,
    "7.1": 1, "7.2": 2, "7.3": 4,
    "8.1": 1, "8.2": 1,
}  # fmt: skip


def test_the_table_holds_all_33_checkpoints_in_their_order() -> None:
    expected = [f"{guide}.{number + 1}" for guide, count in _GUIDELINES.items() for number in range(count)]
    assert len(expected) == 33
    assert [row[0] for row in _ROWS] == expected


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row[0])
def test_every_checkpoint_says_how_and_names_tests_that_exist(row: tuple[str, str, str, str]) -> None:
    _, _, how, tests = row
    assert how.endswith(".")
    named = re.findall(r"`(\w+)`", tests)
    assert named
    assert set(named) <= _TESTS
