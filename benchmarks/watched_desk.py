"""The desk, and how long each piece of work keeps the screen's thread. `screen.py` runs it: `watched_desk.py FILE [options of newsdesk]`.

When it is left it writes to FILE, a line for each piece of `LONG` milliseconds or more: when it began on the clock of
`time.perf_counter`, how many milliseconds it took, and how many of them were the thread's own, the others being those of other threads
and programs.
"""

import asyncio
import sys
import time
from pathlib import Path

from newsdesk.cli import main

LONG = 2.0


def watched(arguments: list[str], told: Path) -> int:
    """Run the desk."""
    pieces: list[tuple[float, float, float]] = []
    run = asyncio.events.Handle._run  # noqa: SLF001  # the one place that all work of a loop passes

    def timed(handle: asyncio.events.Handle) -> None:
        began, own = time.perf_counter(), time.thread_time()
        run(handle)
        if (taken := (time.perf_counter() - began) * 1000) >= LONG:
            pieces.append((began, taken, (time.thread_time() - own) * 1000))

    asyncio.events.Handle._run = timed  # type: ignore[method-assign]  # noqa: SLF001
    try:
        return main(arguments)
    finally:
        told.write_text(
            "".join(f"{began:.6f} {taken:.2f} {own:.2f}\n" for began, taken, own in pieces), encoding="ascii"
        )


if __name__ == "__main__":
    sys.exit(watched(sys.argv[2:], Path(sys.argv[1])))
