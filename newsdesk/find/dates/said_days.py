"""The days of a live page that prints clocks alone, where the user says a date and the clocks pass midnight. Pure.

The date that is said is that of the newest posts: the page is looked at, or was saved, soon after them. An hour said with it proves that;
without one the page may as well have begun on that day, and all its days are guesses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsdesk.clock_order import A_DAY, SAVED_WITHIN, days_before, is_newest_first, may_be_held
from newsdesk.model import Basis, Post, PrintedTime


class SaidDay(NamedTuple):
    """How a post's day lies to the one that the user said."""

    days: int
    """Later than that; below zero: earlier."""
    basis: Basis


def days_beside(said: PrintedTime, posts: Sequence[Post]) -> Mapping[int, SaidDay]:
    """The posts of one page whose day is not simply the one that was said, by the identity of the objects; none where no clock passes midnight."""
    in_order = sorted(posts, key=lambda post: post.n)
    clocked = [post for post in in_order if post.printed_time and post.printed_time.hour is not None]
    clocks = [_minute(post.printed_time) for post in clocked]
    told: dict[int, SaidDay] = {}
    if len(clocks) > 2 and is_newest_first(clocks) and may_be_held(*clocks[:2]):
        told[id(clocked[0])] = SaidDay(0, Basis.GUESSED)  # of any day
        clocked, clocks = clocked[1:], clocks[1:]
    before = days_before(clocks)
    if not any(before):
        return told
    newest = 0 if is_newest_first(clocks) else -1
    since = _minutes_since(said, clocked[newest].printed_time)
    if since is None or since % A_DAY > SAVED_WITHIN:
        beside = {id(post): SaidDay(-days, Basis.GUESSED) for post, days in zip(clocked, before, strict=True)}
        return {id(post): SaidDay(0, Basis.GUESSED) for post in posts} | beside
    over = since < 0  # said after the midnight that follows the newest post
    for post, days in zip(clocked, before, strict=True):
        told[id(post)] = SaidDay(-days - over, Basis.INFERRED if days + over else Basis.STATED)
    return told


def _minute(time: PrintedTime | None) -> int:
    return ((time.hour or 0) * 60 + (time.minute or 0)) if time else 0


def _minutes_since(said: PrintedTime, newest: PrintedTime | None) -> int | None:
    """From the newest clock to the one that was said; None where none was."""
    if said.hour is None or newest is None:
        return None
    apart = 0 if None in {said.utc_offset, newest.utc_offset} else (said.utc_offset or 0) - (newest.utc_offset or 0)
    return _minute(said) - _minute(newest) - apart
