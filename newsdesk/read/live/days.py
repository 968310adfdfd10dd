"""The days of a live page's posts, where the page prints them only once.

Pages leave out the day of today's posts, or print it over the first post of a day. The posts stand in the order of time,
so that a day printed at one of them holds for those beside it until the clock runs past midnight. A page without any
printed day keeps its clocks alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from newsdesk.clock_order import (
    A_DAY,
    OUT_OF_ORDER,
    SAVED_WITHIN,
    is_newest_first,
    may_be_held,
    runs_back_over_midnight,
)
from newsdesk.model import PrintedTime
from newsdesk.read.times.zones import resolved_on

_LEAP_YEAR = 2024


class Day(NamedTuple):
    """A printed day; the year only if it was printed."""

    year: int | None
    month: int
    day: int


def day_of(time: PrintedTime) -> Day | None:
    """The day that a time prints."""
    return None if time.month is None or time.day is None else Day(time.year, time.month, time.day)


def dated_by(time: PrintedTime, day: Day | None) -> PrintedTime:
    """The time with a day where it prints none, and in the zone that its zone's name means on that day; its words stay as printed."""
    if day is None or day_of(time):
        return time
    dated = replace(time, year=day.year, month=day.month, day=day.day)
    zone = resolved_on(time.zone, *day) if time.utc_offset is None else None
    return replace(dated, zone=zone[0], utc_offset=zone[1]) if zone else dated


def _minute(time: PrintedTime) -> int:
    """Minutes since midnight in a zone of the page, for comparing neighbours."""
    return (time.hour or 0) * 60 + (time.minute or 0)


def moved(day: Day, days: int) -> Day:
    """The day so many days later; without a year 29 February counts as a day where it is printed, else it is passed over."""
    later = date(day.year or _LEAP_YEAR, day.month, day.day) + timedelta(days=days)
    if day.year is None and (later.month, later.day) == (2, 29):
        later += timedelta(days=1 if days > 0 else -1)
    return Day(later.year if day.year else None, later.month, later.day)


def is_later(day: Day, other: Day) -> bool:
    """Whether a day of a page comes after another one; without both years, by the shorter way round the year."""
    if day.year is not None and other.year is not None:
        return day > other
    days = (date(_LEAP_YEAR, day.month, day.day) - date(_LEAP_YEAR, other.month, other.day)).days
    return 0 < days % 366 < 183


def _minutes(times: Sequence[PrintedTime]) -> list[int]:
    return [_minute(time) for time in times]


def without_only_day(times: Sequence[PrintedTime], above: Sequence[Day | None], held: int = 0) -> list[Day | None]:
    """The days over posts, without the only one on the page where it may be that of either side of a midnight.

    What heads the posts of its day stands again where they pass midnight. A day that stands once, over all of them, is that on which
    the page was opened, or on which it was copied: over clocks that run backwards past midnight nobody knows which.
    """
    only = [index for index, day in enumerate(above) if day]
    if len(only) != 1 or only[0] > held or any(day_of(time) for time in times) or not is_newest_first(_minutes(times)):
        return list(above)
    return [None] * len(above) if runs_back_over_midnight(_minutes(times[held:])) else list(above)


def _next(day: Day, minutes: int, *, later: bool) -> Day:
    """The day of a post beside one of `day` whose clock shows so many minutes more.

    One that is a little out of order may stand on the other side of midnight.
    """
    onwards = 1 if later else -1
    ahead = minutes * onwards
    if ahead > A_DAY - OUT_OF_ORDER:
        return moved(day, -onwards)
    return moved(day, onwards) if ahead < -OUT_OF_ORDER else day


def _carried(
    times: Sequence[PrintedTime], known: Sequence[Day | None], divided: Sequence[bool], *, later: bool
) -> list[Day | None]:
    """Days carried on from one post to the next; `later` when the next is the later one.

    What is `divided` from the next has another day than that, which only a clock that ran past midnight tells. A clock that
    seems to run back over midnight, to a day beyond all before it, may as well have stood nearly a day: it has none.
    """
    days: list[Day | None] = []
    first: Day | None = None
    """The latest day so far; the earliest one where the next is the later one."""
    for index, day in enumerate(known):
        before = days[-1] if days else None
        if day is None and before is not None:
            minutes = _minute(times[index]) - _minute(times[index - 1])
            carried = _next(before, minutes, later=later)
            beyond = first is not None and (is_later(first, carried) if later else is_later(carried, first))
            days.append(None if beyond or (divided[index - 1] and carried == before) else carried)
        else:
            days.append(day)
        if (given := days[-1]) and (first is None or (is_later(first, given) if later else is_later(given, first))):
            first = given
    return days


