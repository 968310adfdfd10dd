"""What later posts do to events: postponements supersede, cancellations stand until the event is named again. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.passages import Change, Passage
from newsdesk.find.events.sightings import Gathered, Sighting
from newsdesk.model import Place, Post, Status, Timex

TimexesOf = Mapping[tuple[int, Place], Sequence[Timex]]
"""The time expressions by post and place."""


def follow_moves(gathered: list[Gathered], timexes_of: TimexesOf) -> None:
    """A newer day supersedes the older one of the same thing, which it keeps as `was`."""
    gone: set[int] = set()
    keys = {event.key for event in gathered}
    moves = [
        (moved, event)
        for event in gathered
        if (moved := next((each for each in event.sightings if each.saying.moved), None)) is not None
    ]
    # In the order in which they were told: what moved twice goes through all its days.
    moves.sort(key=lambda move: move[0].order)
    for moved, event in moves:
        if id(event) in gone:
            continue
        own = event.words
        left = moved.left or _left_behind(moved, timexes_of.get((moved.post.id, moved.mention.place), ()))
        older = [
            other
            for other in gathered
            if other is not event
            and id(other) not in gone
            and _of_one_kind(event, other, left)
            and other.sightings
            and not any(each.saying.moved and each.order > moved.order for each in other.sightings)
            and not any(_stands(each, moved, left) for each in other.sightings)
            and _same_thing(own, other.words)
        ]
        if len(older) > 1 and not any(own & other.words for other in older):
            # "The derby will now be played on ...": of several matches, the derby.
            older = [other for other in older if _nouns(event) & _nouns(other)]
        if older:
            previous = min(older, key=lambda other: abs((other.start - event.start).days))
            event.was = previous.was or previous.start
            event.known_as = previous
            event.add(*previous.sightings)
            event.sightings.sort(key=lambda each: each.order)
            gone.add(id(previous))
        else:
            event.was = left
            if left is not None:
                before = Gathered(left, None, event.noun_class, apart=event.apart)
                if before.key not in keys:
                    keys.add(before.key)
                    event.known_as = before
    gathered[:] = [event for event in gathered if id(event) not in gone]


_REPLACED: Final = ("instead of ", "rather than ", "instead of on ", "rather than on ")


def _of_one_kind(event: Gathered, other: Gathered, left: date | None) -> bool:
    """Whether a moved event can be another one under its old day: of its class, or the same people and place."""
    if event.noun_class == other.noun_class:
        return event.noun_class is not None or bool(event.words & other.words)
    if other.start == left and len(event.last_words & other.last_words) >= 2:
        return True
    if event.noun_class is None and other.start == left:
        return bool(event.words & other.words)
    return None in {event.noun_class, other.noun_class} and len(event.last_words & other.last_words) >= 2


def _stands(sighting: Sighting, moved: Sighting, left: date | None) -> bool:
    """Whether the sentence that moves something to one day keeps the other day, too."""
    same = (sighting.post.id, sighting.mention.place) == (moved.post.id, moved.mention.place)
    here = same and sighting.mention.sentence_start == moved.mention.sentence_start
    return here and sighting.start != left and not sighting.saying.moved


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
        owned = text.startswith(("'s ", "’s "), timex.end)
        if (timex.upcoming and not owned) or len(timex.value) < 10:
            continue
        day = day_of(timex.value)
        left = text[max(0, timex.start - 24) : timex.start].lower()
        if moved.mention.end <= timex.start < moved.mention.sentence_end:
            if left.endswith(_REPLACED):
                return day
            continue
        if not moved.mention.sentence_start <= timex.start < moved.mention.start:
            continue
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
        self._of_word: dict[str, list[Gathered]] = {}
        for event in gathered:
            if event.noun_class:
                self._of_class.setdefault(event.noun_class, []).append(event)
            else:
                for word in event.words:
                    self._of_word.setdefault(word, []).append(event)
            self._of_day.setdefault(event.start, []).append(event)

    def sharing(self, words: frozenset[str]) -> list[Gathered]:
        """Those without a class that have one of the words in a name."""
        found = (event for word in sorted(words) for event in self._of_word.get(word, ()))
        return list({id(event): event for event in found}.values())

    def named(self, noun_class: str | None, days: set[date]) -> list[Gathered]:
        """Those of the class on the days; of the class alone without days, of the days alone without a class."""
        if days:
            found = [event for day in sorted(days) for event in self._of_day.get(day, ())]
            return [event for event in found if noun_class in {None, event.noun_class}]
        return self._of_class.get(noun_class, []) if noun_class else []


def apply_changes(
    gathered: Events,
    post: Post,
    passage: Passage,
    order: tuple[datetime, int],
    timexes: Sequence[Timex],
) -> None:
    """Mark what the post calls off or puts off without a new day."""
    text = passage.text
    for change in passage.changes:
        named = {
            day
            for timex in timexes
            if len(timex.value) >= 10
            and change.sentence[0] <= timex.start < change.sentence[1]
            and (day := day_of(timex.value))
        }
        event = _touched(gathered, change, named, order)
        if event is None or (change.moved and event.start in _put_to(text, change, timexes)):
            continue
        event.changed_by[post.id] = order[0]
        if event.was is not None:
            continue
        if any(each.post.id == post.id and _AGAIN.search(_sentence(each)) for each in event.sightings):
            # "The launch was scrubbed. Crews will try again on ...": what was called off is the attempt before.
            continue
        newest = next((each for each in reversed(event.sightings) if not each.saying.called_off), None)
        if (newest is not None and newest.order > order) or any(
            each.saying.moved and each.post.id == post.id and each.start == event.start for each in event.sightings
        ):
            continue
        if event.status_from is None or order >= event.status_from:
            event.status = Status.CALLED_OFF if change.called_off else Status.POSTPONED
            event.status_from = order


def _put_to(text: str, change: Change, timexes: Sequence[Timex]) -> set[date]:
    """The days to which the change's own words put something off: "delays the launch to Saturday"."""
    inside = (each for each in timexes if change.start < each.start < change.sentence[1])
    led = (each for each in inside if _PUT_TO.search(text, max(change.start, each.start - 24), each.start))
    return {day for each in led if (day := day_of(each.value))}


