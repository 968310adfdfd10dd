"""Many addresses at once, in a thread with a loop of its own: a slow one holds up no other one, nor whoever takes the answers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue

from newsdesk.background import Cancelled
from newsdesk.fetch.answer import Outcome, Outcomes, Wanted
from newsdesk.fetch.settings import FetchSettings

_LOOK_SECONDS = 0.05
"""How often a waiting caller looks whether it was cancelled."""


def fetch_all(
    wanted: Sequence[Wanted], settings: FetchSettings, cancelled: Callable[[], bool]
) -> Generator[tuple[Wanted, Outcome]]:
    """Ask them all; each outcome as it comes, in no order. They are asked on while the caller is busy with one.

    Blocks: for a thread that draws no screen. Whoever stops taking outcomes closes the generator, which ends what is
    under way.

    Raises:
        Cancelled: `cancelled()` became true.
    """
    if not wanted:
        return
    # Here, where somebody is about to wait anyway: aiohttp takes longer to import than all of newsdesk.
    import asyncio  # noqa: PLC0415

    from newsdesk.fetch.client import ask_all  # noqa: PLC0415

    outcomes: Outcomes = SimpleQueue()
    loop = asyncio.new_event_loop()
    task = loop.create_task(ask_all(wanted, settings, outcomes))

    def work() -> None:
        try:
            loop.run_until_complete(task)
        except BaseException as error:  # noqa: BLE001 - it is the caller's, who waits for it
            outcomes.put(error)
        finally:
            loop.close()

    thread = threading.Thread(target=work, name="newsdesk fetching", daemon=True)
    thread.start()
    try:
        for _ in wanted:
            while True:
                if cancelled():
                    raise Cancelled
                try:
                    outcome = outcomes.get(timeout=_LOOK_SECONDS)
                except Empty:
                    continue
                break
            if isinstance(outcome, BaseException):
                raise outcome
            yield outcome
    finally:
        if thread.is_alive():
            with suppress(RuntimeError):  # it came to its end meanwhile
                loop.call_soon_threadsafe(task.cancel)
        thread.join()
