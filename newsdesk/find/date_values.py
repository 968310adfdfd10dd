"""The values of time expressions: the calendar's arithmetic against a reference day. Pure, without a wall clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from newsdesk.find.calendar_words import calendar_day, iso_week, moved
from newsdesk.find.date_candidates import TimexCandidate
from newsdesk.find.date_direction import Direction
from newsdesk.find.date_phrases import Clock, Grain, Phrase
from newsdesk.model import Place, Timex

FixedDays = Mapping[tuple[int, str], Sequence[date]]
"""Days that a story fixes, by weekday and class of noun."""


@dataclass(frozen=True, slots=True)
class _Value:
    """A resolved expression: days when it names days, else a coarser ISO value."""

    first: date | None = None
    last: date | None = None
    coarse: str | None = None
    coarse_end: date | None = None
    """The last day of the coarse period."""


def resolve(
    candidates: Sequence[TimexCandidate],
    reference: date | datetime | None,
    *,
    post_id: int = 0,
    place: Place = "text",
    counts: bool = True,
    fixed: FixedDays | None = None,
) -> tuple[Timex, ...]:
    """The candidates that name a time, with their values.

    Args:
        candidates: of one text.
        reference: when the text was published, in its own zone; never converted. None: only fully explicit dates resolve.
        post_id: of the post the text belongs to.
        place: which string of it.
        counts: whether its dates may be called upcoming (False for guessed dates).
        fixed: days that the story fixes; they decide weekdays whose own cues are weak.
    """
    day = reference.date() if isinstance(reference, datetime) else reference
    values: list[_Value | None] = []
    result: list[Timex] = []
    for candidate in candidates:
        anchor = day
        if candidate.told_on is not None:
            told = values[candidate.told_on]
            if told and told.first and day and told.first <= day:
                anchor = told.first
        value = _listed(candidate, values, day) or _value(candidate, anchor, values, fixed or {}, reference)
        values.append(value)
        if value is None:
            continue
        text_value, text_end = _written(candidate, value)
        result.append(
            Timex(
                post_id=post_id,
                place=place,
                start=candidate.start,
                end=candidate.end,
                text=candidate.text,
                value=text_value,
                value_end=text_end,
                upcoming=counts and day is not None and _is_upcoming(candidate, value, day, reference),
            )
        )
    return tuple(result)


def _listed(candidate: TimexCandidate, values: Sequence[_Value | None], day: date | None) -> _Value | None:
    """The second weekday of a list whose first lies ahead: the next one after it."""
    first = values[candidate.listed_after] if candidate.listed_after is not None else None
    if (
        first is None
        or first.first is None
        or first.last
        or day is None
        or first.first <= day
        or len(candidate.expression.phrases) > 1
    ):
        return None
    wanted = candidate.expression.phrases[0].weekday or 0
    return _days(moved(first.first, (wanted - first.first.weekday()) % 7))


def _written(candidate: TimexCandidate, value: _Value) -> tuple[str, str | None]:
    if value.first is None:
        return value.coarse or "", None
    last = value.last.isoformat() if value.last else None
    clock = candidate.expression.clock
    if clock is None:
        return value.first.isoformat(), last
    closing = candidate.expression.clock_last
    if closing is not None:
        ends = value.last or _closing_day(value.first, clock, closing)
        last = f"{ends.isoformat()}T{closing.hour:02d}:{closing.minute:02d}" if ends else None
    return f"{value.first.isoformat()}T{clock.hour:02d}:{clock.minute:02d}", last


def _closing_day(first: date, opening: Clock, closing: Clock) -> date | None:
    """The day on which a stretch of hours ends: the next one when its end is not later on the clock."""
    over_night = (closing.hour, closing.minute) <= (opening.hour, opening.minute)
    return moved(first, 1) if over_night else first


_PART_HOURS: Final = {"morning": 12, "afternoon": 18, "evening": 23, "night": 24}
"""The hour at which a part of the day is over."""


def _is_upcoming(candidate: TimexCandidate, value: _Value, day: date, reference: date | datetime | None) -> bool:
    if candidate.barred or (candidate.told_on is not None and value.first is not None and value.first <= day):
        return False
    if candidate.told_on is not None:
        return False
    points = candidate.pointing.direction
    if value.first is None:
        shift = candidate.expression.phrases[0].shift or 0
        return (points is Direction.AHEAD or shift > 0) and value.coarse_end is not None and value.coarse_end > day
    last = value.last or value.first
    if last > day:
        return True
    if last < day or not isinstance(reference, datetime) or points is not Direction.AHEAD:
        return False
    clock, part = candidate.expression.clock, candidate.expression.part
    if not clock and not part and candidate.expression.phrases and candidate.expression.phrases[-1].grain is Grain.NEAR:
        # "Will be decided today", in the morning.
        sure = candidate.pointing.strong and candidate.noun_class is not None
        return (sure or candidate.text.lower().startswith("later")) and reference.hour < _PART_HOURS["afternoon"]
    if clock:
        return (clock.hour, clock.minute) > (reference.hour, reference.minute)
    return bool(part) and reference.hour < _PART_HOURS[part]


def _value(
    candidate: TimexCandidate,
    day: date | None,
    values: Sequence[_Value | None],
    fixed: FixedDays,
    reference: date | datetime | None,
) -> _Value | None:
    expression = candidate.expression
    if not expression.phrases:
        return _clock_value(candidate, day, values, reference)
    value = _first_value(candidate, day, fixed)
    if value is None or value.first is None:
        return value
    first = value.first
    if expression.last is not None:
        last = _last_day(expression.last, first, day, free=expression.phrases[-1].grain is not Grain.WEEKDAY)
        if last is None or last <= first:
            return _Value(first=first)
        return _Value(first=first, last=last)
    return _Value(first=_after_midnight(expression.clock, first))


def _after_midnight(clock: Clock | None, day: date) -> date:
    """As in "Midnight on Saturday" is the end of Saturday."""
    return (moved(day, 1) or day) if clock and clock.midnight else day


_HOURS_APART: Final = 1
"""Hours by which a clock that no zone is printed with may run ahead of the post's own."""


