"""Told by the system that something was written in a folder: at once, and at no cost while nothing is.

watchdog knows how each system tells it. Where none does (a network drive, too many programs that watch), nothing is told:
whoever must know looks now and then by itself.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent

_NOBODY = logging.NullHandler()


class FolderWatch:
    """Watches the files of one folder, not those of the folders in it, from `__enter__` to `__exit__`."""

    def __init__(self, folder: Path, told: Callable[[str], None]) -> None:
        """`told` is called with the name of a file that was written or came, in a thread of the watch; it must not take long."""
        # 60 ms, which nobody should pay who has nothing to watch.
        from watchdog.events import FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileSystemEventHandler
        from watchdog.observers import Observer

        # It warns of a watch that ends while something is written, and that would stand on the terminal of who quits.
        logging.getLogger("watchdog").addHandler(_NOBODY)

        class Handler(FileSystemEventHandler):
            def on_any_event(self, event: FileSystemEvent) -> None:
                told(os.path.basename(os.fsdecode(event.dest_path or event.src_path)))  # noqa: PTH119  # for each write

        self._observer = Observer()
        # Reading is none of these events: whoever is told reads.
        self._observer.schedule(
            Handler(), str(folder), event_filter=[FileCreatedEvent, FileModifiedEvent, FileMovedEvent]
        )
        self._observer.daemon = True

    def __enter__(self) -> Self:
        with suppress(OSError):
            self._observer.start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(RuntimeError):  # it never started
            self._observer.stop()
