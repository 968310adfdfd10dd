"""A date as the user says it, for a source that prints none."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, tzinfo

from newsdesk.clean import clean_line
from newsdesk.model import PrintedTime
from newsdesk.read.times import read_time


def said_time(text: str, zone: tzinfo | None) -> PrintedTime | None:
    """What sources may print, read in the same way, but with its year; None for anything else.

    `zone` is that of an hour which is said without one; None: that of the source, and nobody knows yet which it is.
    """
    time = read_time(clean_line(text))
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
