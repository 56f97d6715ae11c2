import subprocess
import sys
from pathlib import Path

import pytest

from eval import memory
from eval.memory import resident_mb


def test_a_process_with_an_interpreter_holds_some_memory() -> None:
    assert 10 < resident_mb() < 100_000


def test_memory_that_is_taken_is_seen() -> None:
    # A process of its own, since this one may have memory left over from other tests.
    check = (
        "from eval.memory import resident_mb; before = resident_mb();"
        " taken = bytearray(b'1') * 50_000_000; print(resident_mb() - before)"
    )
    root = Path(__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", check], cwd=root, capture_output=True, text=True, check=True)
    assert 40 < float(run.stdout) < 60


def test_where_the_system_does_not_tell_the_most_ever_held_stands_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = resident_mb()
    monkeypatch.setattr(memory, "_STATUS", tmp_path / "none")
    assert resident_mb() >= now * 0.9
