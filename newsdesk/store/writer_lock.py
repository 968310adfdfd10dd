"""One writer at a time: a lock file beside the story.

It is deleted only after its story was moved or deleted, by whoever holds it. Who waits for it then finds that the file has
no name any more, and asks for the one that has (filelock sees to that).
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.store.disk import wait_for_disk
from newsdesk.store.errors import StoreBusyError, StoreNotWritableError, explained, shown

if TYPE_CHECKING:
    from filelock import FileLock

LOCK_TIMEOUT = 10.0
"""Seconds to wait for another writer; a transaction takes milliseconds."""
LOCK = ".lock"
"""Behind the whole name of the story's file."""
_POLL = 0.01
_NO_LOCKS = (errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP)


class WriterLock:
    """The story's lock. The file holds the process id of whoever took it last, for the message of those who wait."""

    def __init__(self, store: Path, timeout: float = LOCK_TIMEOUT) -> None:
        """Args: store: the story's file. timeout: seconds."""
        self._store = store
        self._path = store.with_name(store.name + LOCK)
        self._timeout = timeout
        self._lock: FileLock | None = None

    def probe(self) -> None:
        """Ask the file system whether it can lock and wait for the disk here; some network file systems cannot.

        filelock would tell as well, but takes 60 ms to import, and who opens a story need not write to it.

        Raises:
            StoreNotWritableError: it cannot, or the lock file cannot be made.
        """
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise explained(error, self._store, "written") from error
        try:
            wait_for_disk(descriptor)
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            pass  # somebody writes: locks work
        except OSError as error:
            raise StoreNotWritableError(
                f"{shown(self._store)}: its file system cannot lock files or wait for the disk ({error.strerror or error});"
                " open the story read-only, or move it"
            ) from error
        finally:
            os.close(descriptor)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock.

        Raises:
            StoreBusyError: somebody else held it all the time.
            StoreNotWritableError: the file system cannot lock, or the lock file cannot be made.
        """
        from filelock import FileLock, Timeout  # noqa: PLC0415 - 60 ms, not needed to read

        if self._lock is None:
            # A soft lock (by a file's existence) could be left behind by a crash: better no writing there at all.
            self._lock = FileLock(
                self._path,
                timeout=self._timeout,
                poll_interval=_POLL,
                thread_local=False,
                preserve_lock_file=True,
                fallback_to_soft=False,
            )
        try:
            self._lock.acquire()
        except Timeout:
            raise StoreBusyError(
                f"{shown(self._store)}: {self._holder()} has been writing to it for {self._timeout:g} seconds;"
                " try again, or end that process"
            ) from None
        except (OSError, NotImplementedError) as error:
            if isinstance(error, OSError) and error.errno not in _NO_LOCKS:
                raise explained(error, self._store, "written") from error
            raise StoreNotWritableError(
                f"{shown(self._store)}: files cannot be locked in its folder; open the story read-only, or move it"
            ) from error
        try:
            self._sign()
            yield
        finally:
            self._lock.release()

    def _sign(self) -> None:
        """Leave this process's id in the lock file. It serves a message alone, so a full disk is no reason to stop."""
        with suppress(OSError):
            descriptor = os.open(self._path, os.O_WRONLY)
            try:
                written = os.write(descriptor, b"%d\n" % os.getpid())
                os.ftruncate(descriptor, written)
            finally:
                os.close(descriptor)

    def _holder(self) -> str:
        try:
            with self._path.open("rb") as file:
                return f"another newsdesk (process {int(file.read(20))})"
        except (OSError, ValueError):
            return "another newsdesk"
