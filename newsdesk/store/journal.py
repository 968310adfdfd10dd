"""A story's file: opened, followed as it grows, appended to. `journal_format` says what a line is.

Writing is: take the lock, catch up with what others wrote, append one line, wait until the disk has it. Reading takes
no lock. A reader remembers where it stopped and the beginning of the last line it believed; when that line has changed
underneath (a writer took it back, or the file was replaced), it starts over.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, Protocol

from newsdesk.store.disk import CHUNK, FileStatus, append_durably, chunks_from, read_at, sync_folder
from newsdesk.store.errors import (
    NewerVersionError,
    NotAStoreError,
    OlderVersionError,
    StoreError,
    StoreNotWritableError,
    explained,
    shown,
)
from newsdesk.store.journal_format import (
    HEADER,
    HEADER_START,
    TRANSACTION_START,
    VERSION,
    Header,
    TableChanges,
    complete_lines,
    decode_header,
    decode_transaction,
    decode_transactions,
    encode_transaction,
    is_unfinished_header,
)
from newsdesk.store.stock import looks_like_stock
from newsdesk.store.writer_lock import LOCK_TIMEOUT, WriterLock

_HEAD = 1 << 16
"""Bytes in which a story's first line must end."""
_ANCHOR = 40
"""Bytes of a line that tell it from another: its checksum and its sequence number are in them."""


class Receiver(Protocol):
    """Who is told what the file says."""

    def start_over(self) -> None:
        """Forget everything: the file is read again from its beginning."""

    def apply(self, changes: TableChanges) -> None:
        """Take over one transaction."""


class _Place(NamedTuple):
    """A line's beginning, to recognise it by."""

    offset: int
    start: bytes