def _clock_value(
    candidate: TimexCandidate, day: date | None, values: Sequence[_Value | None], reference: date | datetime | None
) -> _Value | None:
    clock = candidate.expression.clock
    named = values[candidate.day_of] if candidate.day_of is not None else None
    first = named.first if named and named.last is None else day
    if first and day and first > day and candidate.pointing.direction is Direction.BACK:
        # "Tomorrow it ends; he left at 23:30": what is over belongs to the post's own day.
        first = day
    if clock and first and first == day and candidate.pointing.direction is Direction.BACK:
        if clock.midnight:
            # "Expired at midnight": the last one, with which the post's day began.
            return _Value(first=first)
        alone = named is None or named.first is None or named.first > day
        late = isinstance(reference, datetime) and clock.hour > reference.hour + _HOURS_APART
        if late and alone and clock.zone is None and candidate.pointing.strong and not candidate.expression.clock_last:
            # "Police were called at 11.30pm", in the morning: the evening before.
            return _Value(first=moved(first, -1))
    return _Value(first=_after_midnight(clock, first)) if first else None


def _first_value(candidate: TimexCandidate, day: date | None, fixed: FixedDays) -> _Value | None:
    phrases = {phrase.grain: phrase for phrase in candidate.expression.phrases}
    direction = candidate.pointing.direction
    weekday = phrases.get(Grain.WEEKDAY)
    if Grain.CALENDAR in phrases:
        return _days(_calendar(phrases[Grain.CALENDAR], day, direction, weekday.weekday if weekday else None))
    if Grain.FIGURES in phrases:
        return _days(_figures(phrases[Grain.FIGURES], day, candidate.month_first))
    if Grain.YEAR in phrases and phrases[Grain.YEAR].year is not None:
        return _year(phrases[Grain.YEAR].year or 0)
    if Grain.MONTH in phrases and phrases[Grain.MONTH].year is not None:
        return _month(phrases[Grain.MONTH].year or 0, phrases[Grain.MONTH].month or 1)
    if day is None:
        return None
    if Grain.NEAR in phrases:
        return _days(moved(day, phrases[Grain.NEAR].shift or 0))
    if weekday is not None:
        return _days(_weekday(weekday, day, candidate, fixed))
    return _period(candidate.expression.phrases[0], day, direction, strong=candidate.pointing.strong)


