"""A date as the user says it, for a source that prints none."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo

from newsdesk.clean import clean_line
from newsdesk.english_calendar import WEEKDAYS
from newsdesk.late_pattern import late_pattern
from newsdesk.model import PrintedTime
from newsdesk.read.times.printed import read_time

_DAYS_AGO = {"today": 0, "yesterday": 1}
_WEEKDAYS = [weekday[:3].lower() for weekday in WEEKDAYS]
_NEAR_DAY = late_pattern(
    rf"\b(?:(?P<near>{'|'.join(_DAYS_AGO)})|(?:on )?(?P<last>last )?"
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?))\b",
    re.IGNORECASE,
)


def said_time(text: str, zone: tzinfo | None, today: date) -> PrintedTime | None:
    """What sources may print, read in the same way, but with its year, or `today 16:15` or `Monday`; None for anything else.

    `zone` is that of an hour which is said without one; None: that of the source, and nobody knows yet which it is.
    """
    line = clean_line(text)
    time = read_time(line)
    if time is None or time.day is None:
        time = read_time(_NEAR_DAY.sub(lambda found: _day(found, today), line, count=1))
    if time is None or time.year is None or time.month is None or time.day is None:
        return None
    if time.zone and time.utc_offset is None:
        return None  # a zone that we do not know
    if time.hour is None or time.utc_offset is not None or zone is None:
        return time
    moment = datetime(time.year, time.month, time.day, time.hour, time.minute or 0, tzinfo=zone)
    offset = moment.utcoffset()
    if offset is None:
        return time
    return replace(time, zone=moment.tzname(), utc_offset=int(offset.total_seconds()) // 60)


def _day(found: re.Match[str], today: date) -> str:
    """In figures, as tomorrow the word means another day. A weekday is the one that was last, for what is read is published."""
    if found["near"]:
        ago = _DAYS_AGO[found["near"].lower()]
    else:
        ago = (today.weekday() - _WEEKDAYS.index(found["weekday"][:3].lower())) % 7
        if found["last"] and not ago:
            ago = 7
    return (today - timedelta(days=ago)).isoformat()
