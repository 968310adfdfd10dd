"""The part of the stream that the desk shows first, kept beside the story: it is drawn while the story is still being read.

Derived: it may be deleted at any time, and what does not belong to the very file beside it is as if it were not there.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime, tzinfo
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newsdesk import __version__
from newsdesk.story import Story
from newsdesk.story.clock import Clock, Mode, default_clock
from newsdesk.story.filter import Filter
from newsdesk.story.stream import Stream, StreamRow, stream_rows
from newsdesk.story.tags import Tag
from newsdesk.story.wording import in_zone
from newsdesk.system.beside import keep_beside, read_beside

SUFFIX = ".front"
"""Behind the whole name of the story's file."""
_ROWS = 64
"""More than a screen shows."""
_ABOVE = 24
"""Of them those above the row that the reader left, where that was not at the top."""
_LARGEST = 1 << 20
"""Bytes; a larger file is none of ours."""
_TAIL = 4096
"""Bytes at the end of the story's file by which it is known again: each of its lines carries a checksum and a number."""


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What can be shown of a story before it is read."""

    title: str
    posts: int
    unread: int
    newest: Clock | None
    """The clock as of the newest post."""
    rows: Sequence[StreamRow]


def read_front_page(story: Path, zone: tzinfo, now: datetime, around: int | None) -> FrontPage | None:
    """The front page, or None when it is not of this story as it is stored, or of another zone or place.

    Args:
        story: the story's file.
        zone: in which times are shown.
        now: the wall clock, aware: a page of another year says its days otherwise.
        around: id of the post that the desk goes back to; None: it begins at the top.
    """
    try:
        found = read_beside(story, SUFFIX, _LARGEST)
        if found["of"] != _state(story, story.stat().st_size):
            return None
        page = _page(found)
        if found["seen"] != _seen(page.newest, zone, now, around):
            return None
    except (OSError, ValueError, ArithmeticError, RecursionError, KeyError, TypeError, AttributeError):
        return None
    return page


def keep_front_page(
    path: Path,
    size: int,
    story: Story,
    zone: tzinfo,
    now: datetime,
    around: int | None = None,
    before: Stream | None = None,
) -> None:
    """Keep it. A folder that cannot be written to keeps nothing.

    Args:
        path: the story's file.
        size: how many bytes of it make `story`.
        story: as it is stored.
        zone: in which times are shown.
        now: the wall clock, aware.
        around: id of the post that the desk will go back to; None: it begins at the top.
        before: rows of the same story, if there are any already.
    """
    rows = stream_rows(story, Filter(), default_clock(story.newest, now), zone, before)
    newest = story.newest
    first = max(0, ((rows.index_of(around) if around is not None else None) or 0) - _ABOVE)
    with suppress(OSError):
        page = {
            "of": _state(path, size),
            "seen": _seen(newest, zone, now, around),
            "title": story.title,
            "posts": len(rows),
            "unread": rows.unread,
            "newest": None if newest is None else {"moment": newest.moment.isoformat(), "behind": newest.behind},
            "rows": [asdict(row) for row in rows[first : first + _ROWS]],
        }
        keep_beside(path, SUFFIX, page, date.isoformat)


def _state(story: Path, size: int) -> list[Any]:
    """Tells one state of a story's file from all others, as this version of newsdesk makes rows of it."""
    with story.open("rb") as file:
        file.seek(max(0, size - _TAIL), os.SEEK_SET)
        return [__version__, size, blake2b(file.read(min(size, _TAIL)), digest_size=16).hexdigest()]


def _seen(newest: Clock | None, zone: tzinfo, now: datetime, around: int | None) -> list[Any]:
    """What the rows depend on besides the story: the zone, the year that goes without saying, and where they begin."""
    clock = default_clock(newest, now)
    here = in_zone(clock.moment, zone)
    return [str(zone), str(in_zone(newest.moment, zone)) if newest else "", here.year, around]


def _page(found: Mapping[str, Any]) -> FrontPage:
    """Raises an error of Python's when it is no such page."""
    newest = found["newest"]
    clock = newest and Clock(Mode.NEWEST, datetime.fromisoformat(newest["moment"]), behind=newest["behind"] is True)
    return FrontPage(
        _text(found["title"]), int(found["posts"]), int(found["unread"]), clock, [*map(_row, found["rows"])]
    )


def _row(found: Mapping[str, Any]) -> StreamRow:
    words = ("rule", "time", "headline", "label", "byline", "text", "state")
    return StreamRow(
        post_id=int(found["post_id"]),
        day=None if found["day"] is None else date.fromisoformat(found["day"]),
        source=Tag(_text(found["source"]["name"]), _text(found["source"]["mark"])),
        unread=found["unread"] is True,
        starred=found["starred"] is True,
        **{name: _text(found[name]) for name in words},
    )


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError("not a text")
    return found
