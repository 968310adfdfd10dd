"""What later posts do to events: postponements supersede, cancellations stand until the event is named again. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.passages import Change, Passage
from newsdesk.find.events.sightings import Gathered, Sighting
from newsdesk.model import Place, Post, Status, Timex

TimexesOf = Mapping[tuple[int, Place], Sequence[Timex]]
"""The time expressions by post and place."""


def follow_moves(gathered: list[Gathered], timexes_of: TimexesOf) -> None:
    """A newer day supersedes the older one of the same thing, which it keeps as `was`."""
    gone: set[int] = set()
    for event in gathered:
        if id(event) in gone:
            continue
        moved = next((each for each in event.sightings if each.saying.moved), None)
        if moved is None:
            continue
        own = event.words
        left = _left_behind(moved, timexes_of.get((moved.post.id, moved.mention.place), ()))
        older = [
            other
            for other in gathered
            if other is not event
            and id(other) not in gone
            and (own & other.words if event.noun_class is None else other.noun_class == event.noun_class)
            and (other.noun_class == event.noun_class or other.start == left)
            and other.sightings
            and not any(each.saying.moved and each.order > moved.order for each in other.sightings)
            and _same_thing(own, other.words)
        ]
        if len(older) > 1 and not any(own & other.words for other in older):
            # "The derby will now be played on ...": of several matches, the derby.
            older = [other for other in older if _nouns(event) & _nouns(other)]
        if older:
            previous = min(older, key=lambda other: abs((other.start - event.start).days))
            event.was = previous.was or previous.start
            event.add(*previous.sightings)
            event.sightings.sort(key=lambda each: each.order)
            gone.add(id(previous))
        else:
            event.was = left
    gathered[:] = [event for event in gathered if id(event) not in gone]


def _nouns(event: Gathered) -> set[str]:
    """The nouns of events in the names proposed for it."""
    return {word for title in event.titles for word in title.lower().split() if class_of(word)}


def _same_thing(one: set[str], other: set[str]) -> bool:
    """Whether the names allow two events of one class to be one: something in common, or nothing known of one of them."""
    return not one or not other or bool(one & other)


def _left_behind(moved: Sighting, timexes: Sequence[Timex]) -> date | None:
    """The day that the sentence says it moved from ("postponed from Monday to 12 June", "due on Monday, was put off until")."""
    text = moved.post.text if moved.mention.place == "text" else moved.post.headline or ""
    for timex in timexes:
        inside = moved.mention.sentence_start <= timex.start < moved.mention.start
        if not inside or timex.upcoming or len(timex.value) < 10:
            continue
        day = day_of(timex.value)
        left = text[max(0, timex.start - 24) : timex.start].lower()
        if left.endswith("from ") or (day and moved.post.published and day > moved.post.published.day):
            return day
    return None


def day_of(value: str) -> date | None:
    """The first day of an ISO value of any grain."""
    try:
        if "-W" in value:
            return date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
        if len(value) >= 10:
            return date.fromisoformat(value[:10])
        return date(int(value[:4]), int(value[5:7] or 1), 1)
    except ValueError:
        return None


class Events:
    """Gathered events by what a change can name them by."""

    def __init__(self, gathered: Sequence[Gathered]) -> None:
        self._of_class: dict[str, list[Gathered]] = {}
        self._of_day: dict[date, list[Gathered]] = {}
        for event in gathered:
            if event.noun_class:
                self._of_class.setdefault(event.noun_class, []).append(event)
            self._of_day.setdefault(event.start, []).append(event)

    def named(self, noun_class: str | None, days: set[date]) -> list[Gathered]:
        """Those of the class on the days; of the class alone without days, of the days alone without a class."""
        if days:
            found = [event for day in sorted(days) for event in self._of_day.get(day, ())]
            return [event for event in found if noun_class in {None, event.noun_class}]
        return self._of_class.get(noun_class, []) if noun_class else []


def apply_changes(
    gathered: Events,
    post: Post,
    place: Place,
    passage: Passage,
    order: tuple[datetime, int],
    timexes: Sequence[Timex],
) -> None:
    """Mark what the post calls off or puts off without a new day."""
    for change in passage.changes:
        named = {
            day
            for timex in timexes
            if len(timex.value) >= 10
            and change.sentence[0] <= timex.start < change.sentence[1]
            and (day := day_of(timex.value))
        }
        event = _touched(gathered, change, named, order)
        if event is None:
            continue
        event.changed_by[post.id] = order[0]
        if event.was is not None:
            continue
        newest = next((each for each in reversed(event.sightings) if not each.saying.called_off), None)
        if (newest is not None and newest.order > order) or any(
            each.saying.moved and each.post.id == post.id and each.mention.place == place for each in event.sightings
        ):
            continue
        if event.status_from is None or order >= event.status_from:
            event.status = Status.CALLED_OFF if change.called_off else Status.POSTPONED
            event.status_from = order


def _means(change: Change, event: Gathered) -> bool:
    """Whether names let a change be one of this event: in common, or, when the class of noun tells, none on one side."""
    shared = bool(change.words & event.words)
    if change.noun_class is None:
        # Without a noun of an event more than a name must be shared: other things happen in the same town.
        plain = event.telling - event.words
        return shared and (not plain or bool(plain & change.told))
    return shared or not (change.words and event.words)


def _touched(gathered: Events, change: Change, named: set[date], order: tuple[datetime, int]) -> Gathered | None:
    """The one event that a change can mean."""
    fitting = [
        event
        for event in gathered.named(change.noun_class, named)
        if event.sightings
        and event.sightings[0].order <= order
        and (event.end or event.start) >= order[0].date()
        and _means(change, event)
    ]
    return fitting[0] if len(fitting) == 1 else None
