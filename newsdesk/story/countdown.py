"""Rows of the countdown pane."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from operator import itemgetter
from typing import NamedTuple

from newsdesk.english_calendar import MONTHS
from newsdesk.model import Event, Facts, Mention, Post, Status
from newsdesk.story import Story
from newsdesk.story.citation import Citation, cited
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.days import days_of
from newsdesk.story.passages import Passage, passage
from newsdesk.story.post_order import sort_key
from newsdesk.story.told_otherwise import other_day_words, other_days
from newsdesk.story.wording import event_words, hour_of, in_zone, real_zone, short_day, zone_name


@dataclass(frozen=True, slots=True)
class EventRow:
    """One expected event."""

    key: str
    countdown: str
    """`TOMORROW`, `IN 3 DAYS`, `IN 3 H 12 MIN`, `TODAY`, `DAY 2 OF 3`, `BY SUN 18 MAY`, `DUE`, `ENDED`."""
    days: str
    """`Mon 12 May`, `14 – 16 May`, `17 – 18 May?` for one of these days, `Mon 12 May 18:00 BST`; `Mon 12 May BST` where that day is none of the desk's zone."""
    title: str
    certainty: str
    status: str
    """What the countdown does not say: `postponed`, `was Mon 12 May`."""
    mentions: int
    """In the posts that are shown."""
    passed: bool
    """It is not ahead any more: over, called off, or its days have gone."""
    before_its_days: bool = False
    """It was called off, or is told to be over, and its days have not gone: it is no longer expected, and has not passed either."""
    held_back: int = 0
    """Mentions that a filter does not let through."""
    yours: str = ""
    """What of it is the user's word: `added by you`, `name by you`, `day by you, found Mon 12 May`."""
    unmentioned: bool = False
    """It rests on the user's word alone."""
    pinned: bool = False
    dismissed: bool = False
    otherwise: str = ""
    """The day that another source gives it, while both lie ahead: `other source: Sat 23 May`."""


class _Made(NamedTuple):
    """A row and where it stands."""

    today: date
    """In the event's zone."""
    begins: tuple[float, date, bool, str]
    """Where it stands among the others: by the moment it begins, a day before the hours of that moment."""
    row: EventRow


class _Whole(NamedTuple):
    """All rows of a story, for as long as no other day begins."""

    days: Sequence[tuple[tzinfo, date]]
    """What day it was in each of the zones."""
    rows: list[EventRow]
    going_by: Sequence[tuple[int, Event, tzinfo]]
    """The rows that tell how many hours are left, by their index; their events, and the events' zones."""


class RowsMade:
    """The rows that were made last: of a long story's hundreds all but a few read the same until another day begins.

    Threads may overtake one another here: what is remembered is replaced as a whole.
    """

    def __init__(self) -> None:
        """Nothing was made yet."""
        self._made: tuple[Facts, Mapping[str, tzinfo | None], tzinfo, _Whole] | None = None

    def of(self, story: Story, here: tzinfo) -> _Whole | None:
        """Those that were made of these very facts and zones, the desk's too."""
        if self._made is None:
            return None
        facts, zones, its_here, whole = self._made
        return whole if story.facts is facts and story.event_zones is zones and here == its_here else None

    def keep(self, story: Story, here: tzinfo, whole: _Whole) -> None:
        """Remember these alone."""
        self._made = story.facts, story.event_zones, here, whole


def event_rows(story: Story, clock: Clock, zone: tzinfo, among: Collection[int] | None = None) -> list[EventRow]:
    """Pinned ones, then next first; after them what is no longer expected on days to come, next first, and passed ones, latest first.

    `zone` is the one the desk shows its clock in.
    With `among`, only what these posts mention, and what is pinned. An event that no post in sight mentions is not shown
    unless it is the user's own: a moment that was just chosen may hide posts in which the events at hand were found.
    """
    return _events(_rows(story, story.facts.events, clock, real_zone(zone, clock.moment), among))


def dismissed_rows(story: Story, clock: Clock, zone: tzinfo, among: Collection[int] | None = None) -> list[EventRow]:
    """What the user took out of the countdown, next first."""
    return _dismissed(_rows(story, story.facts.dismissed, clock, real_zone(zone, clock.moment), among))


