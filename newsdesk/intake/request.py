"""What the user named, and what there is to be read of it: a file, a folder's files, what an address gives, pasted text."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.fetch import Answer, FetchError, FetchSettings, Wanted, fetch_all, is_address, web_address
from newsdesk.model import PrintedTime, Source, SourceKind
from newsdesk.shown_name import shown_name

if TYPE_CHECKING:
    from newsdesk.read import NamedFeed

PASTED = "pasted text"
"""What pasted text is called."""
NO_FILE = (OSError, ValueError)
"""What is said of a name that cannot be read: by the system, and by Python when there is a NUL in it."""


class AddError(Exception):
    """Why something could not be added: one line for a person."""

    def __init__(self, line: str, feeds: tuple[NamedFeed, ...] = (), address: str = "") -> None:
        super().__init__(line)
        self.address = address
        """What was asked in vain, where it is an address."""
        self.feeds = feeds
        """What can be added in its place, where it is a list of feeds."""


@dataclass(frozen=True, slots=True)
class AddRequest:
    """What the user named: a path, a web address, or pasted text."""

    path: str = ""
    """A path or an address."""
    text: str = ""
    """Pasted text; when it is not empty, `path` is."""
    year: int | None = None
    """The year the user said, for dates printed without one."""
    said_time: PrintedTime | None = None
    """The date the user said, for what prints none."""
    interval: int | None = None
    """Seconds from one poll to the next, as the user said: of an address, and of those that a list of feeds names."""
    again: Source | None = None
    """The source that is read again: nothing is stored when it was removed meanwhile."""
    answer: Answer | None = None
    """What the address gave, once it was asked: `fetched` asks."""

    @property
    def is_address(self) -> bool:
        """Whether it is an address, asked already or not."""
        return not self.text and is_address(self.path)


Part = Path | Answer | None
"""One thing to read: a file, what an address gave, or, None, pasted text."""


def place_named(path: str) -> Path:
    """What the user's words name, `~` expanded.

    Raises:
        AddError: they can name no file.
    """
    if not path:
        # Path("") would be the current folder.
        raise AddError("an empty name is no file; name a file or a folder")
    if is_address(path):
        raise AddError(f"{shown_name(path)}: no web addresses are read here; newsdesk add follows them")
    return Path(os.path.expanduser(path))  # noqa: PTH111 - Path raises where there is no home


def folder_named(path: str) -> str:
    """The absolute path of the folder that the user's words name.

    Raises:
        AddError: it is none, or it may not be looked into.
    """
    place = place_named(path)
    try:
        if not stat.S_ISDIR(place.stat().st_mode):
            raise AddError(
                f"{shown_name(path)}: this is no folder, and only folders are watched; newsdesk add adds a file"
            )
        with os.scandir(place):
            return os.path.abspath(place)  # noqa: PTH100 - Path keeps the dots in it
    except NO_FILE as error:
        raise AddError(f"{shown_name(path)}: {why_unreadable(error)}") from error


def fetched(
    requests: Iterable[AddRequest], settings: FetchSettings, cancelled: Callable[[], bool]
) -> Generator[AddRequest | AddError]:
    """Ask the addresses that these requests name, several at once: each with its answer as that comes, or why there is none.

    One that has its answer is not asked again.

    Blocks; see `fetch_all`.

    Raises:
        Cancelled: `cancelled()` became true.
    """
    named: dict[Wanted, AddRequest] = {}
    for request in requests:
        if request.answer is not None:
            yield request
            continue
        try:
            named[Wanted(web_address(request.path))] = request
        except FetchError as error:
            yield AddError(f"{shown_name(request.path)}: {error}")
    with closing(fetch_all(list(named), settings, cancelled)) as asking:
        for wanted, outcome in asking:
            if isinstance(outcome, FetchError):
                yield AddError(f"{shown_name(wanted.url)}: {outcome}", address=wanted.url)
            else:
                yield replace(named[wanted], answer=outcome)


def parts_of(request: AddRequest) -> list[Part]:
    """What a request names, one by one: its file, or every file of its folder by name, or what its address gave, or pasted text.

    Of a folder neither hidden files nor what lies deeper.

    Raises:
        AddError: nothing is there, or it cannot be looked into.
    """
    if request.text or request.answer:
        return [request.answer]
    place = place_named(request.path)
    try:
        if not place.is_dir():
            check_ordinary(place)
            return [place]
        found = sorted(entry for entry in place.iterdir() if not entry.name.startswith(".") and entry.is_file())
    except NO_FILE as error:
        raise AddError(f"{shown_name(request.path)}: {why_unreadable(error)}") from error
    if not found:
        raise AddError(f"{shown_name(request.path)}: this folder has no files; name a file, or another folder")
    return [*found]


def part_name(part: Part) -> str:
    """What a part is called while it is read."""
    if isinstance(part, Answer):
        return shown_name(part.url)
    return shown_name(part.name) if part else PASTED


def kind_at(part: Part, sources: Iterable[Source]) -> SourceKind | None:
    """What the source is so far that a part comes from, if that is an address; None when there is none."""
    if not isinstance(part, Answer):
        return None
    return next((source.kind for source in sources if source.origin == part.url), None)


def check_ordinary(path: Path) -> int:
    """The file's size. Pipes, devices and the like are never opened: reading them may not end.

    Raises:
        AddError: it is no ordinary file.
        OSError, ValueError: there is none, see `why_unreadable`.
    """
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise AddError(f"{shown_name(str(path))}: this is a folder; name a file in it")
    if not stat.S_ISREG(status.st_mode):
        raise AddError(
            f"{shown_name(str(path))}: this is no ordinary file (a pipe or a device); save its text to a file first"
        )
    return status.st_size


def why_unreadable(error: Exception) -> str:
    """What a person can do about a name that the system, or Python, does not read."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check the name"
    if isinstance(error, PermissionError):
        return "you may not read this; change the permissions of the file or folder, or copy it"
    if not isinstance(error, OSError):
        return "no file can have this name; check it"
    return f"it cannot be read ({error.strerror or error}); check the name"
