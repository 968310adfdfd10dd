"""When the sources were last read, and which of them are no longer as they were then: a frozen desk is not a quiet one. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from newsdesk.story.wording import SOURCE_ZONE, day_and_month, full_moment, in_zone, zone_name


class SourceState(StrEnum):
    """What is wrong with the file or the address of a source. One that is as it was when it was read has none."""

    CHANGED = "changed"
    """Written to since."""
    GONE = "gone"
    """No longer there."""
    UNREADABLE = "unreadable"
    """There, but the last try to read it failed, or another one would."""
    FAILING = "failing"
    """An address that is asked in vain."""


STATE_WORDS = {
    SourceState.CHANGED: "its file has changed since; {again} reads it again",
    SourceState.GONE: "its file is gone",
    SourceState.UNREADABLE: "its file cannot be read",
    SourceState.FAILING: "its address gives nothing",
}
"""`{again}` is the key for that, which the screen knows. Of an address `polling_words` says more."""


@dataclass(frozen=True, slots=True)
class Polling:
    """How following a source goes that is a web address."""

    next_try: datetime | None = None
    """When it is asked next; None: at once, unless it is stopped."""
    failing_since: datetime | None = None
    """Since when it has given nothing; None while all is well."""
    problem: str = ""
    """Why."""
    stopped: bool = False
    """It is no longer asked by itself."""
    interval: int = 600
    """Seconds from one poll to the next while all is well."""
    learned: bool = False
    """Nobody said it: it is learned from how often something new came, and from what its server wishes."""


_UNITS = ((86_400, "day", "days"), (3_600, "hour", "h"), (60, "minute", "min"), (1, "second", "s"))
"""Seconds, the word for one and that for more."""


def every_words(interval: int) -> str:
    """`every 10 min`, `every hour`, `every 90 s`."""
    seconds, one, more = next(unit for unit in _UNITS if interval % unit[0] == 0)
    count = interval // seconds
    return f"every {one}" if count == 1 else f"every {count} {more}"


def polling_words(polling: Polling, zone: tzinfo) -> str:
    """`every 10 min · next asked Sun 11 May 2025 14:35 BST`, `every 20 min (learned) · ...`, or `! failing since ...: the server is in trouble (503); try again later · every ...`."""
    parts = []
    if polling.failing_since:
        parts.append(f"! failing since {full_moment(polling.failing_since, zone)}: {polling.problem}")
    if polling.stopped:
        parts.append("no longer asked")
        return " · ".join(parts)
    parts.append(every_words(polling.interval) + (" (learned)" if polling.learned else ""))
    if polling.next_try:
        parts.append(f"next asked {full_moment(polling.next_try, zone)}")
    else:
        parts.append("never asked here")
    return " · ".join(parts)


@dataclass(frozen=True, slots=True)
class FootWords:
    """What the foot of a pane says of the sources."""

    shapes: tuple[str, ...] = ()
    """The longest first: `sources read 14:05`, `read 14:05`. Empty as long as nothing was read."""
    stale: bool = False
    """A source is not as it was read: even the shortest shape says so."""


def foot_words(read_at: datetime | None, states: Mapping[int, SourceState], now: datetime, zone: tzinfo) -> FootWords:
    """`sources read 14:05`; with something wrong `sources read 14:05 · ! 2 changed, 1 gone`, at the shortest `! 3 stale`."""
    if read_at is None:
        return FootWords()
    moment = _moment(read_at, now, zone)
    if not states:
        return FootWords((f"sources read {moment}", f"read {moment}"))
    counts = Counter(states.values())
    wrong = ", ".join(f"{counts[state]} {state}" for state in SourceState if counts[state])
    shapes = (
        f"sources read {moment} · ! {wrong}",
        f"read {moment} · ! {wrong}",
        f"! {wrong}",
        f"! {len(states)} stale",
    )
    return FootWords(shapes, stale=True)


def _moment(read_at: datetime, now: datetime, zone: tzinfo) -> str:
    """`14:05` on the day that it is, `11 May 14:05` in the year, else `11 May 2025`; in UTC where no zone is the display's own."""
    here, today = in_zone(read_at, zone), in_zone(now, zone)
    hour = f"{here:%H:%M}" + (f" {zone_name(here)}" if zone is SOURCE_ZONE else "")
    if zone is SOURCE_ZONE:
        today = now.astimezone(here.tzinfo)
    if here.date() == today.date():
        return hour
    day = day_and_month(here)
    return f"{day} {hour}" if here.year == today.year else f"{day} {here.year}"
