"""What has come while the desk was open: events whose day or hour came, and posts labelled Breaking. Pure.

The wall clock is an argument. Each arrival is told once per desk, in words for a person; source text in them is never markup.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta, tzinfo
from typing import Self

from newsdesk.model import Basis, Certainty, Event, Post, Precision, Status
from newsdesk.story import Story
from newsdesk.story.countdown import foreign_zone
from newsdesk.story.post_order import sort_key
from newsdesk.story.wording import headline_words, hour_of, in_zone, real_zone, short_day, short_moment, zone_name

_SILENT = frozenset({Status.CALLED_OFF, Status.POSTPONED, Status.ENDED})
"""Nobody waits any more for what stands so."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What one desk has seen come. A new one is made of the old one with every look."""

    opened: datetime
    """When the desk was opened."""
    since: datetime
    """What lies before that is not told: the desk was not open, or looked from another moment than now."""
    looked: datetime
    """The last look."""
    told: frozenset[tuple[str, datetime]] = frozenset()
    """The events that were told, by key and by title, and the moment that had come: one that moves comes again, one whose key
    later sources change does not."""
    breaking: frozenset[int] = field(default_factory=frozenset)
    """The Breaking posts that are known."""

    @classmethod
    def opening(cls, now: datetime) -> Self:
        """A desk that opens now."""
        return cls(now, now, now)

    def skipping(self, now: datetime) -> Self:
        """Leave out what came until now: the desk looked from another moment."""
        return replace(self, since=now, looked=now)

    def events(
        self, story: Story, now: datetime, zone: tzinfo, found_at: datetime | None = None
    ) -> tuple[list[str], Self]:
        """The events that have come since the last look, in the order of their moments.

        Args:
            story: its events, with the user's corrections.
            now: the wall clock. After a machine slept it may be long after the last look.
            zone: the display zone; an event that no dated post mentions has its days there.
            found_at: when these events were looked for, if they are new: their moments may have come meanwhile.
        """
        since = max(min(self.looked, found_at or self.looked), self.since)
        come = []
        told = set(self.told)
        for event in story.facts.events:
            its_zone = story.event_zones[event.key] or real_zone(zone, now)
            moment = _moment(event, its_zone)
            if moment is None or event.status in _SILENT or not since < moment <= now:
                continue
            names = {(event.key, moment), (event.title, moment)}
            if told.isdisjoint(names):
                come.append((moment, event.key, _event_line(event, moment, its_zone, now, zone)))
            told |= names
        come.sort()
        return [words for _, _, words in come], replace(self, looked=max(now, self.looked), told=frozenset(told))

    def posts(self, story: Story, now: datetime, zone: tzinfo, by_hand: Collection[int] = ()) -> tuple[list[str], Self]:
        """The Breaking posts that are new since the last look, oldest first.

        Told are those published since the desk was opened, to the minute, and not `by_hand`: whoever added a post at
        this desk knows of it.
        """
        breaking = [post for post in story.posts if post.label and is_breaking(post)]
        new = sorted((post for post in breaking if post.id not in self.breaking), key=sort_key)
        # Published times have no seconds.
        opened = self.opened.replace(second=0, microsecond=0)
        told = [
            _post_line(story, post, now, zone) for post in new if post.id not in by_hand and _is_later(post, opened)
        ]
        return told, replace(self, breaking=self.breaking | {post.id for post in new}) if new else self


def is_breaking(post: Post) -> bool:
    """Whether the source labelled the post Breaking, or Breaking news."""
    return (post.label or "").strip(" :").casefold() in {"breaking", "breaking news"}


def _is_later(post: Post, opened: datetime) -> bool:
    published = post.published
    return (
        published is not None
        and published.basis is not Basis.GUESSED
        and published.precision is Precision.MINUTE
        and published.at >= opened
    )


def _moment(event: Event, zone: tzinfo) -> datetime | None:
    """When it comes: its hour, else the beginning of its first day in its zone; None next to the ends of the calendar."""
    moment = event.at or datetime.combine(event.start, time(), zone)
    try:
        moment.timestamp()
    except (OverflowError, ValueError):
        return None
    return moment


def _event_line(event: Event, moment: datetime, its_zone: tzinfo, now: datetime, zone: tzinfo) -> str:
    """`Talks in Leith: today, Thu 15 May`; what is not confirmed says what it is."""
    sure = "" if event.certainty is Certainty.CONFIRMED else f" ({event.certainty})"
    there = in_zone(now, its_zone)
    days = (there.date() - event.start).days
    if event.at is None:
        whose = foreign_zone(event, its_zone, real_zone(zone, now))
        when, since = f"{short_day(event.start)} {whose}".rstrip(), _days_ago(days)
    else:
        when = f"{short_day(event.start)} {hour_of(event, real_zone(zone, now))}"
        since = _ago(now - moment) if now - moment < timedelta(days=1) else _days_ago(days)
    if event.end is None or event.end <= event.start:
        return f"{event.title}{sure}: {since}, {when}"
    if event.somewhen and there.date() <= event.end:
        since = f"by {short_day(event.end)}"
    elif event.start < there.date() <= event.end:
        since = f"day {days + 1} of {(event.end - event.start).days + 1}"
    return f"{event.title}{sure}: {since}, {when} – {short_day(event.end)}{'?' if event.somewhen else ''}"


def _days_ago(days: int) -> str:
    return "today" if days <= 0 else "yesterday" if days == 1 else f"{days} days ago"


def _ago(past: timedelta) -> str:
    minutes = int(past.total_seconds()) // 60
    if minutes < 1:
        return "now"
    return f"{minutes} min ago" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min ago"


def _post_line(story: Story, post: Post, now: datetime, zone: tzinfo) -> str:
    """`BREAKING: headline · source · 16:03 BST`, with the day when it is not today's."""
    assert post.published is not None
    here = in_zone(post.published.at, zone)
    today = here.date() == in_zone(now, zone).date()
    hour = f"{here:%H:%M} {zone_name(here)}" if today else short_moment(here, zone)
    doubt = "" if post.published.zone_basis is Basis.STATED else f" (zone {post.published.zone_basis})"
    return f"BREAKING: {headline_words(post)} · {story.tag(post.source_id)} · {hour}{doubt}"