class Journal:
    """An open story file. For one thread at a time."""

    def __init__(
        self,
        path: Path,
        receiver: Receiver,
        *,
        create: bool = True,
        read_only: bool = False,
        any_version: bool = False,
        lock_timeout: float = LOCK_TIMEOUT,
    ) -> None:
        """Open the file and hand everything in it to the receiver, with `any_version` also what an earlier format says.

        Raises:
            StoreError: it cannot be opened; see the subclasses.
        """
        self._named = path
        if "\0" in str(path):
            raise StoreError(f"{shown(path)}: no file can have this name; check the path")
        # Beside a link, the lock would not be the one that users of the file itself take.
        self._path = Path(os.path.realpath(path))
        self.read_only = read_only
        self._any_version = any_version
        self._receiver = receiver
        self._lock = WriterLock(self._path, lock_timeout)
        self._descriptor = -1
        self._closed = False
        self._forget()
        try:
            self._check_kind(create=create and not read_only)
            self._open()
        except BaseException:
            self.close()
            raise

    def _forget(self) -> None:
        self.sequence = 0
        """Of the last transaction."""
        self.missing = 0
        """Transactions that the numbering says are lost, those in damaged lines among them."""
        self.misplaced: list[int] = []
        """Numbers of the lines that count back; they are believed, but two writers did not know of each other."""
        self._damaged: list[int] = []
        self._lines = 0
        self._offset = 0
        self.version = VERSION
        """Of the file's format; the present one where the header is damaged."""
        self._anchor = _Place(0, b"")
        self._status: FileStatus | None = None
        self._another = False
        """A file that does not go on from what was read has taken the story's place, and nobody who writes knows."""
        self._break_damaged = False

    @property
    def damaged(self) -> tuple[int, ...]:
        """Numbers (from 1) of the lines that cannot be believed."""
        return (*self._damaged, *((self._lines + 1,) if self._break_damaged else ()))

    @property
    def size(self) -> int:
        """Bytes up to the last complete line."""
        return self._offset

    @property
    def unfinished(self) -> int:
        """Bytes behind the last complete line: a transaction that never happened, or is about to."""
        return max(self._status.size - self._offset, 0) if self._status else 0

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        self._closed = True
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    # -- opening

    def _check_kind(self, *, create: bool) -> None:
        """Only an ordinary file is opened: opening a pipe might never end."""
        try:
            mode = self._path.stat().st_mode
        except OSError as error:
            if not create or not isinstance(error, FileNotFoundError):
                raise explained(error, self._named, "read") from error
            self._create()
            return
        if stat.S_ISDIR(mode):
            raise NotAStoreError(f"{shown(self._named)}: this is a folder; name a story's file in it")
        if not stat.S_ISREG(mode):
            raise NotAStoreError(f"{shown(self._named)}: this is no ordinary file; name a story's file")

    def _create(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._lock.held():
                # Only the name: the header follows as in any empty file. Another process may have been faster.
                os.close(os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o666))
                sync_folder(self._path.parent)
        except OSError as error:
            raise explained(error, self._named, "created") from error

    def _open(self) -> None:
        flags = os.O_RDONLY if self.read_only else os.O_RDWR | os.O_APPEND
        try:
            self._descriptor = os.open(self._path, flags)
            self._read_new(known=None)
            if not self.read_only:
                self._lock.probe()
        except OSError as error:
            raise explained(error, self._named, "read" if self.read_only else "written") from error
        if self._offset == 0 and not self.read_only:
            with self.writing():  # which writes the header
                pass

    def _reopen(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
        self._forget()
        self._receiver.start_over()
        self._check_kind(create=False)
        self._open()

    # -- reading

    def catch_up(self) -> None:
        """Take over what was written since; costs one `stat` when nothing was.

        Raises:
            StoreError: the file is gone, or cannot be read any more.
        """
        if self._closed:
            raise StoreError(f"{shown(self._named)}: the story is closed; open it again")
        try:
            status = FileStatus.of(self._path.stat())
            if status == self._status:
                return
            if not self._follows(status) or not self._read_new(known=self.sequence):
                before, known = self._status, self.sequence
                self._reopen()
                self._another = before is not None and before.inode != status.inode and self.sequence < known
        except FileNotFoundError as error:
            raise StoreError(
                f"{shown(self._named)}: this story is no longer here, so nothing can be stored; it was renamed, put away or deleted"
            ) from error
        except OSError as error:
            raise explained(error, self._named, "read") from error

    def _follows(self, status: FileStatus) -> bool:
        """Whether the file is the one we know, with at most something added."""
        if self._descriptor < 0 or status.size < self._offset:
            return False
        ours = FileStatus.of(os.fstat(self._descriptor))
        same_file = (status.device, status.inode) == (ours.device, ours.inode)
        return same_file and read_at(self._descriptor, *self._anchor_span()) == self._anchor.start

    def _anchor_span(self) -> tuple[int, int]:
        return self._anchor.offset, len(self._anchor.start)

    def _read_new(self, known: int | None) -> bool:
        """Read on from where we stopped.

        Args:
            known: the sequence number up to which everything is known; None while reading from the beginning.

        Returns:
            False when a line counts back behind `known`: then nothing that we believed is sure.
        """
        status = FileStatus.of(os.fstat(self._descriptor))
        header: Header | None = None
        from_the_beginning = self._offset == 0
        if from_the_beginning:
            head = read_at(self._descriptor, 0, _HEAD)
            if is_unfinished_header(head):
                self._status = status
                return True
            header = self._judge(head)
            self.sequence = header.after if header else 0
        for line, transaction in decode_transactions(complete_lines(chunks_from(self._descriptor, self._offset))):
            offset = self._offset
            self._offset += len(line) + 1
            self._lines += 1
            if offset == 0:
                self._anchor = _Place(0, line[:_ANCHOR])
                if header is None:
                    self._damaged.append(1)
            elif transaction is None:
                self._damaged.append(self._lines)
            elif known is not None and transaction.sequence <= known:
                return False
            else:
                self._count(transaction.sequence)
                self._anchor = _Place(offset, line[:_ANCHOR])
                self._receiver.apply(transaction.changes)
        if from_the_beginning and header is None and not self.sequence:
            raise self._not_a_store(head)
        rest = read_at(self._descriptor, self._offset, CHUNK) if status.size > self._offset else b""
        self._break_damaged = decode_transaction(rest[:-1]) is not None
        self._status = status
        return True

    def _count(self, sequence: int) -> None:
        counts_from_here = self.sequence == 0 and 1 in self._damaged  # the header alone knew where it begins
        if sequence <= self.sequence:
            self.misplaced.append(self._lines)
        elif not counts_from_here:
            self.missing += sequence - self.sequence - 1
        self.sequence = max(self.sequence, sequence)

    def _judge(self, head: bytes) -> Header | None:
        """The header in the file's beginning; None when it is damaged and what follows must show what the file is."""
        line, line_break, _rest = head.partition(b"\n")
        header = decode_header(line) if line_break else None
        if header is None:
            if line_break and (line.startswith(HEADER_START) or head[len(line) + 1 :].startswith(TRANSACTION_START)):
                return None
            raise self._not_a_store(head)
        if header.version > VERSION:
            raise NewerVersionError(
                f"{shown(self._named)}: a newer newsdesk wrote this story (format {header.version}, this one knows"
                f" {VERSION}) and it was not touched; update newsdesk"
            )
        self.version = header.version
        if header.version < VERSION and not self._any_version:
            raise OlderVersionError(
                f"{shown(self._named)}: an earlier newsdesk wrote this story (format {header.version});"
                " opening its desk brings it up to date and keeps the earlier file"
            )
        return header

    def _not_a_store(self, head: bytes) -> NotAStoreError:
        if looks_like_stock(head):
            return NotAStoreError(
                f"{shown(self._named)}: this is a TinyDB file and it was not touched; newsdesk import brings it into a story"
            )
        return NotAStoreError(
            f"{shown(self._named)}: this is no newsdesk story and it was not touched;"
            " check the path, or add the file to a story as a source"
        )

    # -- writing

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock, caught up, with a file that ends in a complete line: only inside may `append` be called.

        Raises:
            StoreError: somebody else writes, or nothing may be written here.
        """
        if self.read_only:
            raise StoreNotWritableError(
                f"{shown(self._named)}: the story is open read-only; open it for writing to change it"
            )
        # Before the lock, whose file would stay behind where no story is any more.
        self.catch_up()
        with self._lock.held():
            self.catch_up()
            if self._another:
                self._another = False
                raise StoreError(
                    f"{shown(self._named)}: another file has taken this story's place, so this was not stored; look at what is there now"
                )
            try:
                self._end_last_line()
            except OSError as error:
                raise explained(error, self._named, "written") from error
            self.catch_up()
            yield

    def _end_last_line(self) -> None:
        """Make the file end where a line may begin: what a crash left behind the last complete line is cut."""
        if self._offset == 0:
            os.ftruncate(self._descriptor, 0)
            append_durably(self._descriptor, HEADER)
            return
        size = os.fstat(self._descriptor).st_size
        if size == self._offset:
            return
        rest = read_at(self._descriptor, self._offset, size - self._offset)
        if decode_transaction(rest) is not None:
            append_durably(self._descriptor, b"\n")
        elif decode_transaction(rest[:-1]) is not None:  # only its line break is damaged
            os.ftruncate(self._descriptor, size - 1)
            append_durably(self._descriptor, b"\n")
        else:
            os.ftruncate(self._descriptor, self._offset)

    def append(self, changes: TableChanges) -> None:
        """Write one transaction; it is on the disk when this returns, and nowhere when it raises.

        Raises:
            StoreError: the disk is full or failed.
            TypeError, ValueError: see `encode_transaction`.
        """
        line = encode_transaction(self.sequence + 1, changes)
        try:
            append_durably(self._descriptor, line)
        except BaseException as error:
            # Should this fail as well: a part of a line is cut by the next writer, a whole one is taken over.
            with suppress(OSError):
                os.ftruncate(self._descriptor, self._offset)
            if isinstance(error, OSError):
                raise explained(error, self._named, "written") from error
            raise
        self._anchor = _Place(self._offset, line[:-1][:_ANCHOR])
        self._offset += len(line)
        self._lines += 1
        self.sequence += 1
        self._status = FileStatus.of(os.fstat(self._descriptor))
