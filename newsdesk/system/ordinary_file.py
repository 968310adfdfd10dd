"""Reading a whole file that the user named, where it is one: a pipe or a device may have no end, and nobody may write to it."""

from __future__ import annotations

import errno
import stat
from pathlib import Path


def ordinary_bytes(path: Path) -> bytes:
    """What stands in an ordinary file, links followed. Pipes, devices and the like are never opened.

    Raises:
        OSError: it is none, or it cannot be read; `strerror` says so to a person.
        ValueError: no file can have this name.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # a folder says itself that it is one
        raise OSError(errno.EINVAL, "it is no ordinary file but a pipe or a device")
    return path.read_bytes()
