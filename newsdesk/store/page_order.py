"""In which order the posts of a page stand: by their places in it, and by their printed times. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from newsdesk.model import Post, PrintedTime


def places_of(stored: Sequence[Post], incoming: Sequence[Post], found: Sequence[int | None]) -> list[int]:
    """A place (`n`) for each incoming post, so that no stored one has to move.

    Posts before all known ones count down from the first place, as on a live page, where the newest stands on top;
    posts behind the last known one count up; posts in between share the gap, or the place before it when it is full.
    A known post that has left its place among the others, or is held on top of newer ones, says nothing of the places below it.

    Args:
        stored: the source's posts.
        incoming: what was read now, in the source's order.
        found: for each incoming post the index of the stored one that it is, None for a new one.
    """
    if not stored:
        return list(range(1, len(found) + 1))
    places = [stored[index].n if index is not None else 0 for index in found]
    in_place = _in_place(stored, incoming, found)
    known = [number for number, index in enumerate(found) if index is None or number in in_place]
    start = 0
    while start < len(known):
        if found[known[start]] is not None:
            start += 1
            continue
        end = start
        while end < len(known) and found[known[end]] is None:
            end += 1
        run = known[start:end]
        if start == 0:
            first = min(post.n for post in stored) - len(run)
            now = [first + step for step in range(len(run))]
        elif end == len(known):
            last = max(post.n for post in stored)
            now = [last + step for step in range(1, len(run) + 1)]
        else:
            before = places[known[start - 1]]
            room = max(places[known[end]] - before - 1, 0)
            now = [before + min(step, room) for step in range(1, len(run) + 1)]
        for number, place in zip(run, now, strict=True):
            places[number] = place
        start = end
    return places


def _in_place(stored: Sequence[Post], incoming: Sequence[Post], found: Sequence[int | None]) -> set[int]:
    """Which incoming posts are known ones that stand among the others as they did."""
    there = [(number, stored[index].n) for number, index in enumerate(found) if index is not None]
    in_place = {there[at][0] for at in longest_increasing([place for _, place in there])}
    newer, older = steps(incoming)
    if newer > older:
        return in_place
    newest: Post | None = None
    """Of the new posts further down."""
    for number in range(len(incoming) - 1, -1, -1):
        post = incoming[number]
        if found[number] is None:
            newest = post if newest is None or is_newer(post, newest) else newest
        elif newest is not None and is_newer(newest, post):
            in_place.discard(number)
    return in_place


def steps(posts: Sequence[Post]) -> tuple[int, int]:
    """How often the next post is newer by its printed time, and how often older."""
    newer = older = 0
    for one, other in pairwise(posts):
        newer += is_newer(other, one)
        older += is_newer(one, other)
    return newer, older


def is_newer(one: Post, other: Post) -> bool:
    """Whether the printed times say so; what they do not print decides nothing."""
    minutes = minutes_between(one.printed_time, other.printed_time)
    return minutes is not None and minutes > 0


def minutes_between(one: PrintedTime | None, other: PrintedTime | None) -> int | None:
    """How much later one is than the other, exact only within a day; None when the print does not tell."""
    if one is None or other is None or one.hour is None or other.hour is None:
        return None
    minutes = (one.hour - other.hour) * 60 + (one.minute or 0) - (other.minute or 0)
    if one.utc_offset is not None and other.utc_offset is not None:
        minutes -= one.utc_offset - other.utc_offset
    if one.day is None and other.day is None:
        return minutes
    if one.day is None or other.day is None or one.month is None or other.month is None:
        return None
    years = one.year - other.year if one.year is not None and other.year is not None else 0
    days = (years * 12 + one.month - other.month) * 31 + one.day - other.day
    return days * 24 * 60 + minutes


def longest_increasing(numbers: Sequence[int]) -> list[int]:
    """Where the longest rising sequence stands among different numbers: what kept its order when others moved."""
    ends: list[int] = []
    """By length: the place of the least number that ends a rising sequence of that length."""
    values: list[int] = []
    before: list[int | None] = []
    for place, number in enumerate(numbers):
        length = bisect_left(values, number)
        before.append(ends[length - 1] if length else None)
        values[length : length + 1] = [number]
        ends[length : length + 1] = [place]
    result: list[int] = []
    at = ends[-1] if ends else None
    while at is not None:
        result.append(at)
        at = before[at]
    return result[::-1]
