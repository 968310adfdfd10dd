"""What a source's own text tells about the year in which it was written. Pure.

Every weekday that the text ties to a day of a month leaves only some years: "Monday, 12 May" one in six. Most pages
never write such a pair, but say "from Monday" in one post and "tomorrow, 12 May" in another, of the same thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from newsdesk.find.calendar_words import calendar_day, moved
from newsdesk.find.dates.direction import Direction
from newsdesk.find.dates.in_story import TimexCandidate, find_candidates
from newsdesk.find.dates.phrases import Grain, Phrase
from newsdesk.model import Post

_YEARS: Final = range(1980, 2080)
"""Years that a page read as live news can come from."""
_POSTS_READ: Final = 150
"""Posts of one source read for evidence: a year shows early or not at all."""
_CLEAR: Final = 3
"""Weight of a written pair ("Monday, 12 May")."""
_ENOUGH: Final = 2
"""Weight that names a year: one written pair, or two weekdays that fit days of the same things."""


_candidates = lru_cache(maxsize=4096)(find_candidates)
"""Kept between calls: one new post must not cost the reading of its whole source."""


@dataclass(frozen=True, slots=True)
class YearsTold:
    """The years that the evidence leaves, and the latest past year that the text names."""

    candidates: frozenset[int]
    floor: int | None


def years_told(posts: Sequence[tuple[Post, tuple[int, int] | None]]) -> YearsTold:
    """The years that fit the days named in the texts of one source.

    Args:
        posts: the posts of the source, each with the month and day it was printed with.
    """
    own_years: Counter[int] = Counter()
    floor: int | None = None
    pairs: dict[tuple[int, int, int], int] = {}
    fixed: dict[str, set[tuple[int, int]]] = {}
    loose: dict[str, set[int]] = {}
    for post, printed in list(posts)[:_POSTS_READ]:
        for text in (post.headline or "", post.text):
            for candidate in _candidates(text):
                phrases = {phrase.grain: phrase for phrase in candidate.expression.phrases}
                floor = _raised(floor, candidate, phrases)
                _count_own_year(own_years, phrases.get(Grain.CALENDAR), printed)
                _collect(candidate, phrases, printed, pairs, fixed, loose)
    for name, weekdays in loose.items():
        days = fixed.get(name, set())
        for weekday in weekdays:
            # One weekday and one day of a class are the same day; with several days it only excludes years.
            if len(days) == 1 and (day := next(iter(days))):
                pairs.setdefault((weekday, *day), 1)
    if own_years:
        year, times = min(own_years.items(), key=lambda item: (-item[1], -item[0]))
        if times * 2 > sum(own_years.values()):
            return YearsTold(frozenset({year}), floor)
    own = next((printed for _, printed in posts if printed), None)
    weights = {year: _weight(year, pairs, own) for year in _YEARS}
    best = max(weights.values(), default=0)
    total = sum(pairs.values())
    if best < _ENOUGH or best * 3 < total * 2:
        return YearsTold(frozenset(), floor)
    return YearsTold(frozenset(year for year, weight in weights.items() if weight == best), floor)


def _weight(year: int, pairs: dict[tuple[int, int, int], int], own: tuple[int, int] | None) -> int:
    """The weight of the pairs that fit when the source's own day lies in `year`."""
    fits = 0
    for (weekday, month, number), weight in pairs.items():
        day = calendar_day(year + _years_on(own, (month, number)), month, number)
        fits += weight if day and day.weekday() == weekday else 0
    return fits


def _years_on(own: tuple[int, int] | None, named: tuple[int, int]) -> int:
    """1 for a day named in December for January, -1 the other way round: the year changes between them."""
    months = named[0] - own[0] if own else 0
    return 1 if months < -6 else -1 if months > 6 else 0


def _raised(floor: int | None, candidate: TimexCandidate, phrases: dict[Grain, Phrase]) -> int | None:
    """The latest year named as past: "back in 2022", "September 2023"."""
    if candidate.pointing.direction is Direction.AHEAD:
        return floor
    years = [phrase.year for phrase in phrases.values() if phrase.year and phrase.year in _YEARS]
    return max([*years, floor or 0]) if years else floor


def _count_own_year(own_years: Counter[int], phrase: Phrase | None, printed: tuple[int, int] | None) -> None:
    """A full date close to the post's own day gives the year away; one far from it may be an anniversary."""
    if phrase is None or phrase.year is None or phrase.month is None or phrase.day is None or printed is None:
        return
    year = phrase.year - _years_on(printed, (phrase.month, phrase.day))
    named, own = calendar_day(phrase.year, phrase.month, phrase.day), calendar_day(year, *printed)
    if named and own and abs((named - own).days) <= 21:
        own_years[year] += 1


def _collect(
    candidate: TimexCandidate,
    phrases: dict[Grain, Phrase],
    printed: tuple[int, int] | None,
    pairs: dict[tuple[int, int, int], int],
    fixed: dict[str, set[tuple[int, int]]],
    loose: dict[str, set[int]],
) -> None:
    calendar, weekday, near = (phrases.get(grain) for grain in (Grain.CALENDAR, Grain.WEEKDAY, Grain.NEAR))
    day: tuple[int, int] | None = None
    if calendar and calendar.year is None and calendar.month and calendar.day:
        day = (calendar.month, calendar.day)
    elif near and printed and near.shift is not None and candidate.told_on is None:
        day = _shifted(printed, near.shift)
    if weekday and weekday.weekday is not None and day:
        pairs[(weekday.weekday, *day)] = _CLEAR
    name = candidate.noun_class
    if name is None or candidate.pointing.direction is Direction.BACK or candidate.barred:
        return
    if day and candidate.expression.last is None and _is_ahead(day, printed):
        fixed.setdefault(name, set()).add(day)
    elif (
        weekday
        and weekday.weekday is not None
        and (weekday.modifier == "next" or candidate.pointing.direction is Direction.AHEAD)
    ):
        loose.setdefault(name, set()).add(weekday.weekday)


def _shifted(printed: tuple[int, int], days: int) -> tuple[int, int] | None:
    """Month and day so many days later, in a year without a leap day in the way."""
    start = calendar_day(2001, *printed)
    end = moved(start, days) if start else None
    return (end.month, end.day) if end else None


def _is_ahead(day: tuple[int, int], printed: tuple[int, int] | None) -> bool:
    """Whether the day lies within a week after the printed one: what a bare weekday ahead can mean."""
    if printed is None:
        return False
    own, named = calendar_day(2001, *printed), calendar_day(2001, *day)
    return bool(own and named) and 0 < (_days_between(own, named)) <= 7


def _days_between(own: date | None, named: date | None) -> int:
    if own is None or named is None:
        return 0
    days = (named - own).days
    return days + 365 if days < -300 else days
