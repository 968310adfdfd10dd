"""The clock: the moment the desk is looking from. The wall clock's reading is an argument, never read here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import Enum, auto
from typing import NamedTuple

from newsdesk.english_calendar import MONTHS, hour_of_day
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Basis, Post, Precision
from newsdesk.story.wording import zone_names

OLD_STORY = timedelta(days=2)
"""A story whose newest post is older than this opens "as of" that post."""

_FIRST_DAY, _LAST_DAY = date(1, 1, 2), date(9999, 12, 30)
"""Days next to the ends of the calendar have no moment in some zones."""

_MOMENT = late_pattern(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?P<day>\d{1,2})\s+(?P<month>[a-z]{3,9})\.?(?:,?\s+(?P<year>\d{4}))?"
    r"(?:,?\s+(?:at\s+)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?:\s?(?P<half>[ap])\.?m\b\.?|(?(minute)|(?!)))"
    r"(?:\s*(?P<zone>[a-z]{1,5}|[+-]\d\d:?\d\d))?)?",
    re.IGNORECASE,
)


class Mode(Enum):
    """What the clock is set to."""

    NOW = auto()
    NEWEST = auto()
    """As of the newest post: nothing is hidden."""
    CHOSEN = auto()
    """A moment the user chose: later posts are hidden and support no event."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Where the desk is looking from."""

    mode: Mode
    moment: datetime
    """Aware."""
    behind: bool = False
    """As of the newest post: a later one states no hour or no zone, and so could not set the clock."""

    @property
    def of_newest(self) -> str:
        """What the moment is that of, when it is as of the newest post."""
        return "newest stated time" if self.behind else "newest post"

    def hides(self, post: Post) -> bool:
        """Whether the post is later than a moment that the user chose."""
        return self.mode is Mode.CHOSEN and post.published is not None and post.published.at > self.moment

    def is_set_as(self, other: Clock) -> bool:
        """Whether both have the same setting: one that moves on its own may have moved since."""
        return self.mode is other.mode and (self.mode is not Mode.CHOSEN or self.moment == other.moment)


class NewestTimes(NamedTuple):
    """The newest times of some posts; None where there is none."""

    stated: datetime | None
    """To the minute and with its zone, as its source states it."""
    dated: datetime | None
    """Of all that is not guessed."""

    def later(self, other: NewestTimes) -> NewestTimes:
        """Those of both together."""
        both = zip(self, other, strict=True)
        return NewestTimes(*(max((one for one in pair if one), default=None) for pair in both))

    @property
    def clock(self) -> Clock | None:
        """As of the newest time that is stated; None when no post is dated.

        Beside such times, inferred zones and days without an hour set no clock: they may be hours off. A story that has
        nothing better is looked at from the newest of them, for a clock a year off would say that everything has ended. A
        year that is inferred from evidence counts as stated here; a guessed one never does.
        """
        moment = self.stated or self.dated
        return Clock(Mode.NEWEST, moment, behind=moment != self.dated) if moment else None


def newest_times(posts: Iterable[Post]) -> NewestTimes:
    """The newest times of these posts."""
    dated = [post.published for post in posts if post.published and post.published.basis is not Basis.GUESSED]
    stated = [one.at for one in dated if one.precision is Precision.MINUTE and one.zone_basis is Basis.STATED]
    return NewestTimes(max(stated, default=None), max((one.at for one in dated), default=None))


def of_newest(posts: Iterable[Post]) -> Clock | None:
    """The clock as of the newest of these posts; None when none is dated."""
    return newest_times(posts).clock


def default_clock(newest: Clock | None, now: datetime) -> Clock:
    """Now, or as of the newest post when the story is older than two days."""
    return newest if newest and now - newest.moment > OLD_STORY else Clock(Mode.NOW, now)


def toggled(clock: Clock, newest: Clock | None, now: datetime) -> Clock:
    """`t`: from now to the newest post, and from anything else to now."""
    return newest if newest and clock.mode is Mode.NOW else Clock(Mode.NOW, now)


def advanced(clock: Clock, newest: Clock | None, now: datetime) -> Clock:
    """The same setting a little later: now moves with the wall clock, the newest post with the posts."""
    if clock.mode is Mode.NOW:
        return replace(clock, moment=now)
    if clock.mode is Mode.NEWEST:
        return newest or clock
    return clock


def parse_moment(text: str, zone: tzinfo, near: date) -> datetime:
    """A moment as people write it: "2025-05-11T16:03", "2025-05-11", "11 May 16:03", "11 May 4pm", "Sun 11 May 2025 16:03 BST".

    Without a zone it is in `zone`, whose own names are known; without a year it is the one that lies nearest to `near`; without an hour it is the
    end of that day, so that the day's posts are seen.

    Raises:
        ValueError: one sentence for a person.
    """
    moment = _said_moment(text, zone, near)
    if not _FIRST_DAY < moment.date() < _LAST_DAY:
        raise ValueError(f"“{text}” lies outside the calendar")
    return moment


def _said_moment(text: str, zone: tzinfo, near: date) -> datetime:
    said = " ".join(text.split())
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        pass
    else:
        if len(said) <= len("2025-05-11"):
            moment = moment.replace(hour=23, minute=59)
        return moment if moment.tzinfo else moment.replace(tzinfo=zone)
    wanted = f"“{text}” is no moment: write it as 2025-05-11T16:03 or as 11 May 16:03"
    if not (match := _MOMENT.fullmatch(said)):
        raise ValueError(wanted)
    month = next((n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(match["month"].lower())), None)
    if month is None:
        raise ValueError(wanted)
    hour, minute = (int(match["hour"]), int(match["minute"] or 0)) if match["hour"] else (23, 59)
    if match["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(wanted)
        hour = hour_of_day(hour, match["half"])
    zone = _said_zone(match["zone"], zone, near) if match["zone"] else zone
    years = [int(match["year"])] if match["year"] else [near.year, near.year - 1, near.year + 1]
    moments = []
    for year in years:
        try:
            moments.append(datetime(year, month, int(match["day"]), hour, minute, tzinfo=zone))
        except ValueError:
            continue
    if not moments:
        raise ValueError(wanted)
    return min(moments, key=lambda moment: abs((moment.date() - near).days))


def _said_zone(said: str, zone: tzinfo, near: date) -> tzinfo:
    """UTC, an offset, or a name that this zone has in winter or summer; the same name means other zones elsewhere."""
    if said.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    if said[0] in "+-":
        try:
            return datetime.strptime(said, "%z").tzinfo or UTC
        except ValueError:
            raise ValueError(f"“{said}” is no zone: write it as +01:00") from None
    names = zone_names(datetime(near.year, 1, 1, tzinfo=zone))
    if said.upper() in names:
        return zone
    raise ValueError(f"“{said}” is not the zone of this desk ({' or '.join(sorted(names))}): write it as +01:00")
