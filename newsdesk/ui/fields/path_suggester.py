"""Completing paths as a shell does, and recognising paths that a terminal pastes when a file is dropped on it.

Everything that asks the disk may take long (a network folder): call it off the screen's thread.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice
from os.path import commonprefix
from pathlib import Path
from urllib.parse import unquote

from newsdesk.clean import clean

MOST = 200
"""Matches listed; a folder with more is narrowed down by typing."""
_PATH_START = re.compile(r"""['"]?(?:file://|~?/|~$|\.{1,2}/|[A-Za-z]:[\\/])""")
_DRIVE = re.compile(r"[A-Za-z]:\\")
_LONGEST = 16_384
"""Characters: pasted text longer than this is no list of dropped files."""


def start_folder() -> Path:
    """Where newsdesk was started, or the user's own folder when that is no longer there."""
    try:
        return Path.cwd()
    except OSError:
        return Path(os.path.expanduser("~"))  # noqa: PTH111 - Path raises where there is no home


class Names(Enum):
    """What a path names on the disk."""

    NOTHING = auto()
    FILE = auto()
    FOLDER = auto()


@dataclass(frozen=True, slots=True)
class Match:
    """A file or folder that continues what was typed."""

    name: str
    typed: str
    """What the field would hold; folders end in a slash."""
    is_folder: bool


@dataclass(frozen=True, slots=True)
class Completion:
    """How what was typed can go on."""

    names: Names
    """What the typed text names as it stands."""
    path: str
    """Absolute, with `~` expanded."""
    matches: tuple[Match, ...] = ()
    common: str = ""
    """The typed text, continued as far as all matches agree."""
    problem: str = ""
    """Why the folder could not be listed."""


def full_path(typed: str, folder: Path) -> str:
    """The path meant, absolute: quotes and `file://` taken off, `~` expanded, relative to `folder`."""
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.startswith("file://"):
        text = _from_url(text)
    return os.path.join(folder, os.path.expanduser(text))  # noqa: PTH111, PTH118 - Path raises where there is no home


def completion(typed: str, folder: Path) -> Completion:
    """What is on the disk for the typed text. Reads one folder.

    Hidden files match only when their dot is typed. Letters match in either case when none match as typed.
    """
    path = full_path(typed, folder)
    names = _names(path)
    head, _, tail = typed.rpartition("/")
    base = full_path(f"{head}/", folder) if "/" in typed else full_path("", folder)
    if typed == "~":
        return Completion(names, path, (Match("~", "~/", is_folder=True),), "~/")
    try:
        with os.scandir(base) as entries:
            listed = [entry for entry in entries if _shown(entry.name, hidden=tail.startswith("."))]
    except FileNotFoundError:
        return Completion(names, path)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Completion(names, path, problem=f"{head or '.'}/ cannot be listed: {reason}")
    found = [entry for entry in listed if entry.name.startswith(tail)]
    found = found or [entry for entry in listed if entry.name.casefold().startswith(tail.casefold())]
    start = f"{head}/" if "/" in typed else ""
    common = start + commonprefix([entry.name for entry in found]) if found else typed  # noqa: RUF071 - by character, as a shell does
    found.sort(key=lambda entry: (entry.name.casefold(), entry.name))
    matches = tuple(islice(_matches(found, start), MOST))
    if len(found) == 1:
        common = matches[0].typed
    return Completion(names, path, matches, common if len(common) >= len(typed) else typed)


def dropped_paths(text: str) -> list[str]:
    """The paths in pasted text that is nothing but paths, one a line: plain, quoted, escaped or as `file://` addresses."""
    lines = [line.strip() for line in text.splitlines() if line.strip()] if len(text) <= _LONGEST else []
    if not lines or not all(_PATH_START.match(line) for line in lines):
        return []
    return [path for line in lines for path in _unquoted(line)]


def may_be_shown(name: str) -> bool:
    """Whether a file's name can stand on the screen as it is, without control or invisible characters."""
    return clean(name).text == name and "\n" not in name


def _names(path: str) -> Names:
    try:
        return Names.FOLDER if os.path.isdir(path) else Names.FILE if os.path.isfile(path) else Names.NOTHING  # noqa: PTH112, PTH113 - Path raises on some names
    except ValueError:
        return Names.NOTHING


def _shown(name: str, *, hidden: bool) -> bool:
    return (hidden or not name.startswith(".")) and may_be_shown(name)


def _matches(entries: Iterable[os.DirEntry[str]], start: str) -> Iterator[Match]:
    for entry in entries:
        try:
            is_folder = entry.is_dir()
        except OSError:  # a link that leads nowhere or in a circle
            is_folder = False
        yield Match(entry.name, start + entry.name + ("/" if is_folder else ""), is_folder)


def _unquoted(line: str) -> list[str]:
    if line.startswith("file://"):
        return [_from_url(line)]
    if line[0] in "'\"" or ("\\" in line and not _DRIVE.match(line)):
        try:
            words = shlex.split(line)
        except ValueError:  # an odd quotation mark: it is part of the name
            return [line]
        return [_from_url(word) if word.startswith("file://") else word for word in words]
    return [line]


def _from_url(address: str) -> str:
    _, slash, path = address.removeprefix("file://").partition("/")
    path = unquote(slash + path, errors="surrogateescape")
    return path[1:] if re.match(r"/[A-Za-z]:", path) else path
