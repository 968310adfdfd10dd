"""Long work at the command line: how far it is, and Ctrl+C, which ends it after what is being stored."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from newsdesk.cli.outcome import printable


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Gives what tells whether Ctrl+C was pressed: what is being stored then is stored whole. Pressed again it ends at once."""
    pressed = False

    def note(_number: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: pressed
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def progress_line() -> Iterator[Callable[[int, int, str], None]]:
    """Gives what shows the progress of several things, on a terminal alone, in a line that is gone at the end."""
    shown = 0

    def show(done: int, total: int, name: str) -> None:
        nonlocal shown
        if total > 1 and sys.stderr.isatty():
            # Half the width: a character may take two cells, and a line that is broken is not cleared as a whole.
            room = max(20, shutil.get_terminal_size().columns // 2)
            sys.stderr.write("\r" + printable(f"Reading {done + 1} of {total}: {name}")[:room].ljust(room))
            sys.stderr.flush()
            shown = room

    try:
        yield show
    finally:
        if shown:
            sys.stderr.write("\r" + " " * 2 * shown + "\r")  # characters of two cells may have taken as many
            sys.stderr.flush()
