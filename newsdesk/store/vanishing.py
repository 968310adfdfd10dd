"""Which posts a page no longer has, when it is read again. Pure.

A post that is not found where it stood says little by itself: live pages show their newest posts only, feeds let old
entries drop off their end, and the file may be an older copy of the page. So a post has vanished only when the page still
shows what stood around it:

* the page was not read as it was earlier: the newest post that was known stands in it, or newer ones do;
* on its newer side a post still stands in its place, or there are new posts on top of the page;
* on its older side at least two posts still stand in their places, and as many as are missing side by side, those included
  that were missing before. A page that shows its newest posts and, at the foot, the one it began with has lost nothing of
  what drops off in between, be it one post after the other. It may keep a few more there: where only a few stand below, and
  not just a few above, the page must show as many posts less than the last time, for one that makes room shows no less;
* the printed times do not say otherwise: a post that was held on top of the page and is older than all that is left in
  place has dropped off, and an old post that is held on top now is no news;
* the page goes by time. A feed in the order of what is read most shows and leaves out posts anywhere.

Where this leaves doubt, nothing is said: a post wrongly called gone is worse than one that is not called so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

from newsdesk.model import Post, PrintedTime
from newsdesk.store.page_order import longest_increasing, steps

_AGAINST_TIME = 1
_FEWEST_BELOW = 2
_FOOT = 3
"""Old posts that a page may keep at its foot."""
_SHORTEST = 5
"""The newest posts that a page shows at least, when older ones make room for them."""
_ONE_AGAINST = 4
"""A page goes by time when one step from post to post goes the other way, as where one is held on top, or one for so many."""


def vanished(
    stored: Sequence[Post], incoming: Sequence[Post], found: Sequence[int | None], shown_before: int | None = None
) -> frozenset[int]:
    """Indexes of the stored posts that the page no longer has; those already marked gone are not told again.

    Args:
        stored: the source's posts; `n` tells their order.
        incoming: what was read now, in the source's order.
        found: for each incoming post the index of the stored one that it is, None for a new one.
        shown_before: how many posts the page showed when it was read the last time; None: nobody knows.
    """
    page = _Page(stored, incoming, found)
    fewer = 0 if shown_before is None else shown_before - len(incoming)
    return frozenset() if page.is_earlier() else frozenset(page.vanished(fewer))


def is_earlier(stored: Sequence[Post], incoming: Sequence[Post], found: Sequence[int | None]) -> bool:
    """Whether this is the page as it was before what is stored of it: the newest stored post is not there yet.

    A page whose newest post was taken back, and that has had no other since, looks the same.
    """
    return _Page(stored, incoming, found).is_earlier()


class _Page:
    """A page's stored and incoming posts, both from the newest on."""

    def __init__(self, stored: Sequence[Post], incoming: Sequence[Post], found: Sequence[int | None]) -> None:
        self._stored = stored
        self._order = sorted(range(len(stored)), key=lambda index: stored[index].n)
        places = [(index, post) for post, index in zip(incoming, found, strict=True)]
        newer, older = steps(incoming)
        self._by_time = min(newer, older) <= max(_AGAINST_TIME, max(newer, older) // _ONE_AGAINST)
        if newer > older:
            self._order.reverse()
            places.reverse()
        self._place = {index: place for place, (index, _post) in enumerate(places) if index is not None}
        there = [index for index in self._order if index in self._place]
        self._in_place = [there[at] for at in longest_increasing([self._place[index] for index in there])]
        """Stored posts that still stand, but for those that moved among the others."""
        first = self._place[self._in_place[0]] if self._in_place else 0
        on_top = [post.printed_time for index, post in places[:first] if index is None]
        in_place = [self._stored[index].printed_time for index in self._in_place]
        parts = _usual_parts([*on_top, *in_place])
        self._new_on_top = _Times(on_top, parts)
        self._older = _Times(in_place, parts)

    def is_earlier(self) -> bool:
        newest = next((index for index in self._order if self._stored[index].gone is None), None)
        return bool(self._place) and newest is not None and newest not in self._place and not self._newer_on_top(newest)

    def vanished(self, fewer: int) -> list[int]:
        """Those that the page no longer has, as it shows so many fewer than before."""
        result: list[int] = []
        if not self._by_time:
            return result
        in_place = set(self._in_place)
        run: list[int] = []
        passed = False
        for index in self._order:
            if index in in_place:
                new = [one for one in run if self._stored[one].gone is None]
                made_room = len(result) + len(new) > fewer and self._place[index] >= _SHORTEST
                below = _FOOT + 1 if made_room else _FEWEST_BELOW
                result += [
                    one
                    for one in new
                    if (passed or self._newer_on_top(one)) and self._stand_below(one, max(below, len(run)))
                ]
                self._older.remove(self._stored[index].printed_time)
                passed = True
                run = []
            elif index not in self._place:
                run.append(index)
        return result

    def _newer_on_top(self, index: int) -> bool:
        """Whether there are new posts on top, and not just old ones that are held there."""
        return self._new_on_top.not_older(self._stored[index].printed_time) > 0

    def _stand_below(self, index: int, number: int) -> bool:
        """Whether that many of the stored posts that still stand below are older than this one, as far as times are printed."""
        return self._older.older(self._stored[index].printed_time) >= number


_Parts = tuple[bool, bool, bool]
"""Whether a time prints its year, its day and month, its zone."""


class _Times:
    """Printed times, to count those that may be older or newer than another one without a look at each.

    Times that print the same parts stand in one order, all of them. A time without an hour may be older and newer than any
    other; one that prints other parts than most of the page counts as neither: nothing is said where it would decide.
    """

    def __init__(self, times: Sequence[PrintedTime | None], parts: _Parts | None) -> None:
        """`parts` are those that most times of the page print."""
        self._parts = parts
        self._minutes = sorted(_minutes(time) for time in times if time and _parts(time) == parts)
        self._timeless = sum(_parts(time) is None for time in times)

    def remove(self, time: PrintedTime | None) -> None:
        """One of them counts no more."""
        if time and _parts(time) == self._parts:
            del self._minutes[bisect_left(self._minutes, _minutes(time))]
        elif _parts(time) is None:
            self._timeless -= 1

    def older(self, time: PrintedTime | None) -> int:
        """How many may be older than this one; of the same minute none: one held on top when it was new may stand over them."""
        return self._timeless + self._on_one_side(time, lambda minutes: bisect_left(self._minutes, minutes))

    def not_older(self, time: PrintedTime | None) -> int:
        """How many may be newer than this one, or as old."""
        all_of_them = len(self._minutes)
        return self._timeless + self._on_one_side(
            time, lambda minutes: all_of_them - bisect_left(self._minutes, minutes)
        )

    def _on_one_side(self, time: PrintedTime | None, count: Callable[[int], int]) -> int:
        parts = _parts(time)
        if time is None or parts is None:
            return len(self._minutes)
        return count(_minutes(time)) if parts == self._parts else 0


def _parts(time: PrintedTime | None) -> _Parts | None:
    """What a time prints beside its clock; None for one without."""
    if time is None or time.hour is None:
        return None
    return time.year is not None, time.day is not None and time.month is not None, time.utc_offset is not None


def _usual_parts(times: Sequence[PrintedTime | None]) -> _Parts | None:
    """What most of those that print a clock print beside it."""
    found = Counter(parts for time in times if (parts := _parts(time)))
    return found.most_common(1)[0][0] if found else None


def _minutes(time: PrintedTime) -> int:
    """A number that orders times of the same parts, in minutes; exact only within a day."""
    clock = (time.hour or 0) * 60 + (time.minute or 0) - (time.utc_offset or 0)
    if time.day is None or time.month is None:
        return clock
    return ((((time.year or 0) * 12) + time.month) * 31 + time.day) * 24 * 60 + clock