def countdown_rows(
    story: Story, clock: Clock, zone: tzinfo, among: Collection[int] | None, made: RowsMade
) -> list[EventRow]:
    """All that the pane may show: the events, and after them the dismissed ones. `made` remembers these for the next time."""
    here = real_zone(zone, clock.moment)
    everything = among is None and clock.mode is not Mode.CHOSEN
    whole = made.of(story, here) if everything else None
    if whole is not None and (same := _a_little_later(whole, clock, here)) is not None:
        return same
    events, dismissed = (_rows(story, some, clock, here, among) for some in (story.facts.events, story.facts.dismissed))
    rows = [*_events(events), *_dismissed(dismissed)]
    if everything:
        made.keep(story, here, _whole(story, clock, here, rows, [*events, *dismissed]))
    return rows


def _whole(
    story: Story, clock: Clock, here: tzinfo, rows: list[EventRow], made: Sequence[tuple[Event, _Made]]
) -> _Whole:
    # By identity: the machine's own zone, as dateutil has it, cannot be a key.
    zones = {id(each): each for each in (zone or here for zone in story.event_zones.values())}
    days = [(zone, in_zone(clock.moment, zone).date()) for zone in zones.values()]
    # An hour of today or tomorrow may be told by the hours that are left, which go by.
    going_by = {
        event.key: event for event, row in made if event.at is not None and abs(event.start - row.today) <= _A_DAY
    }
    moving = [
        (index, going_by[row.key], story.event_zones[row.key] or here)
        for index, row in enumerate(rows)
        if row.key in going_by
    ]
    return _Whole(days, rows, moving)


def _a_little_later(whole: _Whole, clock: Clock, here: tzinfo) -> list[EventRow] | None:
    """The same rows, the hours that are left as they are now; None where another day has begun, or something has passed meanwhile."""
    if any(in_zone(clock.moment, zone).date() != day for zone, day in whole.days):
        return None
    if not whole.going_by:
        return whole.rows
    rows = list(whole.rows)
    for index, event, its_zone in whole.going_by:
        before = rows[index]
        today = in_zone(clock.moment, its_zone).date()
        row = _row(event, clock, today, here, _whose(event, its_zone, here), before.mentions, before.held_back)
        if row.passed is not before.passed:
            return None
        rows[index] = replace(row, dismissed=before.dismissed, otherwise=before.otherwise)
    return rows


def _events(rows: Sequence[tuple[Event, _Made]]) -> list[EventRow]:
    in_order = sorted(((made.begins, made.row) for _, made in rows), key=itemgetter(0))
    ahead = [row for _, row in in_order if not row.passed]
    no_longer = [row for _, row in in_order if row.before_its_days]
    passed = [row for _, row in reversed(in_order) if row.passed and not row.before_its_days]
    return sorted([*ahead, *no_longer, *passed], key=lambda row: not row.pinned)


def _dismissed(rows: Sequence[tuple[Event, _Made]]) -> list[EventRow]:
    in_order = sorted(rows, key=lambda pair: (pair[1].row.passed, *pair[1].begins))
    return [replace(made.row, dismissed=True) for _, made in in_order]


def _rows(
    story: Story,
    events: Sequence[Event],
    clock: Clock,
    here: tzinfo,
    among: Collection[int] | None,
) -> list[tuple[Event, _Made]]:
    """`here` is the zone that the desk shows this moment in: to ask the system for it takes longer than all else of a row."""
    rows = []
    others = other_days(story, lambda event: _seen(story, event, clock)) if events is story.facts.events else {}
    todays: dict[int, date] = {}  # by identity: the machine's own zone, as dateutil has it, cannot be a key
    for event in events:
        seen = _seen(story, event, clock)
        shown = len(seen) if among is None else sum(mention.post_id in among for mention, _ in seen)
        if not shown and not event.pinned and (event.mentions or among is not None):
            continue
        its_zone = story.event_zones[event.key] or here
        if (today := todays.get(id(its_zone))) is None:
            today = todays[id(its_zone)] = in_zone(clock.moment, its_zone).date()
        row = _row(event, clock, today, here, _whose(event, its_zone, here), shown, len(seen) - shown)
        if (other := others.get(event.key)) is not None and not row.passed and other >= today:
            row = replace(row, otherwise=other_day_words(other, year=other.year != today.year))
        rows.append((event, _Made(today, _begins(event, its_zone), row)))
    return rows


