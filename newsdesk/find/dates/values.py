"""The values of time expressions: the calendar's arithmetic against a reference day. Pure, without a wall clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from newsdesk.find.calendar_words import moved
from newsdesk.find.clock_zones import zone_named
from newsdesk.find.dates.days import DayValue, FixedDays, first_value, last_day
from newsdesk.find.dates.direction import Direction
from newsdesk.find.dates.moves import moved_day
from newsdesk.find.dates.narrative import Told, first_written, is_history
from newsdesk.find.dates.phrases import Clock, Grain
from newsdesk.find.dates.timex_candidate import Move, TimexCandidate
from newsdesk.model import Place, Timex


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
    values: list[DayValue | None] = [None] * len(candidates)
    history = is_history(candidates, day)
    told = Told(history, year=first_written(candidates, day) if history and day else None)
    # An hour whose day stands behind it waits for that day.
    waiting = [n for n, each in enumerate(candidates) if each.over_by or (each.day_of is not None and each.day_of > n)]
    waits = frozenset(waiting)
    for index in (*(n for n in range(len(candidates)) if n not in waits), *waiting):
        candidate, anchor = candidates[index], day
        if candidate.told_on is not None:
            spoken = values[candidate.told_on]
            if spoken and spoken.first and day and spoken.first <= day:
                anchor = spoken.first
        if candidate.restates is not None:
            values[index] = _restated(candidate, candidates[candidate.restates], values[candidate.restates])
            continue
        value = (
            _listed(candidate, values, day)
            or _gone_on(candidate, values, day)
            or _value(candidate, anchor, values, fixed or {}, reference, told)
        )
        if candidate.move is not None and day is not None:
            left = candidate.move.left
            value = _moved_to(candidate.move, candidates[left], value, values[left], day)
            values[left] = _left_later(candidate.move, value, values[left])
        values[index] = value
        told.moves_to(candidate, value, day)
    result: list[Timex] = []
    for candidate, value in zip(candidates, values, strict=True):
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


def _listed(candidate: TimexCandidate, values: Sequence[DayValue | None], day: date | None) -> DayValue | None:
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
    next_one = moved(first.first, (wanted - first.first.weekday()) % 7)
    return DayValue(first=next_one) if next_one else None


def _gone_on(candidate: TimexCandidate, values: Sequence[DayValue | None], day: date | None) -> DayValue | None:
    """The weekday that lies a few days behind the one that the text has told; None where it lies further, or no day to come was told."""
    told = candidate.goes_on
    before = values[told.behind] if told is not None else None
    if told is None or day is None or before is None or before.first is None or before.last or before.first <= day:
        return None
    apart = ((candidate.expression.phrases[0].weekday or 0) - before.first.weekday()) % 7
    most = told.most if (before.first - day).days >= _BEYOND_WEEKDAYS else 1
    first = moved(before.first, apart) if 0 < apart <= most else None
    return DayValue(first=first) if first else None


_BEYOND_WEEKDAYS: Final = 6
"""Days ahead from which on a text writes a day out, as its bare weekday would be taken for another."""


def _moved_to(
    move: Move, left: TimexCandidate, new: DayValue | None, old: DayValue | None, day: date
) -> DayValue | None:
    """The new day of a move, counted from the old one while that lies ahead; None where the two contradict each other."""
    if new is None or new.first is None or old is None or old.first is None or old.first <= day:
        return new
    sure = any(
        phrase.grain is not Grain.WEEKDAY or phrase.modifier or phrase.shift for phrase in left.expression.phrases
    )
    first = moved_day(old.first, new.first.weekday(), move.way, day, sure=sure)
    return replace(new, first=first) if first else None


_A_DAY: Final = 24 * 60
_WEST: Final = -11 * 60
_EAST: Final = 14 * 60
"""How many minutes from Greenwich the zones of all but empty islands lie."""


def _restated(hour: TimexCandidate, before: TimexCandidate, value: DayValue | None) -> DayValue | None:
    """The day of an hour that gives the moment of the one before it in another zone."""
    clock, printed = hour.expression.clock, before.expression.clock
    if clock is None or printed is None or value is None or value.first is None:
        return None
    theirs, ours = (_minutes_east(each, value.first) for each in (printed, clock))
    later = (clock.hour - printed.hour) * 60 + clock.minute - printed.minute

    def fits(shift: int) -> bool:
        apart = later + shift * _A_DAY
        if theirs is not None and ours is not None:
            return apart == ours - theirs
        zone = theirs + apart if theirs is not None else ours - apart if ours is not None else apart
        return _WEST <= zone <= _EAST

    shift = next((each for each in (0, -1, 1) if fits(each)), 0)
    return DayValue(first=moved(value.first, shift))


def _minutes_east(clock: Clock, day: date) -> int | None:
    """The zone printed with an hour, in minutes east of Greenwich; None without a known one."""
    zone = zone_named(clock.zone, day) if clock.zone else None
    return int(zone.utcoffset(None).total_seconds()) // 60 if zone else None


def _left_later(move: Move, new: DayValue | None, old: DayValue | None) -> DayValue | None:
    """The day that something is brought forward from: what goes "from Friday to Wednesday" leaves the Friday after."""
    if new is None or new.first is None or old is None or old.first is None:
        return old
    return replace(old, first=moved(old.first, 7)) if move.way < 0 and old.first < new.first else old


def _written(candidate: TimexCandidate, value: DayValue) -> tuple[str, str | None]:
    if value.first is None:
        return value.coarse or "", None
    last = value.last.isoformat() if value.last else None
    clock = candidate.expression.clock
    if clock is None:
        return value.first.isoformat(), last
    if value.second_half:
        clock = replace(clock, hour=clock.hour % 12 + 12)
    closing = candidate.expression.clock_last
    if closing is not None:
        ends = _after_midnight(closing, value.last) if value.last else _closing_day(value.first, clock, closing)
        last = f"{ends.isoformat()}T{closing.hour:02d}:{closing.minute:02d}" if ends else None
    return f"{value.first.isoformat()}T{clock.hour:02d}:{clock.minute:02d}", last


def _closing_day(first: date, opening: Clock, closing: Clock) -> date | None:
    """The day on which a stretch of hours ends: the next one when its end is not later on the clock."""
    over_night = (closing.hour, closing.minute) <= (opening.hour, opening.minute)
    return moved(first, 1) if over_night else first


_PART_HOURS: Final = {"morning": 12, "afternoon": 18, "evening": 23, "night": 24}
"""The hour at which a part of the day is over."""


def _is_upcoming(candidate: TimexCandidate, value: DayValue, day: date, reference: date | datetime | None) -> bool:
    if candidate.barred or (candidate.told_on is not None and value.first is not None and value.first <= day):
        return False
    if candidate.told_on is not None:
        return False
    points = candidate.pointing.direction
    if value.first is None:
        shift = candidate.expression.phrases[0].shift or 0
        return (points is Direction.AHEAD or shift > 0) and value.coarse_end is not None and value.coarse_end > day
    if candidate.expression.last and points is Direction.BACK and value.first > day:
        # "It ran from 1 January to 31 March": of another year.
        return False
    last = value.last or value.first
    if last > day:
        return True
    if last < day or not isinstance(reference, datetime) or points is not Direction.AHEAD:
        return False
    clock, part = candidate.expression.clock, candidate.expression.part
    if value.second_half:
        return True
    if not clock and not part and candidate.text.lower().startswith("later") and candidate.expression.phrases:
        # "Will meet later on Sunday", said on the Sunday.
        return reference.hour < _PART_HOURS["evening"]
    named_today = candidate.expression.phrases and candidate.expression.phrases[-1].grain in {Grain.NEAR, Grain.WEEKDAY}
    if not clock and not part and named_today:
        # "Will be decided today", in the morning, or "on Friday", said on that Friday.
        sure = candidate.pointing.strong and candidate.noun_class is not None
        return sure and reference.hour < _PART_HOURS["afternoon"]
    if clock:
        return (clock.hour, clock.minute) > (reference.hour, reference.minute)
    return bool(part) and reference.hour < _PART_HOURS[part]


def _value(
    candidate: TimexCandidate,
    day: date | None,
    values: Sequence[DayValue | None],
    fixed: FixedDays,
    reference: date | datetime | None,
    told: Told,
) -> DayValue | None:
    expression = candidate.expression
    if candidate.dayless:
        return None
    value = told.value_of(candidate, day) if day else None
    if not expression.phrases:
        if value and value.first:
            return DayValue(first=_after_midnight(expression.clock, value.first))
        return _clock_value(candidate, day, values, reference)
    value = value or first_value(candidate, day, fixed)
    if value is None or value.first is None:
        return value
    first = value.first
    if expression.last is not None:
        last = last_day(expression.last, first, day, free=expression.phrases[-1].grain is not Grain.WEEKDAY)
        begins = _after_midnight(expression.clock, first)
        return DayValue(first=begins, last=last if last is not None and last > first else None)
    half = _is_in_working_hours(candidate, first, day)
    return DayValue(first=_after_midnight(expression.clock, first), second_half=half)


def _after_midnight(clock: Clock | None, day: date) -> date:
    """As in "Midnight on Saturday" is the end of Saturday."""
    return (moved(day, 1) or day) if clock and clock.midnight else day


_HOURS_APART: Final = 1
"""Hours by which a clock that no zone is printed with may run ahead of the post's own."""


