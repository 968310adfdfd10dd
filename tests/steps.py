"""How many steps something takes, counted and not timed: the same on every machine, however busy it is."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(work: Callable[[], object]) -> int:
    """Lines of Python that are run, and functions that are called, those written in C as well."""
    count = 0

    def line(frame: FrameType, event: str, value: Any) -> Any:
        nonlocal count
        count += 1
        return line

    def call(frame: FrameType, event: str, value: Any) -> None:
        nonlocal count
        count += 1

    traced, profiled, collected = sys.gettrace(), sys.getprofile(), gc.isenabled()
    gc.disable()  # what other tests left behind takes steps of its own when it goes
    sys.settrace(line)
    sys.setprofile(call)
    try:
        work()
    finally:
        sys.setprofile(profiled)
        sys.settrace(traced)
        if collected:
            gc.enable()
    return count


def assert_linear(work: Callable[[int], object], small: int = 2_000, times: int = 4) -> None:
    """So many times the size takes hardly more than so many times the steps."""
    # What is made once, patterns and tables, is no part of it; some are for long texts alone.
    work(small)
    work(small * times + small)
    few, many = steps(lambda: work(small)), steps(lambda: work(small * times))
    assert many < few * times * 1.25, f"{few} steps for {small}, {many} for {small * times}"
