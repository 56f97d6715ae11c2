"""Shares work between processor cores. The only module that knows multiprocessing."""

import os
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

# In a forked process: what it was forked to do.
_work: list[Callable[[Any], Any]] = []


def map_forked(function: Callable[[ItemT], ResultT], items: Iterable[ItemT]) -> list[ResultT]:
    """Return what a function makes of each item, in their order.

    Each core works in a fork of this process, which shares all that is in memory, the tokenizer above all,
    without copying it. Items and results travel, so they must be fit for pickling; the function need not be.
    Where a fork is not safe, because another thread may hold a lock, or not worth while, this process does
    the work by itself.
    """
    waiting = list(items)
    cores = min(len(os.sched_getaffinity(0)), len(waiting))
    if cores < 2 or _work or threading.active_count() > 1:
        return [function(item) for item in waiting]
    with ProcessPoolExecutor(cores, get_context("fork"), _work.append, (function,)) as pool:
        return list(pool.map(_do, waiting))


def _do(item: Any) -> Any:
    return _work[0](item)