def _clock_value(
    candidate: TimexCandidate, day: date | None, values: Sequence[DayValue | None], reference: date | datetime | None
) -> DayValue | None:
    clock = candidate.expression.clock
    if candidate.over_by is not None:
        # Only of a night to come is the day sure.
        over = values[candidate.over_by]
        tonight = day is not None and over is not None and over.first == moved(day, 1)
        return DayValue(first=day) if tonight and candidate.pointing.direction is not Direction.BACK else None
    named = values[candidate.day_of] if candidate.day_of is not None else None
    above = values[candidate.headed_by] if candidate.headed_by is not None else None
    if above and above.first and day and above.first > day and candidate.pointing.direction is not Direction.BACK:
        # The one date above a text may be its own; one that lies ahead is not.
        return DayValue(first=_after_midnight(clock, above.first))
    if candidate.day_of is not None and (named is None or named.first is None or named.last is not None):
        # A day that nothing tells, or several: which one the hour is of, is not known.
        return None
    first = named.first if named else day
    if first and day and first > day and candidate.pointing.direction is Direction.BACK:
        # "Tomorrow it ends; he left at 23:30": what is over belongs to the post's own day.
        first = day
    if clock and first and first == day and candidate.pointing.direction is Direction.BACK:
        if clock.midnight:
            # "Expired at midnight": the last one, with which the post's day began.
            return DayValue(first=first)
        alone = named is None or named.first is None or named.first > day
        late = isinstance(reference, datetime) and clock.hour > reference.hour + _HOURS_APART
        if late and alone and clock.zone is None and candidate.pointing.strong and not candidate.expression.clock_last:
            # "Police were called at 11.30pm", in the morning: the evening before.
            evening_before = moved(first, -1)
            return DayValue(first=evening_before) if evening_before else None
    if not first or not clock:
        return None
    if clock.either_half and clock.zone is None and first == day and isinstance(reference, datetime):
        return DayValue(first=first, second_half=_is_second_half(clock, candidate.pointing.direction, reference))
    if _is_tonight(candidate, clock, reference) and named is None:
        first = moved(first, 1) or first
    return DayValue(first=_after_midnight(clock, first), second_half=_is_in_working_hours(candidate, first, day))


