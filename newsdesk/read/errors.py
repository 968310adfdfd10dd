"""What reading says when it cannot read."""

from __future__ import annotations

from typing import NamedTuple

UNKNOWN_ENCODING = "this is text in an encoding that it does not name; save it as UTF-8 and add that"
"""What is said of a text that cannot be decoded."""


class NamedFeed(NamedTuple):
    """A feed that a list of feeds names."""

    title: str | None
    url: str
    """http(s) only."""
    category: str | None
    """The folders that it lies in, outermost first ("News / World")."""


class ReadError(Exception):
    """Why a source could not be read: one line for a person, with what was seen, in which file, and what to do next."""

    def __init__(self, line: str, feeds: tuple[NamedFeed, ...] = ()) -> None:
        super().__init__(line)
        self.feeds = feeds
        """What can be added in its place, where it is a list of feeds."""


class UnreadableError(Exception):
    """The same before the file's name is known: "this is ...; do ...". Never leaves the package."""


class FeedListError(UnreadableError):
    """A list of feeds is no source; what it names can be added."""

    def __init__(self, feeds: tuple[NamedFeed, ...]) -> None:
        self.feeds = feeds
        named = "one feed" if len(feeds) == 1 else f"{len(feeds):,} feeds"
        super().__init__(
            f"this is a list of feeds (OPML) and no source; newsdesk add follows the {named} that it names"
        )
