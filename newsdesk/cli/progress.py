"""Long work at the command line: how far it is, and Ctrl+C, which ends it after what is being stored."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from types import FrameType

from newsdesk.cli.outcome import printable
from newsdesk.fetch import is_address


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


class Progress:
    """A line of a terminal that says what is being read; nothing where there is no terminal."""

    def __init__(self, seconds: float) -> None:
        """A file is read for so many seconds at most."""
        self._most = seconds
        self._words = ""
        self._is_file = False
        self._begun = self._drawn = monotonic()
        self._shown = 0

    def __call__(self, done: int, total: int, name: str) -> None:
        """This one is read now: shown at once where there are several, else once it takes its time."""
        self._words = f"Reading {done + 1} of {total}: {name}" if total > 1 else f"Reading {name}"
        self._is_file = not is_address(name)
        self._begun = self._drawn = monotonic()
        if total > 1:
            self._draw("")

    def while_waiting(self, cancelled: Callable[[], bool]) -> Callable[[], bool]:
        """The same as `cancelled`, which whoever waits asks again and again: how long it takes is shown meanwhile."""

        def look() -> bool:
            now = monotonic()
            if self._words and now - self._drawn >= 1:
                self._drawn = now
                most = f" of at most {self._most:g} s" if self._is_file else ""
                self._draw(f", {int(now - self._begun)} s{most}")
            return cancelled()

        return look

    def clear(self) -> None:
        """Leave nothing of it."""
        if self._shown:
            sys.stderr.write("\r" + " " * 2 * self._shown + "\r")  # characters of two cells may have taken as many
            sys.stderr.flush()

    def _draw(self, time: str) -> None:
        if not sys.stderr.isatty():
            return
        # Half the width: a character may take two cells, and a line that is broken is not cleared as a whole.
        room = max(20, shutil.get_terminal_size().columns // 2)
        words = printable(self._words)[: max(1, room - len(time))] + time
        sys.stderr.write("\r" + words[:room].ljust(room))
        sys.stderr.flush()
        self._shown = room


@contextmanager
def progress_line(seconds: float) -> Iterator[Progress]:
    """Gives what shows the progress of reading, in a line that is gone at the end. A file is read for so many seconds at most."""
    progress = Progress(seconds)
    try:
        yield progress
    finally:
        progress.clear()
