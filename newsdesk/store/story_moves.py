"""A story's file given another name, put away or deleted, with all that lies beside it. Nothing is ever overwritten.

Writers are kept out meanwhile by the story's lock. Who has the story open finds no file of its name at the next look, and
says so; it writes nothing anywhere then.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

from newsdesk.store.disk import sync_folder
from newsdesk.store.errors import StoreError, explained, shown
from newsdesk.store.story_files import SUFFIX
from newsdesk.store.writer_lock import LOCK, LOCK_TIMEOUT, WriterLock


def move_story(old: Path, new: Path, lock_timeout: float = LOCK_TIMEOUT) -> None:
    """Give a story's file another name or folder.

    Raises:
        StoreError: there is no such story, the name is taken, somebody writes to it, or it cannot be moved. Nothing has
            changed then.
    """
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        # Asked here too, so that no lock is left beside a name that comes to nothing.
        _there(old)
        refuse_taken(new, moved=old)
        with ExitStack() as locks:
            # In one order, so that two who exchange names do not wait for each other.
            first, second = sorted((old, new), key=lambda path: (_folded(path), path))
            locks.enter_context(WriterLock(first, lock_timeout).held())
            if not _one_lock(first, second):
                locks.enter_context(WriterLock(second, lock_timeout).held())
            _there(old)
            refuse_taken(new, moved=old)
            beside = [*_beside(old)]
            if old.is_symlink() and old.parent != new.parent:
                # From another folder, a path in it would lead elsewhere.
                new.symlink_to(os.path.realpath(old))
                old.unlink()
            else:
                old.rename(new)
            for part in beside:
                # What lies beside a story can be made anew, or is a copy.
                with suppress(OSError):
                    part.replace(new.with_name(new.name + part.name.removeprefix(old.name)))
            _forget_lock(old)
            for folder in {old.parent, new.parent}:
                sync_folder(folder)
    except OSError as error:
        raise explained(error, old, "moved") from error


def delete_story(path: Path, lock_timeout: float = LOCK_TIMEOUT) -> None:
    """Delete a story's file and all that lies beside it.

    Raises:
        StoreError: there is none, somebody writes to it, or it cannot be deleted.
    """
    try:
        _there(path)
        with WriterLock(path, lock_timeout).held():
            _there(path)
            beside = [*_beside(path)]
            path.unlink()
            for part in beside:
                with suppress(OSError):
                    part.unlink()
            _forget_lock(path)
            sync_folder(path.parent)
    except OSError as error:
        raise explained(error, path, "deleted") from error


def refuse_taken(path: Path, moved: Path | None = None) -> None:
    """A new story's name may be no other one's, not even in other letters: some disks know no difference.

    Args:
        path: the file of the new name.
        moved: the story's file so far, which may get its own name in other letters; None for a new story.

    Raises:
        StoreError: it is taken.
    """
    with suppress(FileNotFoundError):
        for entry in path.parent.iterdir():
            same = moved is not None and entry == moved
            if not same and _folded(entry) == _folded(path):
                name = shown(Path(entry.name.removesuffix(SUFFIX)))
                if moved is None or moved.parent == path.parent:
                    raise StoreError(f"{name}: there is a story of this name; choose another")
                raise StoreError(
                    f"{name}: one story of this name is put away and one is not; rename the one that is not first"
                )


def _there(path: Path) -> None:
    if not os.path.lexists(path):
        name = shown(Path(path.name.removesuffix(SUFFIX)))
        raise StoreError(f"{name}: there is no story of this name; newsdesk stories lists them")


def _folded(path: Path) -> str:
    return unicodedata.normalize("NFC", path.name).casefold() + f"/{path.parent}"


def _beside(path: Path) -> Iterator[Path]:
    """What lies beside a story and belongs to it, but its lock, which keeps others out until the end.

    The story "fog.jsonl.ice", whose file is "fog.jsonl.ice.jsonl", is none of what lies beside the story "fog".
    """
    for entry in path.parent.iterdir():
        own, _name, rest = entry.name.partition(f"{path.name}.")
        if not own and rest and SUFFIX not in f".{rest}" and f".{rest}" != LOCK and entry.is_file():
            yield entry


def _one_lock(held: Path, other: Path) -> bool:
    """Whether two names have one lock: the same name, or, on some disks, the same in other letters."""
    with suppress(FileNotFoundError):
        return held.with_name(held.name + LOCK).samefile(other.with_name(other.name + LOCK))
    return False


def _forget_lock(path: Path) -> None:
    """The lock of a name that no story has any more. Who waits for it sees that it is gone, and tries anew."""
    with suppress(OSError):
        path.with_name(path.name + LOCK).unlink()
