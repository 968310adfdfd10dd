"""The zone of a page's clocks, told by two states of it: one prints clocks alone, the other exact times of the same posts. Pure.

Redesigns take zones away, or bring them with a page's data. The posts that both states have tell how far the clocks of one are
from the moments of the other; that is where the clocks are read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from newsdesk.model import Post, PrintedTime

_FEWEST = 2
"""Posts that have to tell the same zone."""
_AGREED = 0.8
"""Share of the posts of both states that do."""
_STEP = 15
"""Minutes of which all zones are multiples."""
_WEST, _EAST = -12 * 60, 14 * 60
_A_DAY = 24 * 60


def in_one_zone(
    stored: Sequence[Post], incoming: Sequence[Post], found: Sequence[int | None]
) -> tuple[Sequence[Post], Sequence[Post]]:
    """Both states of a page, the clocks of the one that prints no zone in the zone that the other tells; as they are where none does.

    Args:
        stored: the posts of the earlier state.
        incoming: those of the later one.
        found: for each incoming post the index of the stored one that it is.
    """
    pairs = [
        (stored[index].printed_time, post.printed_time)
        for post, index in zip(incoming, found, strict=True)
        if index is not None
    ]
    if (offset := _offset((one, other) for one, other in pairs)) is not None:
        return stored, [_zoned(post, offset) for post in incoming]
    if (offset := _offset((other, one) for one, other in pairs)) is not None:
        return [_zoned(post, offset) for post in stored], incoming
    return stored, incoming


def is_fuller_moment(now: PrintedTime, stored: PrintedTime) -> bool:
    """Whether a time tells the whole moment of which another one, of the same minute, leaves the year, the day or the zone open."""
    whole = (now.year, now.month, now.day, now.hour, now.utc_offset)
    return None not in whole and None in (stored.year, stored.month, stored.day, stored.utc_offset)


def _is_bare(time: PrintedTime) -> bool:
    return time.hour is not None and time.zone is None and time.utc_offset is None


def _zoned(post: Post, offset: int) -> Post:
    time = post.printed_time
    if time is None or not _is_bare(time):
        return post
    name = f"{'+' if offset >= 0 else '-'}{abs(offset) // 60:02}:{abs(offset) % 60:02}"
    return replace(post, printed_time=replace(time, zone=name, utc_offset=offset))


def _offset(pairs: Iterable[tuple[PrintedTime | None, PrintedTime | None]]) -> int | None:
    """Minutes east of UTC of the bare clocks among pairs of an exact time and a bare one; None where they do not tell."""
    offsets = Counter(
        _between(exact, bare)
        for exact, bare in pairs
        if exact and bare and exact.utc_offset is not None and exact.hour is not None and _is_bare(bare)
    )
    if not offsets:
        return None
    offset, count = offsets.most_common(1)[0]
    if offset is None or count < _FEWEST or count < offsets.total() * _AGREED or offset % _STEP:
        return None
    return offset if _WEST <= offset <= _EAST else None


def _between(exact: PrintedTime, bare: PrintedTime) -> int | None:
    """Minutes from an exact time, in UTC, to a clock; without the day of both the way that zones go."""
    minutes = ((bare.hour or 0) - (exact.hour or 0)) * 60 + (bare.minute or 0) - (exact.minute or 0)
    minutes += exact.utc_offset or 0
    days = _day(exact), _day(bare)
    if days[0] is not None and days[1] is not None:
        return minutes + (days[1] - days[0]) * _A_DAY
    minutes %= _A_DAY
    # Between the two a clock may be of either side of the date line.
    if minutes in range(_A_DAY + _WEST, _EAST + 1):
        return None
    return minutes if minutes <= _EAST else minutes - _A_DAY


def _day(time: PrintedTime) -> int | None:
    if time.year is None or time.month is None or time.day is None:
        return None
    try:
        return date(time.year, time.month, time.day).toordinal()
    except ValueError:  # no such day
        return None
