"""Small files kept beside a story and replaced as a whole: a crash leaves the one before, and nobody ever reads half of one.

They lie where others may write, too: what is read is a file of its own, and no larger than one of ours.
"""

from __future__ import annotations

import json
import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import time
from typing import Any, BinaryIO

CAUTION = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
"""For opening what may be anything: somebody else's link is not followed, and a pipe is not waited for."""

_LARGEST = 32 << 20
"""Bytes; a larger file is none of ours."""
_FRESH = ".new"
_NAME_BYTES = 8
_WRITTEN_WITHIN_SECONDS = 3600
"""Whoever still writes a file after so long was killed."""


def beside(story: Path, suffix: str) -> Path:
    """Where such a file stands: beside the story, under its whole name and the suffix."""
    return story.with_name(story.name + suffix)


def read_beside(story: Path, suffix: str, largest: int = _LARGEST) -> Any:
    """What the file that stands beside the story holds as JSON.

    Raises:
        OSError: there is none, or it is larger than so many bytes.
        ValueError, RecursionError: it is no JSON.
    """
    with open_beside(story, suffix) as file:
        content = file.read(largest + 1)
    if len(content) > largest:
        raise OSError("larger than one of ours")
    return json.loads(content)


def open_beside(story: Path, suffix: str) -> BinaryIO:
    """The same, to be read bit by bit.

    Raises:
        OSError: there is none.
    """
    descriptor = os.open(beside(story, suffix), os.O_RDONLY | CAUTION)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError("not a regular file")
    return os.fdopen(descriptor, "rb")


def keep_beside(story: Path, suffix: str, value: object, default: Callable[[Any], str] | None = None) -> None:
    """Put this as JSON in the place of the file that stands beside the story; see `replace_beside`.

    `default` writes what JSON has no form for.

    Raises:
        OSError: the story is gone, or its folder takes no file.
    """
    replace_beside(story, suffix, (json.dumps(value, default=default) + "\n").encode())


def replace_beside(story: Path, suffix: str, content: bytes) -> None:
    """Put this in the place of the file that stands beside the story.

    It is as private as the story. Each process writes under a name that nobody can foresee; nothing that stands there,
    be it somebody else's link, is written through. What a process that was killed had begun to write is removed by a later one.

    Raises:
        OSError: the story is gone, or its folder takes no file.
    """
    mode = stat.S_IMODE(story.stat().st_mode) & 0o666
    path = beside(story, suffix)
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(_NAME_BYTES)}{_FRESH}")
    write_fresh(fresh, content, mode)
    try:
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    _remove_begun(path)


def _remove_begun(path: Path) -> None:
    """Remove what processes that were killed had begun to write for this file."""
    length = len(path.name) + len(".") + 2 * _NAME_BYTES + len(_FRESH)
    with suppress(OSError), os.scandir(path.parent) as entries:
        for entry in entries:
            begun = len(entry.name) == length and entry.name.startswith(f"{path.name}.") and entry.name.endswith(_FRESH)
            if begun and time() - entry.stat(follow_symlinks=False).st_mtime > _WRITTEN_WITHIN_SECONDS:
                Path(entry.path).unlink(missing_ok=True)


def write_fresh(path: Path, content: bytes, mode: int) -> None:
    """Write a file that was not there, and wait for the disk; of one that cannot be written whole nothing is left.

    Raises:
        OSError: something of that name exists, be it a link, or the folder or the disk takes no file.
        ValueError: no file can have this name.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
