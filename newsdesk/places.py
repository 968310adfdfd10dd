"""Where stories lie on this machine, which one was used last, and in which colours. Reads the environment: an edge."""

from __future__ import annotations

import os
from pathlib import Path

from newsdesk.store import StoreError, story_path

DEFAULT_STORY = "story"
_LAST_STORY, _THEME = "last-story", "theme"
"""Files in the data folder."""


def data_folder() -> Path:
    """The user's data folder for newsdesk; it need not exist yet."""
    import platformdirs  # noqa: PLC0415 - 18 ms, not needed when a store is named

    return platformdirs.user_data_path("newsdesk", appauthor=False)


def config_file() -> Path:
    """The user's configuration file; it need not exist."""
    import platformdirs  # noqa: PLC0415 - see above

    return platformdirs.user_config_path("newsdesk", appauthor=False) / "config.toml"


def store_file(store: str | None, story: str | None) -> Path:
    """The store to open: `--store`, else `--story`, else `NEWSDESK_STORE`, else the one used last.

    Raises:
        StoreError: it cannot be a file's name.
    """
    if store is not None:
        return expanded(store)
    if story is not None:
        return story_path(data_folder(), story)
    if named := os.environ.get("NEWSDESK_STORE"):
        return expanded(named)
    return story_path(data_folder(), last_story())


def expanded(path: str) -> Path:
    """The file that somebody named; `~` is the home folder.

    Raises:
        StoreError: it can be no file's name.
    """
    if not path:
        # Path("") would be the current folder. In a script this is a variable that was never set.
        raise StoreError("an empty name is no file; name one")
    try:
        return Path(path).expanduser()
    except RuntimeError as error:  # `~name` of nobody
        raise StoreError(f"{path!a}: nobody here has this home folder; check the path") from error


def demo_file() -> Path:
    """The sample's own store, apart from the user's stories."""
    return data_folder() / "sample.jsonl"


def last_story() -> str:
    """Name of the story used last, or the default one."""
    return _remembered(_LAST_STORY) or DEFAULT_STORY


def remember_story(name: str) -> None:
    """Make this story the one that opens without a name. A folder that cannot be written to changes nothing."""
    _remember(_LAST_STORY, name)


def last_theme() -> str | None:
    """Name of the colours chosen last; None when none were. They are the user's, for every story."""
    return _remembered(_THEME)


def remember_theme(name: str) -> None:
    """Open every desk in these colours. A folder that cannot be written to changes nothing."""
    if name != last_theme():
        _remember(_THEME, name)


def _remembered(what: str) -> str | None:
    try:
        return (data_folder() / what).read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def _remember(what: str, value: str) -> None:
    try:
        data_folder().mkdir(parents=True, exist_ok=True)
        (data_folder() / what).write_text(value + "\n", encoding="utf-8")
    except OSError:
        return
