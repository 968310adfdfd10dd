"""An event loop whose own work comes before that of the threads beside it."""

from __future__ import annotations

import asyncio
import selectors
import sys

WAITING_SECONDS = 0.001
"""How long a thread that works beside the screen may keep it waiting; Python's own 5 ms can be felt, several to a key."""
WORKING_SECONDS = 0.016
"""How long the screen keeps them waiting once it works: no piece of its work is to take longer, and each is done in one go."""


class _Selector(selectors.DefaultSelector):
    """Has threads take turns by one measure while the loop waits for something, and by another while it works.

    Python has one for all threads. A short one lets a thread beside take every other turn from a picture that is being drawn, which
    takes twice as long then; a long one lets it keep a key waiting.
    """

    def __init__(self) -> None:
        super().__init__()
        self._before = sys.getswitchinterval()

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Wait, as every selector does."""
        sys.setswitchinterval(WAITING_SECONDS)
        try:
            return super().select(timeout)
        finally:
            sys.setswitchinterval(WORKING_SECONDS)

    def close(self) -> None:
        """Let threads take turns as before."""
        super().close()
        sys.setswitchinterval(self._before)


def screen_first() -> asyncio.AbstractEventLoop:
    """The loop, to be closed by whoever runs it."""
    return asyncio.SelectorEventLoop(_Selector())
