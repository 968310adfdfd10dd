"""Posts that a copied live page shows twice: in a list of key events or pinned on top, and in their place below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdesk.late_pattern import late_pattern
from newsdesk.model import Post, PrintedTime
from newsdesk.read.lines.furniture import is_furniture
from newsdesk.read.lines.layout import Line, ends_sentence
from newsdesk.read.live.days import Day, dated_by, day_of
from newsdesk.read.times.printed import line_time, read_time

_PINNED = late_pattern(r"pinned(?: post)?", re.IGNORECASE)
_KEY_EVENTS = late_pattern(
    r"key (?:events?|moments|points|updates)|timeline|lo más importante|l[’']essentiel", re.IGNORECASE
)
_DAYS_AND_MARK = 2
"""Lines above a post's header that may tell that it is pinned: the mark, and a day between the two."""

_Key = tuple[int | None, int | None, str]


def _is_moment(text: str) -> bool:
    return line_time(text) is not None or is_furniture(text)


def _is_of_other_clock(time: PrintedTime | None, lines: Sequence[Line], at: int) -> bool:
    """Whether the lines beside a headline print clocks, and none that of `time`: one headline may stand over several posts."""
    beside = [line_time(lines[n].text) for n in (at - 1, at + 1) if 0 <= n < len(lines)]
    clocks = {(each.hour, each.minute) for each in beside if each and each.hour is not None}
    return time is not None and time.hour is not None and bool(clocks) and (time.hour, time.minute) not in clocks


def without_key_events(lines: Sequence[Line]) -> list[Line]:
    """The lines without a list of key events on top: headlines with their times beside them, each of which stands again below over its post."""
    begin = next((index for index, line in enumerate(lines) if _KEY_EVENTS.fullmatch(line.text)), None)
    if begin is None:
        return list(lines)
    last = {line.text.casefold(): index for index, line in enumerate(lines)}
    end = begin + 1
    while end + 1 < len(lines):
        one, other = lines[end].text, lines[end + 1].text
        if any((time := line_time(text)) and time.day for text in (one, other)):
            return list(lines)  # posts with clocks alone may have their day from here
        told = other if _is_moment(one) else one if _is_moment(other) else None
        if told is None or _is_moment(told) or ends_sentence(told) or last[told.casefold()] <= end + 1:
            break
        if _is_of_other_clock(line_time(other if told is one else one), lines, last[told.casefold()]):
            break
        end += 2
    return [*lines[: begin + 1], *lines[end:]] if end > begin + 1 else list(lines)


def is_pinned(lines: Sequence[Line], first: int) -> bool:
    """Whether the page says right above the header that begins at line `first` that the post is pinned to the top."""
    for line in lines[max(0, first - _DAYS_AND_MARK) : first][::-1]:
        if _PINNED.fullmatch(line.text):
            return True
        if read_time(line.text) is None:
            return False
    return False


def _key(post: Post, time: PrintedTime) -> _Key:
    return time.hour, time.minute, (post.headline or post.text).casefold()


def _is_copy(post: Post, other: Post) -> bool:
    """Whether a post with the clock and the headline of another one says no more than that one."""
    return not post.captions and (post.text in {"", other.text} or not post.headline)


def standing_once(
    posts: Sequence[Post], times: Sequence[PrintedTime], above: Sequence[Day | None]
) -> tuple[list[int], list[PrintedTime]]:
    """Which posts stand in their place, by index, and the time of each, with the day that a copy over it prints.

    Two posts with one clock that are of two days by what is printed are no copies.

    Args:
        posts: the posts of a page, in its order.
        times: their times, with the days that the page prints in them.
        above: the days that the page prints on lines over them.
    """
    days = [day_of(time) or day for time, day in zip(times, above, strict=True)]
    last: dict[_Key, int] = {}
    kept: list[int] = []
    told = list(times)
    for index in range(len(posts) - 1, -1, -1):
        place = last.setdefault(_key(posts[index], times[index]), index)
        day = days[index]
        if place == index or not _is_copy(posts[index], posts[place]) or (day and days[place] not in {None, day}):
            kept.append(index)
        elif day and days[place] is None:
            days[place] = day
            told[place] = dated_by(told[place], day)
    kept.reverse()
    return kept, [told[index] for index in kept]
