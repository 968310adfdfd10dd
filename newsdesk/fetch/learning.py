"""How often an address is asked where nobody said it: learned from how often it gave something new. Pure.

Something new halves the time between two polls; nothing new, several times in a row, doubles it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

SHORTEST_LEARNED = 300
"""Seconds. To be asked twice as often as at first is enough for what changes all the time; the user may say more."""
LONGEST_LEARNED = 3_600
"""Seconds. Whoever follows a live story is not to hear of something more than an hour late, however quiet its source was."""
_QUIET = 3
"""Polls in a row; one or two that bring nothing are chance."""

_MAX_AGE = re.compile(r'(?:^|[,\s])max-age\s*=\s*"?(\d{1,9})(?!\d)', re.ASCII | re.IGNORECASE)
_KEEPS_NOTHING = re.compile(r"(?:^|[,\s])no-(?:cache|store)(?:$|[,\s])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pace:
    """What is learned of an address. The defaults are those of one that nothing is known of."""

    seconds: int = 0
    """From one poll to the next; 0: nothing is learned yet."""
    quiet: int = 0
    """How many polls in a row brought nothing new since these are the seconds."""
    wish: int = 0
    """Seconds that its server, or the feed itself, wants from one poll to the next; 0: neither says anything."""


def learned_interval(pace: Pace, first: int) -> int:
    """Seconds from one poll to the next: as learned, and no more often than wished, but within the bounds.

    Args:
        pace: what is learned.
        first: what holds as long as nothing is.
    """
    return min(max(pace.seconds or first, pace.wish, SHORTEST_LEARNED), LONGEST_LEARNED)


def learn(pace: Pace, first: int, *, new: bool) -> Pace:
    """What is learned from one more poll.

    Args:
        pace: what was learned before.
        first: what holds as long as nothing is; after something new no address is asked more seldom.
        new: whether it brought something.
    """
    seconds = pace.seconds or first
    if new:
        return replace(pace, seconds=max(SHORTEST_LEARNED, min(seconds // 2, first)), quiet=0)
    if pace.quiet + 1 < _QUIET:
        return replace(pace, quiet=pace.quiet + 1)
    return replace(pace, seconds=min(LONGEST_LEARNED, seconds * 2), quiet=0)


def max_age(cache_control: str) -> int:
    """Seconds for which an answer stays fresh, as its `Cache-Control` says (RFC 9111, 5.2.2.1); 0 where it says nothing of it."""
    found = _MAX_AGE.search(cache_control)
    return int(found[1]) if found and not _KEEPS_NOTHING.search(cache_control) else 0
