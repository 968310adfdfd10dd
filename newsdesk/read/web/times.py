"""The times of a page's posts: exact ones of its data, and the clocks that it prints beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from newsdesk.clean import clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.model import PrintedTime
from newsdesk.read.times.days_ago import days_ago, without_days_ago
from newsdesk.read.times.printed import introduced_time, leading_time, line_time, read_time

_ZONE_NAME = late_pattern(r"\[[^\[\]]{0,60}\]$")
"""Java writes the region behind the offset: "+01:00[Europe/London]"."""
_IN_UTC = late_pattern(r"(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z")
"""As most data write it; the reader of printed times would take as long as for the words beside it."""
_EPOCH = late_pattern(r"\d{10}(?:\.\d{1,9})?|\d{13}")
_FOUR_FIGURES = late_pattern(r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?::|(?P<zone> (?:GMT|BST|UTC|CET|CEST)):?)")
"""A clock as live pages printed it that had grown out of teletext ("1603:"); without a colon or a zone it may be a year."""
_SIGNATURE = late_pattern(r"(?:By )?(?P<name>[^\d|]{3,60}?)?\s{0,3}\|\s{0,3}(?=\S)")
_FIRST = 10**9
"""Seconds since 1970 of September 2001: smaller numbers are no times of news."""
_LAST = 10**13
"""Milliseconds since 1970 of the year 2286."""
_DAY_MINUTES = 24 * 60


def _of_moment(moment: datetime) -> PrintedTime:
    text = f"{moment:%Y-%m-%dT%H:%M:%S}Z"
    return PrintedTime(text, moment.year, moment.month, moment.day, moment.hour, moment.minute, "UTC", 0)


def data_time(value: object) -> PrintedTime | None:
    """A time as a page's data holds it: ISO 8601, another printed form, or seconds or milliseconds since 1970 in UTC."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and _FIRST <= value < _LAST:
        value = f"{value:.0f}"
    if not isinstance(value, str):
        return None
    if _IN_UTC.fullmatch(value):
        try:
            moment = datetime.fromisoformat(value[:16])
        except ValueError:
            return None
        return PrintedTime(value, moment.year, moment.month, moment.day, moment.hour, moment.minute, "UTC", 0)
    text = clean_line(value[:200])
    if _EPOCH.fullmatch(text):
        seconds = float(text) if len(text.partition(".")[0]) == 10 else int(text) / 1000
        return _of_moment(datetime.fromtimestamp(seconds, UTC)) if seconds >= _FIRST else None
    return read_time(_ZONE_NAME.sub("", text))


def printed_clock(text: str) -> PrintedTime | None:
    """A time that a page prints over a post ("Posted at 16:03", "11.04 BST", "10:04 a.m. ET, May 12, 2025"); None without a clock.

    Some pages print an age or another time behind it; the first one counts.
    """
    line = clean_line(text[:400])
    if days_ago(line) is not None:
        line = without_days_ago(line)
    if figures := _FOUR_FIGURES.fullmatch(line):
        clock = leading_time(f"{figures['hour']}:{figures['minute']}{figures['zone'] or ''}")
        return replace(clock.time, text=line.rstrip(":")) if clock else None
    found = introduced_time(line) or leading_time(line)
    if found is None or found.time.hour is None or len(found.rest) > 60:
        return None
    return found.time


def whole_clock(text: str) -> PrintedTime | None:
    """The time with an hour that a short text is as a whole, perhaps behind who wrote ("Ada Muster | May 12, 2025 10:04 a.m. ET"); else None."""
    signed = _SIGNATURE.match(text)
    words = text[signed.end() :] if signed else text
    time = line_time(words)
    return time if time is not None and time.hour is not None else None


def signature_over(text: str) -> str | None:
    """Who wrote, where that stands before the time that a text is else (`whole_clock`); None for any other text."""
    signed = _SIGNATURE.match(text)
    return signed["name"] if signed and signed["name"] and whole_clock(text) else None


def minute_of(time: PrintedTime | None) -> datetime | None:
    """The moment that an exact time names, in UTC; None for one that leaves any part of it open."""
    if time is None or time.year is None or time.month is None or time.day is None:
        return None
    if time.hour is None or time.utc_offset is None:
        return None
    zone = timezone(timedelta(minutes=time.utc_offset)) if abs(time.utc_offset) < _DAY_MINUTES else UTC
    return datetime(time.year, time.month, time.day, time.hour, time.minute or 0, tzinfo=zone)


def with_printed_zone(exact: PrintedTime, printed: PrintedTime | None) -> PrintedTime:
    """An exact time as the page prints it, where the print names the zone and is the same minute: "11.04 BST", and its day.

    Data are often in UTC, and readers see the clock of the newsroom.
    """
    moment = minute_of(exact)
    if moment is None or printed is None or printed.utc_offset is None or abs(printed.utc_offset) >= _DAY_MINUTES:
        return exact
    try:
        local = moment.astimezone(timezone(timedelta(minutes=printed.utc_offset)))
    except OverflowError:  # in the year 1 or 9999
        return exact
    if (local.hour, local.minute) != (printed.hour, printed.minute) or printed.day not in {None, local.day}:
        return exact
    return replace(printed, year=local.year, month=local.month, day=local.day)


def with_printed_clock(stated: PrintedTime | None, printed: PrintedTime | None) -> PrintedTime | None:
    """When a page was published as its data state it; where they state the day alone, with the clock that it prints for that day.

    The day of data may be that in UTC, and the page prints the one of its newsroom.
    """
    moment = minute_of(printed)
    if stated is None or stated.hour is not None or printed is None or printed.utc_offset is None or moment is None:
        return stated or printed
    try:
        days = {moment.date(), moment.astimezone(UTC).date()}
    except OverflowError:  # in the year 1 or 9999
        return stated
    return (
        printed
        if any((day.year, day.month, day.day) == (stated.year, stated.month, stated.day) for day in days)
        else stated
    )
