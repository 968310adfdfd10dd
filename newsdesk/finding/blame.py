"""Telling over which of many posts work fails that is done with all of them."""

from __future__ import annotations

from collections.abc import Callable

MOST = 20
"""Posts that are told so, each of which takes a dozen attempts; where more fail, it is no fault of single posts."""


def error_in(work: Callable[[], object]) -> str:
    """The kind of the error that the work ends in, as Python names it; empty where it ends in none.

    Raises:
        MemoryError: there is too little for it, whatever it is about.
    """
    try:
        work()
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        return type(error).__name__
    return ""


def first_failing(most: int, work_with: Callable[[int], object]) -> tuple[int, str] | None:
    """Which one it is, from 1, with which the work fails and with those before it does not; and the error.

    Found by halving: of those that fail together it is the last.

    Args:
        most: how many there are.
        work_with: does the work with so many of them, the first ones.

    Returns:
        None where the work fails with none of them, or not with all.
    """
    good, bad = 0, most
    if error_in(lambda: work_with(good)) or not (told := error_in(lambda: work_with(bad))):
        return None
    while bad - good > 1:
        middle = (good + bad) // 2
        if error := error_in(lambda: work_with(middle)):  # noqa: B023 - it is called here
            bad, told = middle, error
        else:
            good = middle
    return bad, told
