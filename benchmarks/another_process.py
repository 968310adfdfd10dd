"""How soon an open desk shows what another process stored. For information: the target is 200 ms.

Run it from a checkout with the tests' packages: `python benchmarks/another_process.py [TRIES] [POSTS]`. It opens the sample
story, with a live page of so many posts beside it, in a pseudo-terminal, stores one article after the other from this process,
and prints the milliseconds from the moment when each is on the disk until its headline is on the screen, and what part of a
core the desk takes while nothing happens. In a long story it waits in between until the facts of the one before are found.
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
from stores import posts as page_posts

from newsdesk import sample
from newsdesk.intake.dating import prepare
from newsdesk.model import Post, PrintedTime, Source, SourceKind
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


def add_page(store: Store, count: int) -> None:
    """A live page of this many posts, one a minute over ten days before the sample's own."""
    posts = []
    for number, fields in enumerate(page_posts(count)):
        day, minute = divmod(number * 14_400 // count, 1440)
        hour, minute = divmod(minute, 60)
        printed = PrintedTime(f"{hour}:{minute:02} BST", 2025, 5, day + 1, hour, minute, "BST", 60)
        byline = {name: fields[name] for name in ("byline_name", "byline_role")}
        posts.append(Post(number + 1, fields["text"], headline=fields["headline"], printed_time=printed, **byline))
    store.add(Source(SourceKind.LIVE_PAGE, "/pages/harbour.html"), posts)


def main() -> None:
    tries = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    pause = count / 1000
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"HOME": folder, "XDG_DATA_HOME": folder, "TERM": "xterm-256color"}
        path = Path(folder) / "story.jsonl"
        took = []
        with Store.open(path) as store:
            for name, data in sample.files():
                add(store, name, data)
            if count:
                add_page(store, count)
            with Terminal("--store", str(path), folder=Path(folder)) as terminal:
                terminal.shows(SETTLED)
                time.sleep(SETTLE_SECONDS + 2 * pause)
                before = terminal.cpu_seconds()
                time.sleep(IDLE_SECONDS)
                idle = (terminal.cpu_seconds() - before) / IDLE_SECONDS
                for number in range(tries):
                    stored = add(store, f"{number}.txt", ARTICLE.format(number=number).encode())
                    terminal.shows(f"Ferry {number} ")
                    terminal.press("g")
                    took.append((time.perf_counter() - stored) * 1000)
                    time.sleep(pause)
                terminal.press("q")
                terminal.ends()
    print(f"{median(took):6.0f} ms  median, {max(took):.0f} ms worst of {tries}")
    print(f"{idle:6.2%}  of a core while nothing happens")


if __name__ == "__main__":
    main()