def _whose(event: Event, its_zone: tzinfo, here: tzinfo) -> str:
    """The name of the zone that its days are of, where they have no hour and the desk has another."""
    return foreign_zone(event, its_zone, here) if event.at is None or event.end else ""


def mention_rows(story: Story, event_key: str, clock: Clock, zone: tzinfo) -> list[Passage]:
    """Every place in sight that supports the event, newest post first."""
    event = story.event(event_key)
    return (
        [
            passage(
                story,
                post,
                mention.place,
                (mention.start, mention.end),
                (mention.sentence_start, mention.sentence_end),
                zone,
            )
            for mention, post in _newest_seen(story, event, clock)
        ]
        if event
        else []
    )


def event_citation(story: Story, event_key: str, clock: Clock, zone: tzinfo) -> Citation | None:
    """`Title, Mon 12 May 2025 (demanded)`, and where the newest place in sight stands."""
    event = story.event(event_key)
    if event is None:
        return None
    if not event.mentions:
        return Citation(f"{event.title}, {event_words(event, zone)} ({users_word(event)})")
    places = _newest_seen(story, event, clock)
    if not places:
        return None
    yours = f"; {words}" if (words := users_word(event)) else ""
    return cited(f"{event.title}, {event_words(event, zone)} ({event.certainty}{yours})", story, places[0][1], zone)


def _newest_seen(story: Story, event: Event, clock: Clock) -> list[tuple[Mention, Post]]:
    return sorted(_seen(story, event, clock), key=lambda place: sort_key(place[1]), reverse=True)


def _seen(story: Story, event: Event, clock: Clock) -> Sequence[tuple[Mention, Post]]:
    places = story.event_places[event.key]
    if clock.mode is not Mode.CHOSEN:  # nothing is hidden
        return places
    return [(mention, post) for mention, post in places if not clock.hides(post)]


def users_word(event: Event) -> str:
    """What of an event is the user's word, and what the sources say instead of the days."""
    stands = f", {event.status} by you" if event.stands_by_user else ""
    if event.added:
        return f"added by you{stands}"
    if not event.mentions:
        return f"kept by you, no longer mentioned{stands}"
    found = event.as_found
    if found is None:
        return ""
    moved = days_of(found) != days_of(event)
    parts = [
        word
        for word, theirs in (
            ("name", found.title != event.title),
            ("day", moved),
            (str(event.status), event.stands_by_user),
        )
        if theirs
    ]
    words = f"{' and '.join(parts)} by you"
    return f"{words}, found {_days(found, event.start)}" if moved else words


def event_zone_name(story: Story, event: Event) -> str | None:
    """Name of its zone as it holds on its first day; None when no dated post mentions it."""
    zone = story.event_zones[event.key]
    return zone_name(event.at or datetime.combine(event.start, time(), zone)) if zone else None


def foreign_zone(event: Event, its_zone: tzinfo, zone: tzinfo) -> str:
    """Name of the event's zone where its days begin at other moments than those of `zone`, the desk's; else empty."""
    begins = datetime.combine(event.start, time(), its_zone)
    return "" if begins.utcoffset() == begins.replace(tzinfo=zone).utcoffset() else zone_name(begins)


def days_begun(story: Story, moment: datetime, zone: tzinfo) -> frozenset[date]:
    """Today in the display zone and in that of every event: with another day an event may stand otherwise."""
    # By identity: the machine's own zone, as dateutil has it, cannot be a member of a set.
    zones = {id(each): each for each in (zone, *story.event_zones.values()) if each is not None}
    return frozenset(in_zone(moment, each).date() for each in zones.values())


def next_tick(story: Story, clock: Clock) -> timedelta:
    """How long until the countdown reads differently: a second in an event's last hour, else the rest of the minute."""
    for event in story.facts.events:
        if event.at is not None and timedelta() <= _until(event.at, clock.moment) < timedelta(hours=1):
            return timedelta(seconds=1)
    return timedelta(seconds=60 - clock.moment.second)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_A_DAY = timedelta(days=1)
_SOON = timedelta(hours=6)
"""Before an hour of tomorrow, which then is told by the hours that are left: in another zone it may be one of today."""


