"""Derived things kept in a file beside a story: a line each, found by a key. Whatever is wrong with the file, it is as if it were not there.

Nothing in it is worth a lock or a wait for the disk. Several processes append to it at once; each line carries a checksum, and
what was torn, mixed up, damaged or made by other rules fails it and is left out, to be made and kept anew.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from newsdesk.store.disk import read_at
from newsdesk.system.beside import CAUTION, beside

_LINE = re.compile(rb"([0-9a-f]{32}) ([0-9a-f]{16}) ([^\n]*)\n")
"""Key, checksum and content."""
_FIRST = b"# newsdesk: what was found in the posts of the story beside this file. It may be deleted at any time.\n"
_LONGEST = 16 << 20
"""Bytes of a line; what would take more is not kept."""
_LARGEST = 1 << 30
"""Bytes of a file; a larger one is none of ours."""
_SPARE = 1 << 16
"""Bytes that may be wasted before it is worth writing the file again."""
_TAIL = 64
"""Bytes that tell a file that has only grown from another one."""


class KeptLines:
    """One process's view of the file. No method raises because of what it meets there."""

    def __init__(self, story: Path, suffix: str, rules: bytes) -> None:
        """Nothing is opened yet.

        Args:
            story: the story's file; the lines stand in its folder, under its whole name and the suffix.
            suffix: tells one kind of derived things from another.
            rules: digest of what makes them, at most 64 bytes; lines made by other rules are none.
        """
        self._story = story
        self._path = beside(story, suffix)
        self._rules = rules
        self._file: tuple[int, int] | None = None
        """Device and inode of the file that was read."""
        self._read = 0
        """Bytes of it that were read."""
        self._tail = b""
        """The last of them: a new file may get the inode of the one before."""
        self.refused = False
        """The folder or the disk took no line: this process tries no more."""
        self._sizes: dict[str, int] = {}
        """Keys of the lines that are good, and the bytes that each newest one takes."""

    def __contains__(self, key: str) -> bool:
        """Whether a line with this key was read or written."""
        return key in self._sizes

    def read(self) -> Iterator[tuple[str, bytes]]:
        """Key and content of each line that was not read before; of two with one key the later counts.

        When the file is another one than the last time, or gone, what was known of it is forgotten first.
        """
        with suppress(OSError), self._opened(os.O_RDONLY) as descriptor:
            yield from self._new_lines(descriptor)
            return
        self._forget()

    def write(self, contents: Mapping[str, bytes]) -> None:
        """Keep these; a folder or a disk that takes nothing keeps nothing, and is `refused`.

        Args:
            contents: by key, which is 32 hexadecimal figures; without line breaks.
        """
        lines = {key: self._line(key, content) for key, content in contents.items() if len(content) < _LONGEST}
        with self._trying():
            if lines and not self._sizes:
                self._replace(lines)
            elif lines:
                self._append(lines)

    def wastes(self, useful: int) -> bool:
        """Whether most of the file is of no use, when that many of its keys are."""
        share = min(1.0, useful / max(1, len(self._sizes)))
        return self._read > 2 * share * sum(self._sizes.values()) + _SPARE

    def drop_others(self, wanted: Collection[str]) -> None:
        """Write the file again with nothing but the newest lines of these keys."""
        self._forget()
        lines = {key: self._line(key, content) for key, content in self.read() if key in wanted}
        with self._trying():
            self._replace(lines)

    # -- lines --------------------------------------------------------------------------------------------------------

    def _line(self, key: str, content: bytes) -> bytes:
        return b"%s %s %s\n" % (key.encode(), self._check(key.encode(), content), content)

    def _check(self, key: bytes, content: bytes) -> bytes:
        return blake2b(key + content, digest_size=8, key=self._rules).hexdigest().encode()

    def _content(self, line: bytes) -> tuple[str, bytes] | None:
        """Key and content of a line, or None when it is none of these rules, whole and sound."""
        found = _LINE.fullmatch(line)
        if found is None or self._check(found[1], found[3]) != found[2]:
            return None
        return found[1].decode(), found[3]

    def _new_lines(self, descriptor: int) -> Iterator[tuple[str, bytes]]:
        if not self._is_known(descriptor):
            self._forget()
        status = os.fstat(descriptor)
        self._file = status.st_dev, status.st_ino
        if status.st_size > _LARGEST:
            return
        os.lseek(descriptor, self._read, os.SEEK_SET)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            while (line := file.readline(_LONGEST)).endswith(b"\n") or len(line) == _LONGEST:
                self._read += len(line)
                found = self._content(line)
                if found is not None:
                    self._sizes[found[0]] = len(line)
                    yield found
        self._tail = self._tail_of(descriptor)

    # -- the file -----------------------------------------------------------------------------------------------------

    @contextmanager
    def _trying(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError:
            pass  # another process was faster, or the story is gone: that may be otherwise the next time
        except OSError:
            self.refused = True

    def _append(self, lines: Mapping[str, bytes]) -> None:
        with self._opened(os.O_RDWR | os.O_APPEND) as descriptor:
            if not self._is_known(descriptor):
                return  # it was replaced just now: the next reading tells what is in it
            size = os.fstat(descriptor).st_size
            whole = size == 0 or read_at(descriptor, size - 1, 1) == b"\n"
            written = _write(descriptor, (b"" if whole else b"\n") + b"".join(lines.values()))
            if size == self._read:  # else somebody else's lines stand between, which are to be read, too
                self._read += written
                self._tail = self._tail_of(descriptor)
            self._sizes.update((key, len(line)) for key, line in lines.items())

    def _replace(self, lines: Mapping[str, bytes]) -> None:
        """Make a file of these lines alone.

        Two processes that do so at once may mix theirs in the one temporary file: the checksums tell what is sound.
        """
        fresh = self._path.with_name(self._path.name + ".new")
        data = _FIRST + b"".join(lines.values())
        self._forget()
        try:
            with self._opened(os.O_WRONLY | os.O_CREAT | os.O_TRUNC, fresh) as descriptor:
                _write(descriptor, data)
                status = os.fstat(descriptor)
            fresh.replace(self._path)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise
        self._file = status.st_dev, status.st_ino
        self._read, self._tail = len(data), data[-_TAIL:]
        self._sizes = {key: len(line) for key, line in lines.items()}

    @contextmanager
    def _opened(self, flags: int, path: Path | None = None) -> Iterator[int]:
        """The file, when it is one; a new one is as private as the story.

        Raises:
            OSError: it is none, or cannot be opened, or the story is gone.
        """
        mode = stat.S_IMODE(self._story.stat().st_mode) & 0o666
        descriptor = os.open(path or self._path, flags | CAUTION, mode)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise OSError("not a regular file")
            yield descriptor
        finally:
            os.close(descriptor)

    def _is_known(self, descriptor: int) -> bool:
        """Whether it is the file that was read, with nothing but more behind it."""
        status = os.fstat(descriptor)
        same = (status.st_dev, status.st_ino) == self._file and status.st_size >= self._read
        return same and self._tail_of(descriptor) == self._tail

    def _tail_of(self, descriptor: int) -> bytes:
        begin = max(0, self._read - _TAIL)
        return read_at(descriptor, begin, self._read - begin)

    def _forget(self) -> None:
        self._file, self._read, self._tail, self._sizes = None, 0, b"", {}


def _write(descriptor: int, data: bytes) -> int:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    return len(data)