def _days(day: date | None) -> _Value | None:
    return _Value(first=day) if day else None


def _year(year: int) -> _Value:
    return _Value(coarse=f"{year:04d}", coarse_end=calendar_day(year, 12, 31))


def _month(year: int, month: int) -> _Value | None:
    following = calendar_day(year + month // 12, month % 12 + 1, 1)
    end = moved(following, -1) if following else None
    return _Value(coarse=f"{year:04d}-{month:02d}", coarse_end=end) if 1 <= year <= 9999 else None


def _calendar(phrase: Phrase, day: date | None, direction: Direction, weekday: int | None) -> date | None:
    if phrase.day is None:
        return None
    if phrase.month is None:
        return _day_of_month(phrase.day, day, direction)
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
    if not near:
        # 29 February: the nearest leap year.
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


def _day_of_month(number: int, day: date | None, direction: Direction) -> date | None:
    """As in "The 15th": of the reference's month or its neighbours."""
    if day is None:
        return None
    months = [(day.year + (day.month + shift - 1) // 12, (day.month + shift - 1) % 12 + 1) for shift in (-1, 0, 1)]
    choices = [found for year, month in months if (found := calendar_day(year, month, number))]
    if direction is Direction.AHEAD:
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
        return moved(day, (ahead or 7) + 7)
    if phrase.shift is not None:
        return moved(monday, 7 * phrase.shift + wanted)
    if phrase.modifier == "next":
        return moved(monday, 7 + wanted)
    if phrase.modifier == "coming":
        return moved(day, ahead or 7)
    if phrase.modifier == "last":
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
        # "Until Thursday", said on a Thursday, is the next one; "on Thursday" may be the day itself.
        return moved(day, ahead or (7 if candidate.strictly_ahead else 0))
    if not candidate.pointing.strong and candidate.noun_class:
        near = [found for found in fixed.get((wanted, candidate.noun_class), ()) if 0 <= (found - day).days <= 7]
        if near:
            return min(near)
    return moved(day, -((7 - ahead) % 7))


def _period(phrase: Phrase, day: date, direction: Direction, *, strong: bool) -> _Value | None:
    if phrase.grain is Grain.WEEK:
        start = moved(day, 7 * (phrase.shift or 0))
        sunday = moved(start, 6 - start.weekday()) if start else None
        return _Value(coarse=iso_week(start), coarse_end=sunday) if start else None
    if phrase.grain is Grain.YEAR:
        year = day.year + (phrase.shift or 0)
        return _year(year) if 1 <= year <= 9999 else None
    if phrase.month is None:
        count = day.year * 12 + day.month - 1 + (phrase.shift or 0)
        return _month(count // 12, count % 12 + 1)
    month = phrase.month
    if phrase.modifier in {"next", "coming"}:
        return _month(day.year + (month <= day.month), month)
    if phrase.modifier in {"last", "past"}:
        return _month(day.year - (month >= day.month), month)
    if phrase.modifier == "this":
        return _month(day.year, month)
    # A bare month is the latest one unless a strong cue points ahead: "proposed in March" looks back.
    if direction is Direction.AHEAD and strong:
        return _month(day.year + (month < day.month), month)
    return _month(day.year - (month > day.month), month)


def _last_day(phrase: Phrase, first: date, day: date | None, *, free: bool) -> date | None:
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
    if last and last < first and phrase.year is None:
        last = calendar_day(first.year + 1, month, phrase.day)
    return last
