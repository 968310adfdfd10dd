"""The desk stopped and continued: with Ctrl+Z, by a signal from elsewhere, by a closed lid."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from types import FrameType
from typing import Any

from textual.app import App

_A_JUMP = timedelta(seconds=2)
"""More than a busy machine makes of a fraction of a second."""


class Suspension:
    """Tells when the application was continued, and keeps the terminal as it was found until then.

    Textual leaves the terminal when it is told to stop, and goes back to it when it is continued. Where it was stopped
    without being told, it would go there a second time: two threads would read the keys, and the terminal would be left
    behind as the desk has it. And it would leave the terminal right in the handler of the signal, in the middle of
    whatever was running: of a write, whose lock the last writes would then wait for without end.
    """

    def __init__(self, app: App[Any], continued: Callable[[], None]) -> None:
        """Once the application has its terminal: `continued` is called in its loop."""
        self._told = False
        self._continued = continued
        app.app_resume_signal.subscribe(app, self._resumed)
        with suppress(ValueError):  # this is not the main thread
            stop, go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
            if callable(stop) and callable(go_on):
                self._stop, self._go_on = stop, go_on
                self._loop = asyncio.get_running_loop()
                signal.signal(signal.SIGTSTP, self._on_stop)
                signal.signal(signal.SIGCONT, self._on_continue)

    def _on_stop(self, number: int, frame: FrameType | None) -> None:
        with suppress(RuntimeError):  # the application has just ended
            self._loop.call_soon_threadsafe(self._leave, number, frame)

    def _leave(self, number: int, frame: FrameType | None) -> None:
        self._told = True
        self._stop(number, frame)

    def _on_continue(self, number: int, frame: FrameType | None) -> None:
        if self._told:
            self._go_on(number, frame)  # and the application says so itself, as soon as it has the terminal
        else:
            with suppress(RuntimeError):  # the application has just ended
                self._loop.call_soon_threadsafe(self._continued)

    def _resumed(self, _: App[Any]) -> None:
        self._told = False
        self._continued()


class JumpWatch:
    """Sees that the wall clock has not gone on as usual: the machine slept, the program was stopped, or somebody set it."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        """`now` is the wall clock, aware."""
        self._now = now
        self._last = now()

    def jumped(self) -> bool:
        """Whether it did since this was asked the last time, a fraction of a second ago."""
        before, self._last = self._last, self._now()
        return abs(self._last - before) > _A_JUMP
