"""Hours of headlines that the texts of their posts tell with a day or a zone: "Truce to start at midnight". Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from newsdesk.find.events.sightings import Sighting

_NEAR: Final = timedelta(hours=26)
"""Between the same hour of neighbouring days in any two zones of one story's sources."""


def as_spelt_out(sightings: Sequence[Sighting]) -> list[Sighting]:
    """The mentions, of a headline's hour alone the day and the zone that its post's text gives for the same hour of the same thing.

    "Truce to start at midnight", above "at 00:00 local time on Thursday (22:00 GMT)": whose midnight it is, the text tells. Where
    it tells two, the headline's hour is left as it is.
    """
    told: dict[tuple[int, str], list[Sighting]] = {}
    for each in sightings:
        if each.mention.place == "text" and each.noun_class and each.at is not None and not each.saying.moved:
            told.setdefault((each.post.id, each.noun_class), []).append(each)
    result = list(sightings)
    for n, each in enumerate(result):
        at = each.at
        if each.mention.place != "headline" or not each.noun_class or at is None or not each.hour_only:
            continue
        fitting = {
            (other.start, other.at): other
            for other in told.get((each.post.id, each.noun_class), ())
            if other.at is not None and _shows_the_same(at, other.at)
        }
        if len(fitting) == 1:
            (other,) = fitting.values()
            result[n] = replace(each, start=other.start, end=other.end, at=other.at, zone_basis=other.zone_basis)
    return result


def _shows_the_same(at: datetime, other: datetime) -> bool:
    """Whether two moments are one hour of the clock, of one day or of neighbours."""
    return (at.hour, at.minute) == (other.hour, other.minute) and abs(at - other) <= _NEAR
