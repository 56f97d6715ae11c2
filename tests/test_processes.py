import os
import threading
from collections.abc import Iterator

import pytest

from chatbot import processes
from chatbot.processes import map_forked


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def process_of(_: object) -> int:
    return os.getpid()


def test_results_come_in_the_order_of_the_items() -> None:
    assert map_forked(lambda number: number * number, range(20)) == [number * number for number in range(20)]


def test_the_work_is_done_in_other_processes() -> None:
    assert os.getpid() not in map_forked(process_of, range(4))


def test_what_is_in_memory_need_not_travel() -> None:
    unfit_for_pickling = threading.Lock()
    assert map_forked(lambda number: (number, unfit_for_pickling.locked()), [1, 2]) == [
        (1, False),
        (2, False),
    ]


def test_beside_another_thread_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert map_forked(process_of, range(4)) == [os.getpid()] * 4


def test_on_one_core_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert map_forked(process_of, range(4)) == [os.getpid()] * 4


@pytest.mark.parametrize("items", [[], [1]])
def test_one_item_or_none_is_not_worth_a_fork(items: list[int]) -> None:
    assert map_forked(process_of, items) == [os.getpid() for _ in items]


def test_a_forked_process_does_not_fork_again() -> None:
    for parent, children in map_forked(lambda _: (os.getpid(), map_forked(process_of, range(2))), range(2)):
        assert children == [parent, parent]


def test_an_error_comes_back() -> None:
    def fail(number: int) -> Iterator[int]:
        raise ValueError(f"no {number}")

    with pytest.raises(ValueError, match="no 1"):
        map_forked(fail, [1, 2])
    assert processes._work == []
