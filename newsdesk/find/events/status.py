"""Where an event stands at a moment. Pure."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from newsdesk.model import Status


def status_at(
    moment: datetime | None,
    start: date,
    end: date | None,
    at: datetime | None,
    zone: tzinfo | None,
    *,
    begun: bool,
    somewhen: bool = False,
) -> Status:
    """Where an event of these days stands at `moment`, in calendar days of its own zone.

    An event of one day whose hour or day came without word of its beginning is due, until the next day is over. One of
    several days runs from the hour that its first day begins it at, when one is known; what is on one of them, which
    nobody tells, is expected until the last one is over.

    Args:
        moment: aware; None: nothing is known to have come.
        start: its first day.
        end: its last day, inclusive; None for a single day.
        at: its hour, aware, when one is known.
        zone: the event's own; None: the moment's.
        begun: a source says that it began.
        somewhen: no source says on which of its days it is.
    """
    if moment is None:
        return Status.EXPECTED
    try:
        today = moment.astimezone(zone).date() if zone else moment.date()
    except OverflowError:
        # A moment on the calendar's first or last day has no day in some zones.
        today = moment.date()
    if today < start or (somewhen and not begun and end is not None and today <= end):
        return Status.EXPECTED
    awaited = today == start and at is not None and moment < at and not begun
    if end is not None and not awaited:
        return Status.RUNNING if today <= end else Status.ENDED
    if at is not None and today > start and today == (at.astimezone(zone) if zone else at).date():
        # The midnight that ends its day.
        return Status.RUNNING if begun else Status.DUE
    if today > start:
        return Status.DUE if not begun and (today - start).days == 1 else Status.ENDED
    if begun:
        return Status.RUNNING
    return Status.DUE if at is not None and at <= moment else Status.TODAY
