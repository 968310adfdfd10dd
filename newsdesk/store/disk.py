"""The few things that are asked of the operating system, so that a line is on the disk when we say so."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CHUNK = 1 << 20
"""Bytes read at a time."""


class FileStatus(NamedTuple):
    """What one `stat` tells of a file; equal means that nothing has happened to it."""

    device: int
    inode: int
    size: int
    modified: int

    @classmethod
    def of(cls, result: os.stat_result) -> FileStatus:
        """The part of a `stat` that counts."""
        return cls(result.st_dev, result.st_ino, result.st_size, result.st_mtime_ns)


def append_durably(descriptor: int, data: bytes) -> None:
    """Write all of it and wait for the disk. The file must be open for appending."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    wait_for_disk(descriptor)


def wait_for_disk(descriptor: int) -> None:
    """Wait until the disk has what was written, and the file's new size. macOS has no fdatasync; fsync does that and a little more."""
    getattr(os, "fdatasync", os.fsync)(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some file systems have nothing to wait for and say so
            raise
    finally:
        os.close(descriptor)


def read_at(descriptor: int, offset: int, size: int) -> bytes:
    """That many bytes, fewer at the file's end."""
    os.lseek(descriptor, offset, os.SEEK_SET)
    parts: list[bytes] = []
    while size > 0 and (part := os.read(descriptor, size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def chunks_from(descriptor: int, offset: int) -> Iterator[bytes]:
    """Everything behind an offset, a chunk at a time. Nothing else may move the descriptor meanwhile."""
    os.lseek(descriptor, offset, os.SEEK_SET)
    while chunk := os.read(descriptor, CHUNK):
        yield chunk
