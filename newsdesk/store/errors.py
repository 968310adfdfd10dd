"""What can go wrong with a story's file, each as one line for a person: what happened, to which file, what to do."""

from __future__ import annotations

import errno
from pathlib import Path

from newsdesk.shown_name import shown_name

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class StoreError(Exception):
    """A story cannot be opened, read or written. The message is one line for a person."""


class NotAStoreError(StoreError):
    """The file is something else; it was left untouched."""


class NewerVersionError(StoreError):
    """A later newsdesk wrote the file; it was left untouched."""


class OlderVersionError(StoreError):
    """An earlier newsdesk wrote the file in another format; opening it for writing brings it up to date."""


class SourceGoneError(StoreError):
    """Somebody removed the source. Nothing was written."""


class StoreBusyError(StoreError):
    """Another process held the story's lock for too long. Nothing was written."""


class StoreNotWritableError(StoreError):
    """The story may be opened read-only: the place or the permissions allow no writing."""


def shown(path: Path) -> str:
    """A path as it may stand in a line: a name may hold line breaks, control characters, undecodable bytes."""
    return shown_name(str(path))


def explained(error: OSError, path: Path, doing: str) -> StoreError:
    """The system's error as a line for a person.

    Args:
        error: what the system said.
        path: the story's file.
        doing: "read", "written", "created", "moved" or "deleted".
    """
    name = shown(path)
    code = error.errno
    if code == errno.ENOENT and doing == "created":
        return StoreError(f"{name}: the folder it is to be in is not there; make it, or name another place")
    if code == errno.ENOENT:
        return StoreError(f"{name}: there is no story here; check the path, or add a source to begin one")
    if code in _FULL:
        return StoreError(f"{name}: there is no room left on the disk and this was not stored; free some and try again")
    if code == errno.EISDIR:
        return NotAStoreError(f"{name}: this is a folder; name a story's file in it")
    if code == errno.EROFS:
        return StoreNotWritableError(f"{name}: the disk is read-only; copy the story elsewhere to change it")
    if isinstance(error, PermissionError):
        if doing == "read":
            return StoreError(f"{name}: you may not read this file; change its permissions, or copy it")
        if doing == "created":
            return StoreNotWritableError(f"{name}: you may not make a file there; name another place with --store")
        return StoreNotWritableError(
            f"{name}: it may not be {doing}; change the permissions of the file and its folder, or copy it elsewhere"
        )
    if isinstance(error, (NotADirectoryError, FileExistsError)):
        return StoreError(f"{name}: a part of this path is no folder; check the path")
    return StoreError(f"{name}: it cannot be {doing} ({error.strerror or error}); check the disk and the path")