_PUT_TO: Final = re.compile(r"\b(?:to|until|till)(?: the)? (?:early |late )?$")
_AGAIN: Final = re.compile(
    r"(?i)\b(?:try|tries|attempt|launch) again\b|\b(?:next|another|second|third|fresh|new) (?:launch |lift-?off )?(?:attempt|try|bid|opportunity|window)\b"
)


def _sentence(sighting: Sighting) -> str:
    """The sentence of a mention."""
    text = sighting.post.text if sighting.mention.place == "text" else sighting.post.headline or ""
    return text[sighting.mention.sentence_start : sighting.mention.sentence_end]


def _means(change: Change, event: Gathered) -> bool:
    """Whether names let a change be one of this event: in common, or, when the class of noun tells, none on one side."""
    shared = bool(change.words & event.words)
    if change.noun_class is None:
        # Without a noun of an event more than a name must be shared: other things happen in the same town.
        plain = event.telling - event.words
        if shared:
            return not plain or bool(plain & change.told) or len(event.last_words & change.words) >= 2
        return not change.words and bool(plain & change.told)
    return shared or not (change.words and event.words)


def _touched(gathered: Events, change: Change, named: set[date], order: tuple[datetime, int]) -> Gathered | None:
    """The one event that a change can mean."""

    def ahead(event: Gathered) -> bool:
        known = bool(event.sightings) and event.sightings[0].order <= order
        return known and (event.end or event.start) >= order[0].date()

    fitting = [event for event in gathered.named(change.noun_class, named) if ahead(event) and _means(change, event)]
    if not fitting and named:
        # "Has cancelled her concert in Leeds on ...": the same people and place that day, whatever it was called before.
        that_day = (event for event in gathered.named(None, named) if ahead(event))
        fitting = [event for event in that_day if len(event.last_words & change.words) >= 2]
    if not fitting and not named and change.noun_class is None:
        that_named = (event for event in gathered.sharing(change.words) if ahead(event))
        fitting = [event for event in that_named if len((event.telling - event.words) & change.told) >= 2]
    return fitting[0] if len(fitting) == 1 else None
