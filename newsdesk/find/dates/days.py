"""The days that phrases name: the calendar's arithmetic against a reference day. Pure, without a wall clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from newsdesk.find.calendar_words import calendar_day, easter, iso_week, moved
from newsdesk.find.dates.direction import Direction
from newsdesk.find.dates.phrases import Grain, Phrase
from newsdesk.find.dates.timex_candidate import TimexCandidate

FixedDays = Mapping[tuple[int, str], Sequence[date]]
"""Days that a story fixes, by weekday and class of noun."""


@dataclass(frozen=True, slots=True)
class DayValue:
    """A resolved expression: days when it names days, else a coarser ISO value."""

    first: date | None = None
    last: date | None = None
    coarse: str | None = None
    coarse_end: date | None = None
    """The last day of the coarse period."""
    second_half: bool = False
    """Its hour, printed without a half of the day, is that of the afternoon."""


def first_value(candidate: TimexCandidate, day: date | None, fixed: FixedDays) -> DayValue | None:
    """The day or the coarser period that the (first) day of an expression names; None when the calendar has none.

    Args:
        candidate: the expression with what its words tell.
        day: the reference day; None: only fully explicit dates.
        fixed: days that the story fixes.
    """
    phrases = {phrase.grain: phrase for phrase in candidate.expression.phrases}
    direction = candidate.pointing.direction
    weekday = phrases.get(Grain.WEEKDAY)
    if Grain.CALENDAR in phrases:
        found = _calendar(phrases[Grain.CALENDAR], day, direction, weekday.weekday if weekday else None)
        if found and day and found > day and candidate.pointing.over and not (weekday or phrases[Grain.CALENDAR].year):
            found = calendar_day(found.year - 1, found.month, found.day)
        return _week_of(found) if found and phrases[Grain.CALENDAR].modifier == "week of" else _days(found)
    if Grain.FEAST in phrases:
        return _days(_feast(phrases[Grain.FEAST], day, direction))
    if Grain.NTH in phrases:
        return _days(_nth_weekday(phrases[Grain.NTH], day, direction))
    if Grain.FIGURES in phrases:
        return _days(_figures(phrases[Grain.FIGURES], day, candidate.month_first))
    if Grain.YEAR in phrases and phrases[Grain.YEAR].year is not None:
        return _year(phrases[Grain.YEAR].year or 0)
    if Grain.MONTH in phrases and phrases[Grain.MONTH].year is not None:
        return month_value(phrases[Grain.MONTH].year or 0, phrases[Grain.MONTH].month or 1)
    if day is None or Grain.TOLD in phrases:
        return None
    if Grain.NEAR in phrases:
        near = moved(day, phrases[Grain.NEAR].shift or 0)
        years = phrases[Grain.YEAR].shift or 0 if Grain.YEAR in phrases else 0
        months = phrases[Grain.MONTH].shift or 0 if Grain.MONTH in phrases else 0
        return _days(_months_on(near, 12 * years + months) if near else None)
    if weekday is not None:
        if weekday.modifier == "after":
            return None
        return _days(_weekday(weekday, day, candidate, fixed))
    return _period(candidate.expression.phrases[0], day, direction, strong=candidate.pointing.strong)


def _days(day: date | None) -> DayValue | None:
    return DayValue(first=day) if day else None


def _week_of(day: date) -> DayValue:
    return DayValue(coarse=iso_week(day), coarse_end=moved(day, 6 - day.weekday()))


def _year(year: int) -> DayValue:
    return DayValue(coarse=f"{year:04d}", coarse_end=calendar_day(year, 12, 31))


def month_value(year: int, month: int) -> DayValue | None:
    """A month as a coarse value; None outside the calendar."""
    following = calendar_day(year + month // 12, month % 12 + 1, 1)
    end = moved(following, -1) if following else None
    return DayValue(coarse=f"{year:04d}-{month:02d}", coarse_end=end) if 1 <= year <= 9999 else None


def _months_on(day: date, months: int) -> date | None:
    """The same day some months on; None where that month has none."""
    number = 12 * day.year + day.month - 1 + months
    return calendar_day(number // 12, number % 12 + 1, day.day)


def _calendar(phrase: Phrase, day: date | None, direction: Direction, weekday: int | None) -> date | None:
    if phrase.day is None:
        return None
    if phrase.month is None and phrase.shift is not None and day is not None:
        first = _months_on(day.replace(day=1), phrase.shift)
        return calendar_day(first.year, first.month, phrase.day) if first else None
    if phrase.month is None:
        return _day_of_month(phrase.day, day, direction, weekday)
    if phrase.year is not None:
        return calendar_day(phrase.year, phrase.month, phrase.day)
    if day is None:
        return None
    if phrase.shift is not None:
        return calendar_day(day.year + phrase.shift, phrase.month, phrase.day)
    # Six years each way: a weekday with its day of the month recurs within that time.
    years = (
        range(max(1, day.year - 6), min(9999, day.year + 6) + 1)
        if weekday is not None
        else range(max(1, day.year - 1), min(9999, day.year + 1) + 1)
    )
    choices = [found for year in years if (found := calendar_day(year, phrase.month, phrase.day))]
    near = [found for found in choices if abs(found.year - day.year) <= 1]
    fitting = [found for found in choices if found.weekday() == weekday]
    if fitting and any(found in near for found in fitting):
        near = [found for found in near if found in fitting]
    pointed = {
        Direction.AHEAD: any(found >= day for found in near),
        Direction.BACK: any(found <= day for found in near),
        Direction.OPEN: bool(near),
    }
    if not pointed[direction]:
        # 29 February: the leap years on either side.
        wide = range(max(1, day.year - 8), min(9999, day.year + 8) + 1)
        near = [found for year in wide if (found := calendar_day(year, phrase.month, phrase.day))]
    if not near:
        return None
    nearest = min(near, key=lambda found: abs((found - day).days))
    distance = (nearest - day).days
    if abs(distance) <= 60:
        return nearest
    if direction is Direction.BACK:
        return max((found for found in near if found <= day), default=nearest)
    if direction is Direction.AHEAD:
        return min((found for found in near if found >= day), default=nearest)
    return nearest


def _feast(phrase: Phrase, day: date | None, direction: Direction) -> date | None:
    """The feast of its year, else the nearest one, or the one that its words point to."""
    years = [phrase.year] if phrase.year else [day.year - 1, day.year, day.year + 1] if day else []
    found = [each for year in years if (sunday := easter(year)) and (each := moved(sunday, phrase.shift or 0))]
    if day and direction is Direction.AHEAD:
        found = [each for each in found if each >= day] or found
    elif day and direction is Direction.BACK:
        found = [each for each in found if each <= day] or found
    return min(found, key=lambda each: abs((each - day).days) if day else 0, default=None)


_A_SEASON: Final = 120
"""Days within which a weekday of a month is one day; further off it is that of every year."""


def _nth_weekday(phrase: Phrase, day: date | None, direction: Direction) -> date | None:
    """As in "the second Monday of December": the one of its year, else the next or the last one that is near."""
    rank, weekday = phrase.shift or 1, phrase.weekday or 0
    if phrase.year is not None:
        return _ranked(phrase.year, phrase.month or 1, weekday, rank)
    if day is None:
        return None
    if phrase.month is None:
        return _ranked(day.year + day.month // 12, day.month % 12 + 1, weekday, rank)
    near = [_ranked(day.year + years, phrase.month, weekday, rank) for years in (-1, 0, 1)]
    way = {Direction.AHEAD: 1, Direction.BACK: -1}.get(direction, 0)
    return next((each for each in near if each and 0 <= way * (each - day).days <= _A_SEASON and way), None)


def _ranked(year: int, month: int, weekday: int, rank: int) -> date | None:
    """The weekday of a month by its rank, -1 the last one."""
    if rank < 0:
        following = calendar_day(year + month // 12, month % 12 + 1, 1)
        last = moved(following, -1) if following else None
        return moved(last, -((last.weekday() - weekday) % 7)) if last else None
    first = calendar_day(year, month, 1)
    return moved(first, (weekday - first.weekday()) % 7 + 7 * (rank - 1)) if first else None


def _day_of_month(number: int, day: date | None, direction: Direction, weekday: int | None) -> date | None:
    """As in "The 15th": of the reference's month or one near it; the next one may be too short for "the 31st".

    `weekday`: the one that it must be, which tells the month ("Friday 18").
    """
    if day is None:
        return None
    months = [(day.year + (day.month + shift - 1) // 12, (day.month + shift - 1) % 12 + 1) for shift in range(-2, 3)]
    choices = [found for year, month in months if (found := calendar_day(year, month, number))]
    if weekday is not None:
        # It falls on that weekday a few times a year: the nearest one is meant, and none that is over of what lies ahead.
        over = direction is Direction.AHEAD
        choices = [found for found in choices if found.weekday() == weekday and not (over and found < day)]
    elif direction is Direction.AHEAD:
        choices = [found for found in choices if found >= day] or choices
    elif direction is Direction.BACK:
        choices = [found for found in choices if found <= day] or choices
    return min(choices, key=lambda found: abs((found - day).days), default=None)


def _figures(phrase: Phrase, day: date | None, month_first: bool | None) -> date | None:
    first, second, year = phrase.day or 0, phrase.month or 0, phrase.year or 0
    american, british = calendar_day(year, first, second), calendar_day(year, second, first)
    if american is None or british is None or american == british:
        return american or british
    if month_first is not None:
        return american if month_first else british
    if day is None:
        return None
    # No order is given away: only a reading near the text's own day is believed, and only when the other is far.
    near = [found for found in (american, british) if abs((found - day).days) <= 21]
    return near[0] if len(near) == 1 else None


def _weekday(phrase: Phrase, day: date, candidate: TimexCandidate, fixed: FixedDays) -> date | None:
    wanted = phrase.weekday or 0
    ahead = (wanted - day.weekday()) % 7
    direction = candidate.pointing.direction
    monday = moved(day, -day.weekday())
    if monday is None:
        return None
    if phrase.modifier == "week after":
        return moved(day, (ahead or 7) + 7 * (phrase.shift or 1))
    if phrase.shift is not None:
        return moved(monday, 7 * phrase.shift + wanted)
    if phrase.modifier == "next":
        return moved(monday, 7 + wanted)
    if phrase.modifier == "coming":
        return moved(day, ahead or 7)
    if phrase.modifier in {"last", "before"}:
        return moved(day, -(7 - ahead))
    if phrase.modifier == "this":
        same_week = moved(monday, wanted)
        passed = wanted < day.weekday()
        return (
            moved(day, ahead)
            if passed and direction is not Direction.BACK and (direction is Direction.AHEAD or day.weekday() >= 5)
            else same_week
        )
    if direction is Direction.AHEAD:
        if candidate.pointing.nearest and ahead > 4:
            return moved(day, ahead - 7)
        # "Until Thursday", said on a Thursday, is the next one; "on Thursday" may be the day itself.
        return moved(day, ahead or (7 if candidate.strictly_ahead else 0))
    if not candidate.pointing.strong and candidate.noun_class:
        near = [found for found in fixed.get((wanted, candidate.noun_class), ()) if 0 <= (found - day).days <= 7]
        if near:
            return min(near)
    return moved(day, -((7 - ahead) % 7))


_A_SEASON_AHEAD: Final = 3
"""Months ahead in which the next one of that name is meant where the words point ahead."""


def _period(phrase: Phrase, day: date, direction: Direction, *, strong: bool) -> DayValue | None:
    if phrase.grain is Grain.WEEK:
        start = moved(day, 7 * (_weekend(phrase, day, direction) if phrase.modifier else phrase.shift or 0))
        return _week_of(start) if start else None
    if phrase.grain is Grain.YEAR:
        year = day.year + (phrase.shift or 0)
        return _year(year) if 1 <= year <= 9999 else None
    if phrase.month is None:
        count = day.year * 12 + day.month - 1 + (phrase.shift or 0)
        return month_value(count // 12, count % 12 + 1)
    month = phrase.month
    if phrase.modifier in {"next", "coming"}:
        return month_value(day.year + (month <= day.month), month)
    if phrase.modifier in {"last", "past"}:
        return month_value(day.year - (month >= day.month), month)
    if phrase.modifier == "this":
        return month_value(day.year, month)
    # A bare month is the latest one unless a strong cue points ahead: "proposed in March" looks back.
    if direction is Direction.AHEAD and (strong or 0 < (month - day.month) % 12 <= _A_SEASON_AHEAD):
        return month_value(day.year + (month < day.month), month)
    return month_value(day.year - (month > day.month), month)


def _weekend(phrase: Phrase, day: date, direction: Direction) -> int:
    """How many weeks from the one of `day` a weekend is: it has come, lies ahead where the words point there, else it was the last one.

    "This weekend" was the last one only where the words say so on the days right after it.
    """
    if direction is Direction.AHEAD or day.weekday() >= 5:
        return 0
    over = phrase.modifier == "weekend" or (direction is Direction.BACK and day.weekday() < 2)
    return -1 if over else 0


def last_day(phrase: Phrase, first: date, day: date | None, *, free: bool) -> date | None:
    """The last day of a range: the first one that fits, on or after the first day.

    `free`: a weekday may lie more than a week after the first day ("from 14 September to Thursday").
    """
    if phrase.grain is Grain.WEEKDAY:
        if free and day and (day - first).days > 6:
            return moved(day, -((day.weekday() - (phrase.weekday or 0)) % 7))
        return moved(first, ((phrase.weekday or 0) - first.weekday()) % 7)
    if phrase.grain is Grain.NEAR:
        return moved(day, phrase.shift or 0) if day else None
    if phrase.day is None:
        return None
    month, year = phrase.month or first.month, phrase.year or first.year
    last = calendar_day(year, month, phrase.day)
    if last and last < first and phrase.month is None:
        return calendar_day(first.year + first.month // 12, first.month % 12 + 1, phrase.day)
    if last and last < first and phrase.year is None:
        last = calendar_day(first.year + 1, month, phrase.day)
    return last
