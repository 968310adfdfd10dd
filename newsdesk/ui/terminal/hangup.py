"""A terminal that is gone: its window was closed, or the connection to it broke. Only the terminal that controls a program tells it by a signal."""

from __future__ import annotations

import select
import sys
from contextlib import suppress
from typing import IO, Any

from textual.driver import Driver


def is_hung_up() -> bool:
    """Whether nobody can type any longer into what the program reads its keys from: Textual would go on asking for keys without a rest."""
    if not hasattr(select, "poll"):
        return False
    try:
        asked = select.poll()
        asked.register(sys.__stdin__ or 0, 0)
        return any(told & select.POLLHUP for _, told in asked.poll(0))
    except (OSError, ValueError):  # closed, or no file at all
        return False


class _Outlived:
    """A terminal to write to. What it does not take any longer is lost in silence."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()


def outliving(driver: type[Driver]) -> type[Driver]:
    """The same driver, but one that goes on when its terminal is gone.

    Textual's own thread of writes ends there, and the screen's thread waits for ever for the writes that it still has.
    """

    class Outliving(driver):  # type: ignore[valid-type,misc]  # which one it is depends on the platform
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            if (file := getattr(self, "_file", None)) is not None:
                self._file = _Outlived(file)

    return Outliving
