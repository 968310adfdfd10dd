"""The hour of a mention, and whose hour it is: that of a zone printed with it, of its place, or of its post. Pure."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from newsdesk.find.clock_zones import may_change, zone_at_season, zone_beside, zone_named
from newsdesk.find.local_hours import is_local, place_beside, zone_left, zone_of_dateline, zone_of_name, zone_of_place
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Basis, Post, Timex

Moment = tuple[datetime | None, Basis]
"""An hour, and what its zone rests on."""
_ANOTHER_ZONE: Final = late_pattern(r"\b(?P<name>(?:[A-Z][a-z]{2,12} ){1,3})[Tt]ime\b")
"""As in "6pm Nairobi time"."""
_ANOTHER_ZONE_BEHIND: Final = late_pattern(
    r"(?: (?:tonight|today|tomorrow))?,? (?P<name>(?:[A-Z][a-z]{2,12} ){1,3}?)(?<!Extra )(?<!Full )(?<!Half )time\b"
)
"""The same behind a day: "at midnight tonight Nairobi time"."""


def moment_of(timex: Timex, post: Post, sentence: tuple[int, int]) -> Moment:
    """The hour of a time expression with its zone: printed with it or told by a bracket, that of its place, else the post's.

    The post's is sure only where the hour stands beside a place of the same zone: a page is read elsewhere than it tells of. A "local time" whose place has no known zone is never sure, and a zone that is not known gives no hour: only its day is sure.
    Nor is it sure beside another place: "at 3pm in Boston" may be the hour there or that of the reader. Without a place beside it
    the city of a dateline is nearer to what is told than the agency's house, and no surer.
    """
    if len(timex.value) != 16 or post.published is None:
        return None, Basis.STATED
    moment = datetime.fromisoformat(timex.value)
    day = moment.date()
    text = post.words_at(timex.place)
    zone = zone_named(timex.text, day) or zone_beside(moment, text, timex.end)
    if zone is None and (named := _ANOTHER_ZONE.search(timex.text) or _ANOTHER_ZONE_BEHIND.match(text, timex.end)):
        zone = zone_of_name(named["name"].strip(), day)
        if zone is None:
            return None, Basis.STATED
    local = zone is None and is_local(text, timex.start, timex.end)
    if local:
        zone = zone_left(text, sentence, timex.start, day) or zone_of_place(text[slice(*sentence)], day)
    if zone is not None:
        return moment.replace(tzinfo=zone), Basis.STATED
    own, basis = _own_hour(moment, post, day)
    if local:
        dateline = zone_of_dateline(post.text, day)
        return (moment.replace(tzinfo=dateline) if dateline else own), Basis.INFERRED
    place = place_beside(text, sentence, timex.start, timex.end)
    there = zone_of_name(place, day) if place else zone_of_dateline(post.text, day)
    if there is not None and own is not None and there.utcoffset(None) == own.utcoffset():
        return own, basis
    return (moment.replace(tzinfo=there) if there else own), Basis.INFERRED


def _own_hour(moment: datetime, post: Post, day: date) -> Moment:
    """The hour in the zone of its post, as it holds on that day."""
    if post.published is None:
        return None, Basis.STATED
    own = post.published.at.tzinfo
    seasonal = zone_at_season(own, post.published.day, day)
    if seasonal is None:
        unsure = may_change(own, post.published.day, day)
        return moment.replace(tzinfo=own), Basis.INFERRED if unsure else post.published.zone_basis
    zone, sure = seasonal
    return moment.replace(tzinfo=zone), post.published.zone_basis if sure else Basis.INFERRED
