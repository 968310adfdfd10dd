"""A story's file written anew: by compaction, by repair, by migration.

Appending keeps every earlier state of a document, so that a story in which much was changed grows beyond what it holds.
A new file gets the same documents, a line each, under a temporary name; it is on the disk before it takes the old one's
place, so that whoever opens the story, and whenever the power fails, finds the one or the other whole. Writers wait
meanwhile; readers and other desks see that the file is another one and read it again.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from newsdesk.store.disk import append_durably, sync_folder
from newsdesk.store.errors import StoreError, explained, shown
from newsdesk.store.journal import Journal
from newsdesk.store.journal_format import VERSION, TableChanges, Tables, encode_header, encode_transaction, take_over
from newsdesk.store.migration import UPGRADES, Upgrades, keep_backup, upgraded
from newsdesk.store.writer_lock import LOCK_TIMEOUT

NEW = ".new"
"""Added to a story's name: the file that is about to take its place. One that a crash left is deleted first."""
DAMAGED = ".damaged"
"""Added to a repaired story's name: the lines that were left out, byte for byte."""
_CHUNK = 1 << 20
"""Bytes handed to the disk at a time."""


class Repaired(NamedTuple):
    """What a repair has written."""

    documents: int
    damaged: tuple[int, ...]
    """Numbers of the lines that were left out."""
    kept_aside: Path | None
    """The file that holds those lines; None when there were none."""


def compact(path: Path, lock_timeout: float = LOCK_TIMEOUT) -> int:
    """Write a story anew with no more than it holds; returns how many bytes that saved.

    Raises:
        StoreError: it is damaged, cannot be read or written, or is a file of more than one name or of somebody else;
            it is as it was then.
    """
    tables = CollectedTables()
    journal = Journal(path, tables, create=False, lock_timeout=lock_timeout)
    try:
        with journal.writing():
            return take_its_place(path, journal, tables.tables, only_smaller=True)
    finally:
        journal.close()


def migrate(path: Path, upgrades: Upgrades = UPGRADES, lock_timeout: float = LOCK_TIMEOUT) -> None:
    """Bring a story of an earlier format to the present one; the earlier file stays beside it.

    Raises:
        StoreError: as for `compact`.
    """
    tables = CollectedTables()
    journal = Journal(path, tables, create=False, any_version=True, lock_timeout=lock_timeout)
    try:
        with journal.writing():
            if journal.version == VERSION:  # somebody else was faster
                return
            file = Path(os.path.realpath(path))
            backup, before = keep_backup(file), file.stat()
            try:
                take_its_place(path, journal, upgraded(tables.tables, journal.version, upgrades))
            except StoreError:
                # Each attempt would leave one more copy of a story that is as it was.
                with suppress(OSError):
                    if os.path.samestat(file.stat(), before):
                        backup.unlink()
                raise
    finally:
        journal.close()


def repair(path: Path, new: Path, upgrades: Upgrades = UPGRADES) -> Repaired:
    """Write what can be believed of a story to a new file, and the lines that cannot to one beside it.

    The story itself is only read. Nothing is ever overwritten.

    Raises:
        StoreError: the story cannot be read, or a file of the new name is there.
    """
    tables = CollectedTables()
    journal = Journal(path, tables, create=False, read_only=True, any_version=True)
    try:
        damaged, sequence = journal.damaged, journal.sequence
        documents = upgraded(tables.tables, journal.version, upgrades)
    finally:
        journal.close()
    aside = new.with_name(new.name + DAMAGED) if damaged else None
    made: list[Path] = []
    try:
        for target in filter(None, (new, aside)):
            if os.path.lexists(target):
                raise StoreError(
                    f"{shown(target)}: there is a file of this name and it was left as it is; name a new one"
                )
        if aside:
            _write(aside, _damaged_lines(path, damaged))
            made.append(aside)
        _write(new, _lines(documents, sequence))
        made.append(new)
        sync_folder(new.absolute().parent)
    except OSError as error:
        for target in made:
            with suppress(OSError):
                target.unlink()
        raise explained(error, new, "created") from error
    return Repaired(sum(map(len, documents.values())), damaged, aside)


def take_its_place(path: Path, journal: Journal, tables: Tables, *, only_smaller: bool = False) -> int:
    """Put a file with these documents in a story's place; returns how many bytes that saved.

    Only while the journal's lock is held. With `only_smaller` a file that would save nothing is not put there.

    Raises:
        StoreError: it cannot be done; the story is as it was.
    """
    if journal.damaged or journal.missing or journal.misplaced:
        raise StoreError(
            f"{shown(path)}: it is damaged and was left as it is; newsdesk check --repair NEWFILE saves the rest"
        )
    file = Path(os.path.realpath(path))
    new = file.with_name(file.name + NEW)
    try:
        before = file.stat()
        if before.st_nlink > 1 or before.st_uid != os.getuid():
            raise StoreError(
                f"{shown(path)}: the file has another name too, or another owner, and was left as it is; work on a copy"
            )
        new.unlink(missing_ok=True)  # not written over: it may be a link to something else
        _write(new, _lines(tables, journal.sequence), stat.S_IMODE(before.st_mode))
        saved = before.st_size - new.stat().st_size
        if only_smaller and saved <= 0:
            new.unlink()
            return 0
        new.replace(file)
        sync_folder(file.parent)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise explained(error, path, "written") from error
    return saved


def _lines(tables: Tables, after: int) -> Iterator[bytes]:
    """The file's lines: a document each, so that damage to one line costs one document. They go on counting."""
    yield encode_header(after)
    for name, documents in tables.items():
        for doc_id, document in documents.items():
            after += 1
            yield encode_transaction(after, {name: {doc_id: document}})


def _damaged_lines(path: Path, numbers: tuple[int, ...]) -> Iterator[bytes]:
    wanted = set(numbers)
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if number in wanted:
                yield line if line.endswith(b"\n") else line + b"\n"


def _write(path: Path, lines: Iterator[bytes], mode: int | None = None) -> None:
    """Write a new file and wait until the disk has it; nothing stays of one that could not be finished.

    Args:
        path: its name, which nothing has yet.
        lines: what is in it.
        mode: its permissions; None: those of any new file.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else mode)
    try:
        part = bytearray()
        for line in lines:
            part += line
            if len(part) >= _CHUNK:
                append_durably(descriptor, bytes(part))
                part.clear()
        append_durably(descriptor, bytes(part))
        if mode is not None:  # the umask took some away
            os.fchmod(descriptor, mode)
        os.fsync(descriptor)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
    finally:
        os.close(descriptor)


class CollectedTables:
    """The documents that a journal tells of."""

    def __init__(self) -> None:
        self.tables: Tables = {}

    def start_over(self) -> None:
        """Forget them: the file is read again from its beginning."""
        self.tables.clear()

    def apply(self, changes: TableChanges) -> None:
        """Take over one transaction."""
        take_over(self.tables, changes)
