"""A span of time as people type it and as it is said again: "today", "14:00", "11 May 14:00", "last 3 hours". Pure.

The moment that is looked from is an argument. A span begins with `since` and ends before `until`.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from newsdesk.english_calendar import WEEKDAYS
from newsdesk.late_pattern import late_pattern
from newsdesk.story.clock import parse_moment
from newsdesk.story.wording import day_and_month, in_zone, short_day, zone_name

_HOUR = late_pattern(r"(?:(?P<day>[a-z]+),? )?(?:at )?(?P<hour>\d{1,2}):(?P<minute>\d\d)", re.IGNORECASE)
_WITH_HOUR = late_pattern(r":|\d[T ]\d", re.IGNORECASE)
"""What tells a moment with an hour from a whole day."""
_AGO = late_pattern(
    r"(?:(?P<last>last|past) )?(?P<number>\d{1,4}|an?)? ?(?P<unit>m(?:in(?:ute)?s?)?|h(?:ours?)?|d(?:ays?)?|w(?:eeks?)?)(?P<ago> ago)?",
    re.IGNORECASE,
)
_UNITS = {
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}
_DAY = timedelta(days=1)


def parse_since(text: str, zone: tzinfo, now: datetime) -> datetime | None:
    """Where a span begins: a day begins it with its first moment; None where nothing is typed.

    An hour without a day is the last such hour; a weekday is the last such day. Without a zone all are in `zone`.

    Raises:
        ValueError: one sentence for a person.
    """
    return _parsed(text, zone, now, None, ends=False)


def parse_until(text: str, zone: tzinfo, now: datetime, since: datetime | None) -> datetime | None:
    """Where a span ends: a day is in it to its end. An hour without a day is the first one after `since`, if there is one.

    Raises:
        ValueError: one sentence for a person.
    """
    until = _parsed(text, zone, now, since, ends=True)
    refuse_backwards(since, until)
    return until


def refuse_backwards(since: datetime | None, until: datetime | None) -> None:
    """Nothing can stand in a span that ends before it begins.

    Raises:
        ValueError: this is one; the sentence is for a person.
    """
    if until is not None and since is not None and until <= since:
        raise ValueError("That ends before it begins")


def since_words(since: datetime, zone: tzinfo, near: date) -> str:
    """`since 11 May 14:00 BST`, `since Sun 11 May` from that day's first moment on."""
    return f"since {_words(since, zone, near)}"


def until_words(until: datetime, zone: tzinfo, near: date) -> str:
    """`before 11 May 14:00 BST`, `until Sun 11 May` to that day's end."""
    here = in_zone(until, zone)
    return f"until {_day(here.date() - _DAY, near)}" if _is_midnight(here) else f"before {_words(until, zone, near)}"


def typed(since: datetime | None, until: datetime | None, zone: tzinfo) -> tuple[str, str]:
    """Words that may be typed for such a span."""
    return (_typed(since, zone, timedelta()) if since else "", _typed(until, zone, _DAY) if until else "")


def _typed(moment: datetime, zone: tzinfo, back: timedelta) -> str:
    here = in_zone(moment, zone)
    whole = _is_midnight(here)
    day = here.date() - back if whole else here.date()
    words = f"{day_and_month(day)} {day.year}" + ("" if whole else f" {here:%H:%M}")
    # An hour that comes twice when the clocks go back, and seconds, are beyond these words.
    return words if _means(words, moment, zone, ends=bool(back)) else here.isoformat()


def _means(words: str, moment: datetime, zone: tzinfo, *, ends: bool) -> bool:
    try:
        meant = _parsed(words, zone, moment, None, ends=ends)
    except ValueError:
        return False
    # In UTC: of two times in one zone Python compares what the clock shows.
    return meant is not None and meant.astimezone(UTC) == moment.astimezone(UTC)


def _words(moment: datetime, zone: tzinfo, near: date) -> str:
    here = in_zone(moment, zone)
    if _is_midnight(here):
        return _day(here.date(), near)
    year = f" {here.year}" if here.year != near.year else ""
    return f"{day_and_month(here)}{year} {here:%H:%M} {zone_name(here)}"


def _day(day: date, near: date) -> str:
    return short_day(day, year=day.year != near.year)


def _is_midnight(moment: datetime) -> bool:
    return moment.time() == time()


def _parsed(text: str, zone: tzinfo, now: datetime, since: datetime | None, *, ends: bool) -> datetime | None:
    said = " ".join(text.split())
    if not said:
        return None
    here = in_zone(now, zone)
    if ago := _ago(said, here, ends=ends):
        return ago
    if match := _HOUR.fullmatch(said):
        return _hour(match, here, zone, since if ends else None, wanted=_no_time(said))
    day = _named_day(said, here.date())
    if day is None:
        moment = parse_moment(said, zone, here.date())
        if _WITH_HOUR.search(said):
            return moment
        day = moment.date()
    return datetime.combine(day + _DAY if ends else day, time(), zone)


def _no_time(said: str) -> str:
    return f"“{said}” is no time: write 14:00, today, 11 May 14:00 or last 3 hours"


def _ago(said: str, here: datetime, *, ends: bool) -> datetime | None:
    """`last 3 hours`, `3 hours ago`, to the minute, in time that really passed."""
    match = _AGO.fullmatch(said)
    if match is None or not (match["last"] or match["number"]):
        return None
    if ends and not match["ago"]:
        raise ValueError(f"“{said}” says where a time begins: write it on the left")
    number = int(match["number"]) if (match["number"] or "").isdigit() else 1
    try:
        moment = here.astimezone(UTC) - number * _UNITS[match["unit"][0].lower()]
        return moment.replace(second=0, microsecond=0).astimezone(here.tzinfo)
    except OverflowError:
        raise ValueError(_no_time(said)) from None


def _hour(match: re.Match[str], here: datetime, zone: tzinfo, since: datetime | None, *, wanted: str) -> datetime:
    try:
        hour = time(int(match["hour"]), int(match["minute"]))
    except ValueError:
        raise ValueError(wanted) from None
    if match["day"]:
        day = _named_day(match["day"], here.date())
        if day is None:
            raise ValueError(wanted)
        return datetime.combine(day, hour, zone)
    if since is not None:
        begins = in_zone(since, zone)
        moment = datetime.combine(begins.date(), hour, zone)
        return moment if moment > begins else datetime.combine(begins.date() + _DAY, hour, zone)
    moment = datetime.combine(here.date(), hour, zone)
    return moment if moment <= here else datetime.combine(here.date() - _DAY, hour, zone)


def _named_day(said: str, today: date) -> date | None:
    """`today`, `yesterday`, or the last day of that name, be it today."""
    word = said.casefold()
    if word in {"today", "yesterday"}:
        return today - (_DAY if word == "yesterday" else timedelta())
    number = next((at for at, name in enumerate(WEEKDAYS) if len(word) >= 3 and name.casefold().startswith(word)), None)
    return None if number is None else today - timedelta(days=(today.weekday() - number) % 7)