def _until(at: datetime, moment: datetime) -> timedelta:
    """The time that really passes: of two moments in one zone Python takes their clocks' difference, whatever was changed between."""
    return (at - _EPOCH) - (moment - _EPOCH)


def _begins(event: Event, its_zone: tzinfo) -> tuple[float, date, bool, str]:
    at = event.at or datetime.combine(event.start, time(), its_zone)
    return ((at - _EPOCH).total_seconds(), event.start, event.at is not None, event.title)


def _row(event: Event, clock: Clock, today: date, here: tzinfo, whose: str, shown: int, held_back: int) -> EventRow:
    """`here` is the desk's zone, `whose` names the zone of its days where it is not the desk's."""
    words, passed = _countdown(event, clock.moment, today)
    called_off = event.status is Status.CALLED_OFF
    status = str(event.status) if event.status is Status.POSTPONED else ""
    if event.was:
        status = f"{status}, was {short_day(event.was)}".lstrip(", ")
    return EventRow(
        key=event.key,
        countdown=words,
        days=_days(event, today, clock.moment, here) + (f" {whose}" if whose else ""),
        title=event.title,
        certainty=str(event.certainty),
        status=status,
        mentions=shown,
        passed=passed,
        before_its_days=passed and (today <= (event.end or event.start) if called_off else today < event.start),
        held_back=held_back,
        yours=users_word(event),
        unmentioned=not event.mentions,
        pinned=event.pinned,
    )


def _countdown(event: Event, moment: datetime, today: date) -> tuple[str, bool]:
    """The words, and whether the event lies behind. Calendar days, never blocks of 24 hours; of an hour soon after midnight, the hours."""
    if event.status is Status.CALLED_OFF:
        return "CALLED OFF", True
    last = event.end or event.start
    if event.status is Status.DUE and (today - last).days == 1:
        return "DUE", False  # it came without word of its beginning: that is worth a day's notice
    if event.status is Status.RUNNING and event.at is not None and event.at.date() == today:
        return "RUNNING", False  # since the midnight that ended its day
    if today > last:
        return "ENDED" if event.status is Status.ENDED else "PASSED", True
    if event.status is Status.ENDED and (event.start <= today or event.stands_by_user):
        return "ENDED", True  # a source tells that it is over, or the user
    left = _until(event.at, moment) if event.at is not None else None
    if left is not None and (event.start == today or (event.start > today and left < _SOON)):
        if left > timedelta():
            return _hours(left), False
        return ("RUNNING" if event.status is Status.RUNNING else "DUE"), False
    if event.somewhen and event.end is not None and event.start <= today:
        return ("TODAY" if event.end == today else f"BY {short_day(event.end).upper()}"), False
    if event.end is not None and event.start <= today:
        return f"DAY {(today - event.start).days + 1} OF {(event.end - event.start).days + 1}", False
    days = (event.start - today).days
    if days == 0:
        return (
            "RUNNING" if event.status is Status.RUNNING else "DUE" if event.status is Status.DUE else "TODAY"
        ), False
    return ("TOMORROW" if days == 1 else f"IN {days} DAYS"), False


def _hours(left: timedelta) -> str:
    seconds = int(left.total_seconds())
    if seconds < 3600:
        return f"IN {seconds // 60} MIN {seconds % 60:02} S"
    return f"IN {seconds // 3600} H {seconds % 3600 // 60} MIN"


def _days(event: Event, today: date, moment: datetime | None = None, here: tzinfo | None = None) -> str:
    """Its days and its hour; of one that runs no more than how long. Its first day is not told as over before its hour."""
    year = event.start.year != today.year
    if event.end is None:
        words = short_day(event.start, year=year)
        return words if event.at is None else f"{words} {hour_of(event, here)}"
    awaited = event.start == today and event.at is not None and moment is not None and moment < event.at
    if event.start <= today <= event.end and not awaited and not event.somewhen:
        return f"until {short_day(event.end, year=year)}"
    first = str(event.start.day)
    if event.start.month != event.end.month:
        first += f" {MONTHS[event.start.month - 1][:3]}"
    last = f"{event.end.day} {MONTHS[event.end.month - 1][:3]}" + (f" {event.end.year}" if year else "")
    return f"{first} – {last}{'?' if event.somewhen else ''}"
