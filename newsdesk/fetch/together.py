"""Many addresses at once, in a thread with a loop of its own: a slow one holds up no other one, nor whoever takes the answers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing, suppress
from queue import Empty, SimpleQueue
from time import monotonic

from newsdesk.fetch.answer import Outcome, Outcomes, Wanted
from newsdesk.fetch.settings import FetchSettings
from newsdesk.system.background import Cancelled

_LOOK_SECONDS = 0.05
"""How often a waiting caller looks whether it was cancelled."""


class Fetching:
    """Addresses that are being asked. More of them may come at any time; they are asked on while the caller is busy.

    Blocks: for a thread that draws no screen. Closing it ends what is under way.
    """

    def __init__(self, settings: FetchSettings) -> None:
        """Begin; nothing is asked yet."""
        # Here, where somebody is about to wait anyway: aiohttp takes longer to import than all of newsdesk.
        import asyncio  # noqa: PLC0415

        from newsdesk.fetch.client import ask_as_they_come  # noqa: PLC0415

        self.under_way = 0
        """Those whose outcome was not taken yet."""
        self._outcomes: Outcomes = SimpleQueue()
        self._coming: asyncio.Queue[Wanted] = asyncio.Queue()
        self._loop = asyncio.new_event_loop()
        self._task = self._loop.create_task(ask_as_they_come(self._coming, settings, self._outcomes))
        self._thread = threading.Thread(target=self._work, name="newsdesk fetching", daemon=True)
        self._thread.start()

    def ask(self, wanted: Iterable[Wanted]) -> None:
        """Ask these, too."""
        for one in wanted:
            self.under_way += 1
            with suppress(RuntimeError):  # the loop came to its end: `next` says why
                self._loop.call_soon_threadsafe(self._coming.put_nowait, one)

    def next(self, cancelled: Callable[[], bool], seconds: float | None = None) -> tuple[Wanted, Outcome] | None:
        """The next outcome, in no order; None when none came within so many seconds.

        Raises:
            Cancelled: `cancelled()` became true.
        """
        until = None if seconds is None else monotonic() + seconds
        while True:
            if cancelled():
                raise Cancelled
            wait = _LOOK_SECONDS if until is None else min(_LOOK_SECONDS, max(0.0, until - monotonic()))
            try:
                outcome = self._outcomes.get(timeout=wait)
            except Empty:
                if until is not None and monotonic() >= until:
                    return None
                continue
            if isinstance(outcome, BaseException):
                raise outcome
            self.under_way -= 1
            return outcome

    def close(self) -> None:
        """End what is under way."""
        if self._thread.is_alive():
            with suppress(RuntimeError):  # it came to its end meanwhile
                self._loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join()

    def _work(self) -> None:
        """The thread's whole life."""
        try:
            self._loop.run_until_complete(self._task)
        except BaseException as error:  # noqa: BLE001 - it is the caller's, who waits for it
            self._outcomes.put(error)
        finally:
            self._loop.close()


def fetch_all(
    wanted: Sequence[Wanted], settings: FetchSettings, cancelled: Callable[[], bool]
) -> Generator[tuple[Wanted, Outcome]]:
    """Ask them all; each outcome as it comes, in no order. Whoever stops taking them closes the generator.

    Raises:
        Cancelled: `cancelled()` became true.
    """
    if not wanted:
        return
    with closing(Fetching(settings)) as fetching:
        fetching.ask(wanted)
        while fetching.under_way:
            if (outcome := fetching.next(cancelled)) is not None:
                yield outcome
