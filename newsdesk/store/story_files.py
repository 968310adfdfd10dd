"""Where a story lies under the data folder, and which ones there are."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from newsdesk.shown_name import shown_name
from newsdesk.store.errors import StoreError

SUFFIX = ".jsonl"
_FOLDERS = ("stories", "archive")
"""Under the data folder: the stories, and those that were put away."""
LONGEST_NAME = 80
"""Characters."""
_LONGEST_FILE_NAME = 240
"""Bytes; most file systems take 255, and the lock file's name is longer than the story's."""


def story_path(data_folder: Path, name: str, *, archived: bool = False) -> Path:
    """The file of the story with this name; it need not exist.

    Args:
        data_folder: newsdesk's own folder for data, such as `~/.local/share/newsdesk`.
        name: as the user says it. A suffix in it is a part of it.
        archived: where it lies when it has been put away.

    Raises:
        StoreError: it cannot be the name of a story.
    """
    if not name.strip():
        raise StoreError("a story needs a name; give it one, such as --story talks")
    label = shown_name(name)
    if len(name) > LONGEST_NAME:
        raise StoreError(f"{label[:LONGEST_NAME]}...: a story's name has at most {LONGEST_NAME} characters; shorten it")
    file_name = name + SUFFIX
    if any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in name):
        raise StoreError(f"{label}: a story's name has no control characters or line breaks; leave them out")
    if "/" in name or "\\" in name or Path(file_name).name != file_name:
        raise StoreError(f"{label}: a story's name is no path; give a name without slashes, or a file with --store")
    if name != name.strip():
        raise StoreError(f"{label}: a story's name neither begins nor ends with a space; leave it out")
    if len(file_name.encode()) > _LONGEST_FILE_NAME:
        raise StoreError(f"{label}: this name is too long for a file's name; shorten it")
    return data_folder / _FOLDERS[archived] / file_name


def story_names(data_folder: Path, *, archived: bool = False) -> list[str]:
    """The names of the stories there are, in alphabetical order; none when there is no such folder.

    Raises:
        StoreError: the folder cannot be looked into.
    """
    folder = data_folder / _FOLDERS[archived]
    try:
        found = [entry.name.removesuffix(SUFFIX) for entry in folder.iterdir() if entry.name.endswith(SUFFIX)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StoreError(f"{folder}: the stories cannot be listed ({error.strerror}); check the folder") from error
    return sorted(
        (name for name in found if name and (folder / (name + SUFFIX)).is_file()),
        key=lambda name: (name.casefold(), name),
    )
