"""The folders that a story watches: what was dropped there, and what is known of it already. An edge.

Which folders they are is the user's word and stands in the story itself. Which of their files were read, or tried in vain,
is kept beside it: that may be deleted at any time, and then every file is read once more, as if it had just been dropped.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from newsdesk.model import Source
from newsdesk.system.beside import keep_beside, read_beside

SUFFIX = ".folders"
"""Behind the whole name of the story's file."""
SETTLE_SECONDS = 0.5
"""A file that was not written to for so long is whole, as far as anybody outside can tell."""
_META = "folder "
"""How the keys begin under which `Store.meta` has the folders: one each, so that two processes may name theirs at once."""
_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".swp", ".bak", "~")
"""How files end that some program is at work on, or has put aside."""
Stamp = tuple[int, int]
"""Size and moment of the last change, in nanoseconds."""


def folders_in(meta: Mapping[str, str]) -> list[str]:
    """The watched folders' absolute paths, by name."""
    return sorted(value for key, value in meta.items() if key.startswith(_META))


def meta_of(folder: str, *, watched: bool) -> dict[str, str | None]:
    """What `Store.set_meta` is to be given so that this folder is watched, or no longer is."""
    return {_META + folder: folder if watched else None}


def stamp_of(path: Path) -> Stamp | None:
    """How the file is now; None when it is no ordinary file, or cannot be asked for."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return (status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file that lies whole in a watched folder, and is not known as it is."""

    path: Path
    stamp: Stamp


class WatchedFolders:
    """What one process has seen in the folders of one story. It only looks; whoever reads says so by `known`."""

    def __init__(self, story: Path) -> None:
        """Of the story in this file."""
        self._story = story
        self._known = _read(story)
        self._changed: dict[str, Stamp] = {}
        self._waiting: dict[str, tuple[Stamp, float]] = {}
        """Files that are not known, as they were found, and since when they are so."""
        self.there: dict[str, bool] = {}
        """The folders of the last look, and whether each could be looked into."""

    @property
    def unsettled(self) -> bool:
        """Whether another look is wanted soon: a file may be whole by then."""
        return bool(self._waiting)

    def look(self, folders: Iterable[str], sources: Iterable[Source], at: float) -> list[Dropped]:
        """The files that may be read now, by name: neither known nor still being written.

        Args:
            folders: absolute paths; what lies deeper is not looked at.
            sources: the story's: a file that is as it was when its source was read is known.
            at: seconds of a clock that only goes forward. Of two looks at least `SETTLE_SECONDS` apart the second tells.
        """
        read_at = {source.origin: source.read_at for source in sources if source.read_at}
        self.there = {}
        found: dict[str, Stamp] = {}
        for folder in folders:
            files = _files(folder)
            self.there[folder] = files is not None
            found |= files or {}
        unknown = {path: stamp for path, stamp in found.items() if not self._is_known(path, stamp, read_at.get(path))}
        waiting, ready = self._waiting, []
        self._waiting = {}
        for path, stamp in sorted(unknown.items()):
            before, since = waiting.get(path, (None, at))
            if before == stamp and at - since >= SETTLE_SECONDS:
                ready.append(Dropped(Path(path), stamp))
            else:
                self._waiting[path] = (stamp, since if before == stamp else at)
        self._forget(found)
        return ready

    def known(self, dropped: Dropped) -> None:
        """It was read, or tried in vain: it is left alone until it changes."""
        self._changed[str(dropped.path)] = dropped.stamp

    def keep(self) -> None:
        """Write down what became known, beside what another process wrote meanwhile. A folder that takes no file keeps nothing."""
        if not self._changed:
            return
        known = {**_read(self._story), **self._changed}
        self._known = {path: stamp for path, stamp in known.items() if os.path.dirname(path) in self.there}  # noqa: PTH120 - a path it cannot say is none of ours
        self._changed = {}
        with suppress(OSError):
            keep_beside(self._story, SUFFIX, self._known)

    def _is_known(self, path: str, stamp: Stamp, read_at: datetime | None) -> bool:
        known = self._changed.get(path) or self._known.get(path)
        if known is not None:
            return stamp == known
        return read_at is not None and stamp[1] <= _nanoseconds(read_at)

    def _forget(self, found: Collection[str]) -> None:
        """A file that is gone is news when it comes back; that a whole folder is away says nothing of its files."""
        looked = {folder for folder, is_there in self.there.items() if is_there}
        for seen in (self._known, self._changed):
            for path in [path for path in seen if path not in found and os.path.dirname(path) in looked]:  # noqa: PTH120
                del seen[path]


def _files(folder: str) -> dict[str, Stamp] | None:
    """The ordinary files of the folder by path, links to them too; None when it cannot be looked into."""
    try:
        with os.scandir(folder) as entries:
            return dict(_stamped(entries))
    except (OSError, ValueError):
        return None


def _stamped(entries: Iterable[os.DirEntry[str]]) -> Iterator[tuple[str, Stamp]]:
    for entry in entries:
        if entry.name.startswith((".", "~$", "#")) or entry.name.endswith(_UNFINISHED):
            continue
        # Pipes and devices are only asked what they are, never opened; a link that leads round in a circle has no answer.
        if (stamp := stamp_of(Path(entry.path))) is not None:
            yield entry.path, stamp


def _nanoseconds(moment: datetime) -> int:
    since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 10**9 + since.microseconds * 1000


def _read(story: Path) -> dict[str, Stamp]:
    """By path. What is damaged is as if it were not there."""
    try:
        found = read_beside(story, SUFFIX)
        return {path: (int(size), int(changed)) for path, (size, changed) in found.items()}
    except (OSError, ValueError, OverflowError, RecursionError, TypeError, AttributeError):
        return {}
