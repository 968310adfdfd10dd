"""Python's search for garbage, put off while many objects are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 1_000


@contextmanager
def making_many_objects(*, to_stay: bool = True) -> Iterator[None]:
    """Make many objects: to look for garbage among them again and again takes longer than to make them.

    Of many that are to stay nothing is garbage later, either: they are left out of every further search, half a second each of a story
    of 100,000 posts, in which nothing can be drawn, and 30 ms where 10,000 posts came just now. What is let go of is freed without, as it
    is in no circle. Where hardly any were made nothing is left out: of what else there is, some is garbage.
    """
    collecting = gc.isenabled()
    gc.disable()
    before = gc.get_count()[0]
    try:
        yield
    finally:
        if collecting:
            if to_stay and gc.get_count()[0] - before > _MANY:
                gc.freeze()
            gc.enable()
