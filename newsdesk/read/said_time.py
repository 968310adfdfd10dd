"""A date as the user says it, for a source that prints none."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo

from newsdesk.clean import clean_line
from newsdesk.model import PrintedTime
from newsdesk.read.times import read_time

_DAYS_AGO = {"today": 0, "yesterday": 1}
_NEAR_DAY = re.compile(rf"(?i)\b(?:{'|'.join(_DAYS_AGO)})\b")


def said_time(text: str, zone: tzinfo | None, today: date) -> PrintedTime | None:
    """What sources may print, read in the same way, but with its year, or `today 16:15`; None for anything else.

    `zone` is that of an hour which is said without one; None: that of the source, and nobody knows yet which it is.
    """
    time = read_time(_NEAR_DAY.sub(lambda found: _day(found[0], today), clean_line(text), count=1))
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


def _day(word: str, today: date) -> str:
    """In figures, as tomorrow the word means another day."""
    return (today - timedelta(days=_DAYS_AGO[word.lower()])).isoformat()
