"""A program in a terminal of its own: a pseudo-terminal read by pyte, as a person would read the screen."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import pyte

import newsdesk

COLUMNS, LINES = 80, 24
PATIENCE = 30.0
"""Seconds until a screen that does not come is a failure; far more than a slow machine needs."""
_LOOK_EVERY_SECONDS = 0.05
"""A program that ends without a last word makes nothing to read: how often to ask whether it has ended."""
_MODES = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_PICTURE = 2026
"""The private mode that stands around each whole picture of the screen, for terminals that say they know it."""
_ASKED = b"\x1b[?%d$p" % _PICTURE
"""The question whether the terminal knows it."""


def environment(**more: str) -> dict[str, str]:
    """The test's own environment for a newsdesk in another process, wherever that process starts."""
    found = {name: value for name, value in os.environ.items() if name not in {"TMUX", "TMUX_PANE", "LINES", "COLUMNS"}}
    return found | {"PYTHONPATH": str(Path(newsdesk.__file__).parent.parent), "TZ": "UTC"} | more


class Terminal:
    """Runs `python -m newsdesk` with these arguments; what it draws is read whenever somebody waits for something.

    What waits for words sees whole pictures only: in half a picture words may be gone that only move.
    """

    def __init__(
        self,
        *arguments: str,
        folder: Path,
        size: tuple[int, int] = (COLUMNS, LINES),
        program: Sequence[str] = ("-m", "newsdesk"),
    ) -> None:
        self.received = bytearray()
        """Every byte that the program sent to the terminal."""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._ours, self._theirs = os.openpty()
        self._is_gone = False
        self._lines = [""] * size[1]
        self._text: str | None = None
        termios.tcsetwinsize(self._theirs, size[::-1])
        self.settings_before = termios.tcgetattr(self._theirs)
        """Echo, line editing and the like, as the program found them."""
        self._process = subprocess.Popen(
            [sys.executable, *program, *arguments],
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            cwd=folder,
            env=environment(),
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        if not self._is_gone:
            self._close()

    def _close(self) -> None:
        self._is_gone = True
        os.close(self._ours)
        os.close(self._theirs)

    @property
    def text(self) -> str:
        """The screen, a line a line."""
        if self._text is None:
            # Of what one piece draws most lines are as they were, and pyte would put all of them together.
            columns = range(self._screen.columns)
            for number in self._screen.dirty:
                line = self._screen.buffer[number]
                self._lines[number] = "".join([line[column].data for column in columns]).rstrip()
            self._screen.dirty.clear()
            self._text = "\n".join(self._lines)
        return self._text

    @property
    def settings(self) -> list:
        """Echo, line editing and the like, as they are now."""
        return termios.tcgetattr(self._theirs)

    @property
    def modes(self) -> Mapping[int, bool]:
        """Every private mode that the program ever set or reset, and whether it is set now."""
        return {
            int(mode): switch == b"h" for modes, switch in _MODES.findall(self.received) for mode in modes.split(b";")
        }

    def cpu_seconds(self) -> float:
        """Processor time that the program has taken so far, without its worker process. Linux only."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def press(self, keys: str) -> None:
        """Type these keys."""
        os.write(self._ours, keys.encode())

    def send(self, number: int) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def stops(self) -> None:
        """Wait until the program is stopped and all it drew is read; what is on the screen then is wiped away."""
        how = os.WSTOPPED | os.WNOHANG | os.WNOWAIT
        self.until(lambda: os.waitid(os.P_PID, self._process.pid, how) is not None, "the program stopped")
        while self._read(0):
            pass
        self._screen.reset()
        self._text = None

    def hang_up(self) -> int:
        """Take the terminal away, without a signal; the program's exit code once it has ended for that."""
        self._close()
        return self._process.wait(PATIENCE)

    def shows(self, *words: str) -> None:
        """Wait until all these words are on the screen."""
        self.until(lambda: self._is_whole and all(one in self.text for one in words), f"{words} on the screen")

    def hides(self, words: str) -> None:
        """Wait until these words are no longer on the screen."""
        self.until(lambda: self._is_whole and words not in self.text, f"{words!r} gone from the screen")

    @property
    def _is_whole(self) -> bool:
        """Whether no picture is half read."""
        begun, ended = (self.received.rfind(b"\x1b[?%d%c" % (_PICTURE, switch)) for switch in b"hl")
        return begun <= ended

    def ends(self) -> int:
        """Wait until the program has ended and all it drew is read; its exit code."""
        self.until(lambda: self._process.poll() is not None, "the end of the program")
        while self._read(0):
            pass
        return self._process.returncode

    def until(self, reached: Callable[[], bool], what: str) -> None:
        """Read what the program draws until this is so."""
        deadline = time.monotonic() + PATIENCE
        while not reached():
            if not self._read(_LOOK_EVERY_SECONDS):
                assert self._process.poll() is None or reached(), f"ended before {what}:\n{self.text}"
                assert time.monotonic() < deadline, f"waited in vain for {what}:\n{self.text}"

    def _read(self, seconds: float) -> bool:
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        data = os.read(self._ours, 65536)
        unread = max(
            len(self.received) - len(_ASKED) + 1, 0
        )  # where a question may begin that ends in what has come now
        self.received += data
        for _ in range(self.received.count(_ASKED, unread)):
            os.write(self._ours, b"\x1b[?%d;2$y" % _PICTURE)
        self._stream.feed(data)
        self._text = None
        return True
