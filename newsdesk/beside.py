"""Small files kept beside a story and replaced as a whole: a crash leaves the one before, and nobody ever reads half of one."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path


def replace_beside(story: Path, suffix: str, content: bytes) -> None:
    """Put this in the place of the file that stands beside the story, under its whole name and the suffix.

    It is as private as the story. Each process writes under a name that nobody can foresee; nothing that stands there,
    be it somebody else's link, is written through.

    Raises:
        OSError: the story is gone, or its folder takes no file.
    """
    mode = stat.S_IMODE(story.stat().st_mode) & 0o666
    path = story.with_name(story.name + suffix)
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(8)}.new")
    write_fresh(fresh, content, mode)
    try:
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


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
