"""A reading is dated as well as its story allows, before any of it is stored. The wall clock is an argument.

Finding is imported where it is used, as readers are, see `reading`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from newsdesk.model import Post, Reading, Source


@dataclass(frozen=True, slots=True)
class Ready:
    """A reading that may be stored, and what must be said with it."""

    reading: Reading
    notice: str | None
    """One line that a person should see: a guessed year."""


def prepare(
    reading: Reading, sources: Sequence[Source], posts: Sequence[Post], year: int | None, now: datetime
) -> Ready:
    """Date a reading as well as the story allows: the user's year, evidence, or at last a guess that says so.

    Args:
        reading: what was read.
        sources: the story's sources, as companions.
        posts: the story's posts.
        year: what the user said.
        now: the wall clock, aware; a guessed year is the latest that does not lie ahead of it.
    """
    from newsdesk.find.dates.source_dates import stand_alone

    source = replace(reading.source, read_at=now.astimezone(UTC), year=year)
    reading = replace(reading, source=source)
    # What stands alone is not dated for nothing: a feed may have ten thousand entries.
    if year is not None or stand_alone([source], reading.posts):
        return Ready(reading, None)
    if all(post.published is not None for post in dated_posts(reading, sources, posts)):
        return Ready(reading, None)
    printed = [post.printed_time for post in reading.posts] + [source.printed_time]
    days = {(time.month, time.day) for time in printed if time and time.month and time.day and not time.year}
    guess = _latest_year(days, now.date())
    if guess is None:
        return Ready(reading, None)
    notice = f"{source.tag}: prints no year and nothing tells it; {guess} is a guess"
    return Ready(replace(reading, source=replace(source, guessed_year=guess)), notice)


def dated_posts(reading: Reading, sources: Sequence[Source], posts: Sequence[Post]) -> list[Post]:
    """The reading's posts dated beside the story's. They get ids below zero, which no stored post has."""
    from newsdesk.finding.dates import resolve_apart

    stand_in = -1
    source = replace(reading.source, id=stand_in)
    newcomers = [replace(post, id=-number, source_id=stand_in) for number, post in enumerate(reading.posts, 1)]
    dated, _ = resolve_apart([*sources, source], [*posts, *newcomers])
    return list(dated[len(posts) :])


def _latest_year(days: Iterable[tuple[int, int]], today: date) -> int | None:
    """The latest year in which each of these days (month, day) exists and none lies ahead; None without such days."""
    from newsdesk.find.calendar_words import calendar_day

    leap_year = 2000
    real = [day for day in days if calendar_day(leap_year, *day)]
    if not real:
        return None
    # 29 February recurs after at most eight years.
    years = range(today.year, max(today.year - 9, 0), -1)
    return next((year for year in years if all((on := calendar_day(year, *day)) and on <= today for day in real)), None)
