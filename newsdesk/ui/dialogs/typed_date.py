"""A date that the user types for a source that prints none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import partial

from textual.widget import Widget

from newsdesk.model import PrintedTime
from newsdesk.story.wording import in_zone, own_zone


def typed_date(typed: str, zone: tzinfo, now: Callable[[], datetime]) -> PrintedTime | None:
    """What is meant; None for what is no whole date. An hour that is said without a zone is in `zone`, or in that of its source."""
    from newsdesk.read.times.said import said_time  # noqa: PLC0415 - reading is imported by who says a date

    return said_time(typed, own_zone(zone), in_zone(now(), zone).date())


def get_ready_for_a_date(dialog: Widget, zone: tzinfo, now: Callable[[], datetime]) -> None:
    """Import what the first date needs while nobody types yet: that takes longer than a key may."""
    dialog.run_worker(partial(typed_date, "", zone, now), group="dates", thread=True)