def _is_tonight(candidate: TimexCandidate, clock: Clock, reference: date | datetime | None) -> bool:
    """Whether an hour before dawn that is surely to come is that of the next night: "expected at around 2am", told at noon."""
    ahead = candidate.pointing.direction is Direction.AHEAD and candidate.pointing.strong
    small = not clock.midnight and clock.hour < _WORKING_DAY and not clock.either_half and clock.zone is None
    return ahead and small and isinstance(reference, datetime) and reference.hour >= _WORKING_DAY


_WORKING_DAY: Final = 6
"""Before this hour on the clock nothing is announced for the morning without saying so."""


def _is_in_working_hours(candidate: TimexCandidate, first: date, day: date | None) -> bool:
    """Whether "half past two on Monday", of a day to come, is that of the afternoon: the night is told as such."""
    clock = candidate.expression.clock
    if clock is None or not clock.either_half or clock.zone is not None or candidate.expression.part:
        return False
    return day is not None and first > day and clock.hour < _WORKING_DAY


def _is_second_half(clock: Clock, direction: Direction, reference: datetime) -> bool:
    """Whether "half past five" is that of the afternoon: the next one of what is to come, the last one of what is over."""
    now, printed = (reference.hour, reference.minute), (clock.hour % 12, clock.minute)
    later = (printed[0] + 12, printed[1])
    if direction is Direction.AHEAD:
        return printed <= now < later
    return direction is Direction.BACK and later <= now