def held_on_top(times: Sequence[PrintedTime], page: PrintedTime | None = None) -> int:
    """How many posts stand over the newest one, by their clocks: they may be of any day, and tell none to those below.

    A post of the evening over one of the night before may be the newest one of a page that hardly moves: it is where the clock that
    the `page` prints of itself comes soon after that of the first, and not after that of the second. Where it comes soon after that of
    the second alone, the first is of a day before.
    """
    if len(times) < 2 or any(day_of(time) for time in times[:2]) or not is_newest_first(_minutes(times)):
        return 0
    first, second = _minute(times[0]), _minute(times[1])
    if page is not None and page.hour is not None and first > second:
        soon = [(_minute(page) - minute) % A_DAY <= SAVED_WITHIN for minute in (first, second)]
        if soon[0] is not soon[1]:
            return int(soon[1])
    return int(may_be_held(first, second))


def _day_of_newest_around(page: PrintedTime, day: Day, times: Sequence[PrintedTime], *, published: bool) -> Day | None:
    """The newest post's day where the page's own time can lie in one place only among its posts, or a little before or after them.

    Some pages print when they were published, or when their headline was last edited, which posts follow.

    Args:
        page: that time.
        day: its day.
        times: clocks alone, newest first.
        published: the page was published then, so that all posts follow.
    """
    ages = [0]
    for later, earlier in pairwise(times):
        step = _minute(later) - _minute(earlier)
        ages.append(ages[-1] + (step if step >= -OUT_OF_ORDER else step + A_DAY))
    first = max(ages) - OUT_OF_ORDER if published else -SAVED_WITHIN
    before_newest = (_minute(times[0]) - _minute(page)) % A_DAY
    places = [
        days
        for days in range(-1, max(ages) // A_DAY + 2)
        if first <= before_newest + days * A_DAY <= max(ages) + SAVED_WITHIN
    ]
    if len(places) != 1:
        return None
    over_midnight = _minute(times[0]) < _minute(page)
    return moved(day, places[0] + over_midnight)


def day_of_newest(page: PrintedTime, times: Sequence[PrintedTime], *, edited: bool | None) -> Day | None:
    """The day of a page's newest post by the time that the page prints of itself; None where that does not decide.

    Where posts below have printed days, only an edit tells the newest one's, and never an earlier one than theirs.

    Args:
        page: that time.
        times: the posts' own times, the newest one without a day, without those held on top.
        edited: it is the page's last edit, which follows the newest post; False where the page began with it or on its day, None where
            the page does not say, so that it may be that of the headline, too.
    """
    day = day_of(page)
    if day is None or not is_newest_first(_minutes(times)):
        return None
    dated = [known for time in times if (known := day_of(time))]
    if page.hour is None or edited is False:
        if dated:
            return None
        over_midnight = runs_back_over_midnight(_minutes(times))
        if over_midnight and page.hour is not None:
            return _day_of_newest_around(page, day, times, published=True)
        return None if over_midnight else day
    since = _minute(page) - _minute(times[0])
    if times[0].utc_offset not in {None, page.utc_offset}:
        return None
    if since % A_DAY > SAVED_WITHIN:
        return None if dated or edited else _day_of_newest_around(page, day, times, published=False)
    newest = day if since >= 0 else moved(day, -1)
    return None if any(is_later(known, newest) for known in dated) else newest


def with_days(times: Sequence[PrintedTime], above: Sequence[Day | None], held: int = 0) -> list[PrintedTime]:
    """The times, each with the day that its neighbours print; `above` are days that stand over a post on a line of their own.

    The words of a time (`PrintedTime.text`) stay as printed. The first `held` posts are held on top: they take no day from
    those below, where a line that stands over them holds all the same. A day on a line of its own heads the posts of that day,
    so that those over the line are of another one.
    """
    known = [day_of(time) or day for time, day in zip(times, above, strict=True)]
    if not any(known) or all(day_of(time) for time in times):
        return list(times)
    in_place, below = times[held:], known[held:]
    below[0] = below[0] or next((day for day in above[:held] if day), None)
    newest_first = is_newest_first(_minutes(in_place))
    headed = [not day_of(time) and day is not None for time, day in zip(times, above, strict=True)][held:]
    down = _carried(in_place, below, [False] * len(below), later=not newest_first)
    up = _carried(in_place[::-1], below[::-1], headed[::-1], later=newest_first)[::-1]
    days = [*known[:held], *(a or b for a, b in zip(down, up, strict=True))]
    return [dated_by(time, day) for time, day in zip(times, days, strict=True)]
