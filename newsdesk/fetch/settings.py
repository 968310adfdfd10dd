"""How addresses are asked: what the user may settle in the configuration file. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

SHORTEST_INTERVAL = 60
LONGEST_INTERVAL = 30 * 86_400
"""Seconds. More often is not polite, more seldom is not following."""
INTERVALS = "1m to 30d, such as 10m or 2h"
"""What is said of them to whoever writes one."""
_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_SPAN = re.compile(r"([1-9][0-9]{0,6}) ?([smhd])")


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """What stands below `[fetch]` in the configuration file. The defaults are those of a user who wrote nothing there."""

    interval: int = 600
    """Seconds from one poll of a source to the next, where the source has no interval of its own."""
    deadline: float = 30
    """Seconds in which an address must have answered whole, redirections included."""
    largest_mb: int = 5
    """The largest body, both as it is sent and no longer compressed."""
    private_addresses: tuple[str, ...] = ()
    """Networks that are asked though they are not public, as `ipaddress` writes them: "192.168.1.0/24"."""
    learns: bool = True
    """`interval` holds at first alone; then it is learned how often a source changes. Not where the user wrote an interval down."""


def seconds_in(text: str) -> int | None:
    """A span of time as people write it down, in seconds: `90s`, `10m`, `2h`, `1d`; None for anything else."""
    found = _SPAN.fullmatch(text.strip().lower())
    return int(found[1]) * _UNITS[found[2]] if found else None


def span_words(seconds: int) -> str:
    """The same the other way: `90s`, `10m`."""
    unit = next(unit for unit in "dhms" if seconds % _UNITS[unit] == 0)
    return f"{seconds // _UNITS[unit]}{unit}"


def interval_problem(text: str) -> str:
    """What is wrong with this as a time between two polls; empty when nothing is."""
    return "" if is_interval(seconds_in(text)) else f"{text} is no time between two polls; write {INTERVALS}"


def is_interval(seconds: int | None) -> bool:
    """Whether a source may be polled that often."""
    return seconds is not None and SHORTEST_INTERVAL <= seconds <= LONGEST_INTERVAL
