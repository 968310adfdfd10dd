"""How soon an open desk shows what another process stored. For information: the target is 200 ms.

Run it from a checkout with the tests' packages: `python benchmarks/another_process.py [TRIES]`. It opens the sample story in
a pseudo-terminal, stores one article after the other from this process, and prints the milliseconds from the moment when
each is on the disk until its headline is on the screen, and what part of a core the desk takes while nothing happens.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from pty_screen import Terminal

from newsdesk import sample
from newsdesk.add import prepare
from newsdesk.read import read
from newsdesk.store import Store

ARTICLE = """Ferry {number} sails again

By Test Reporter

12 May 2025, 15:{number:02} BST

The harbour is open again after a night of storms, and the first ferry left with every seat taken.

The next one is expected to leave before noon, the harbour office said.
"""
SETTLE_SECONDS = 3.0
"""By then the dialogs are imported, too."""
IDLE_SECONDS = 30.0
SETTLED = "TOMORROW"
"""On the screen when everything was found in the sample."""


def add(store: Store, name: str, data: bytes) -> float:
    """Store a file; the moment when it was on the disk."""
    story = store.load()
    reading = prepare(read(data, name=name, origin=name), story.sources, story.posts, None, datetime.now(UTC)).reading
    store.add(reading.source, reading.posts)
    return time.perf_counter()


def main() -> None:
    tries = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"HOME": folder, "XDG_DATA_HOME": folder, "TERM": "xterm-256color"}
        path = Path(folder) / "story.jsonl"
        took = []
        with Store.open(path) as store:
            for name, data in sample.files():
                add(store, name, data)
            with Terminal("--store", str(path), folder=Path(folder)) as terminal:
                terminal.shows(SETTLED)
                time.sleep(SETTLE_SECONDS)
                before = terminal.cpu_seconds()
                time.sleep(IDLE_SECONDS)
                idle = (terminal.cpu_seconds() - before) / IDLE_SECONDS
                for number in range(tries):
                    stored = add(store, f"{number}.txt", ARTICLE.format(number=number).encode())
                    terminal.shows(f"Ferry {number} ")
                    terminal.press("g")
                    took.append((time.perf_counter() - stored) * 1000)
                terminal.press("q")
                terminal.ends()
    print(f"{median(took):6.0f} ms  median, {max(took):.0f} ms worst of {tries}")
    print(f"{idle:6.2%}  of a core while nothing happens")


if __name__ == "__main__":
    main()
