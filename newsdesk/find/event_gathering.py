"""Mentions of days ahead gathered into events: the same days and the same thing, or the same days, people and place. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from newsdesk.find.event_certainty import Saying
from newsdesk.find.event_naming import Naming
from newsdesk.find.word_lists import word_set
from newsdesk.model import Mention, Post, Status


@dataclass(frozen=True, slots=True, eq=False)
class Sighting:
    """One mention of something ahead."""

    order: tuple[datetime, int]
    """Oldest first."""
    post: Post
    mention: Mention
    start: date
    end: date | None
    at: datetime | None
    noun_class: str | None
    naming: Naming | None
    saying: Saying
    names: tuple[str, ...]
    words: frozenset[str]
    """Of the names, in lower case."""


@dataclass(slots=True, eq=False)
class Gathered:
    """An event while its mentions are gathered."""

    start: date
    end: date | None
    noun_class: str | None
    sightings: list[Sighting] = field(default_factory=list)
    apart: str = ""
    """What tells it from another of its class on its days; a part of its key."""
    was: date | None = None
    status: Status | None = None
    status_from: tuple[datetime, int] | None = None
    begun: bool = False

    words: set[str] = field(default_factory=set)
    """The names of all its mentions."""
    titles: set[str] = field(default_factory=set)
    """The names proposed for it."""
    posts: set[int] = field(default_factory=set)
    """The posts that mention it."""

    def add(self, *sightings: Sighting) -> None:
        """Take in mentions."""
        self.sightings.extend(sightings)
        for each in sightings:
            self.words |= each.words
            self.posts.add(each.post.id)
            if each.naming:
                self.titles.add(each.naming.title)


_Days = tuple[date, date | None]
_MANY_A_DAY: Final = word_set("match court funeral rally strike visit speech launch opening report")
"""Classes of which one day sees several, told apart by whose they are."""
_ENCOUNTERS: Final = word_set("talks visit")
"""Classes that are words for one encounter."""
_TELLING: Final = 2.0
"""Weight of a name that stands on its own (`event_titles`)."""
_NAMED: Final = 1.2
"""Weight from which a name without a noun of an event makes an event of its own."""
_MOST_A_DAY: Final = 40
"""Events kept apart on the same days; what comes beyond them joins the one mentioned most, so that work stays linear."""
_WELL_KNOWN: Final = 3
"""Mentions that make an event the one people mean by its day."""


def gather(found: Sequence[Sighting]) -> list[Gathered]:
    """The events of sightings in order of their posts, oldest first."""
    by_days: dict[_Days, list[Sighting]] = {}
    for each in found:
        by_days.setdefault((each.start, each.end), []).append(each)
    return [event for days, sightings in by_days.items() for event in _of_days(days, sightings)]


def _of_days(days: _Days, sightings: Sequence[Sighting]) -> list[Gathered]:
    events: list[Gathered] = []
    of_class: dict[str, list[Gathered]] = {}
    for each in sightings:
        if each.noun_class is None:
            continue
        same = of_class.setdefault(each.noun_class, [])
        event = _own(each, same) if same else None
        if event is None:
            event = Gathered(*days, each.noun_class, apart=_telling_word(each) if same else "")
            same.append(event)
            events.append(event)
        event.add(each)
    _fold_deadlines(events)
    _fold_thin(events)
    _fold_encounters(events)
    for each in sightings:
        if each.noun_class is None:
            _join_loose(each, events, days)
    if days[1] is not None:
        _fold_same_stretch(events)
    return events


def _own(sighting: Sighting, events: Sequence[Gathered]) -> Gathered | None:
    """The event of its class on its days that a sighting belongs to; None when all are somebody else's."""
    if sighting.noun_class not in _MANY_A_DAY or not sighting.words or len(events) >= _MOST_A_DAY:
        return _most_mentioned(events)
    shared = [(len(event.words & sighting.words), event) for event in events]
    best = max(shared, key=lambda pair: (pair[0], len(pair[1].sightings)))
    if best[0]:
        return best[1]
    return next((event for event in events if not event.words), None)


def _telling_word(sighting: Sighting) -> str:
    return min((name.lower() for name in sighting.names), default="")


def _most_mentioned(events: Iterable[Gathered]) -> Gathered:
    return max(events, key=lambda event: len(event.sightings))


def _fold(event: Gathered, into: Gathered, events: list[Gathered]) -> None:
    """Join two events; the one mentioned first gives the class and so the key."""
    first = min((into, event), key=lambda each: min(sighting.order for sighting in each.sightings))
    into.noun_class, into.apart = first.noun_class, first.apart
    into.add(*event.sightings)
    events.remove(event)


def _fold_deadlines(events: list[Gathered]) -> None:
    """A deadline on the day of something else is that thing's deadline."""
    others = [event for event in events if event.noun_class != "deadline"]
    for event in [event for event in events if event.noun_class == "deadline"]:
        if others:
            _most_mentioned(others).add(*event.sightings)
            events.remove(event)


def _fold_thin(events: list[Gathered]) -> None:
    """A single mention without a telling name, on the day of a well-known event, is a mention of that event."""
    if not events:
        return
    known = _most_mentioned(events)
    if len(known.sightings) < _WELL_KNOWN:
        return
    for event in [event for event in events if event is not known and len(event.sightings) == 1]:
        named = event.sightings[0].naming
        if named is None or named.weight < _TELLING:
            known.add(*event.sightings)
            events.remove(event)


def _fold_encounters(events: list[Gathered]) -> None:
    """A visit and the talks for which it is made: the same people and place on the same day."""
    for event in [event for event in events if event.noun_class in _ENCOUNTERS]:
        other = next(
            (
                each
                for each in events
                if each is not event
                and each.noun_class in _ENCOUNTERS
                and each.noun_class != event.noun_class
                and len(each.words & event.words) >= 2
            ),
            None,
        )
        if other is not None and event in events:
            _fold(event, other, events)


def _join_loose(sighting: Sighting, events: list[Gathered], days: _Days) -> None:
    """A mention without a noun of an event: of the event that shares its names, else of its day's event, else its own."""
    naming = sighting.naming
    sharing = [event for event in events if event.words & sighting.words]
    same_name = next((event for event in events if naming and naming.title in event.titles), None)
    here = [event for event in events if sighting.post.id in event.posts]
    alone = days[1] is None and (naming is None or naming.weight < _NAMED or not sighting.words)
    known = max((len(event.sightings) for event in events), default=0) >= _WELL_KNOWN
    if same_name is not None:
        same_name.add(sighting)
    elif sharing and (alone or known or any(event.noun_class for event in sharing)):
        _most_mentioned(sharing).add(sighting)
    elif here and not sighting.words and days[1] is None:
        # "The window opens at 6.40am", after "... has been delayed to Wednesday".
        here[-1].add(sighting)
    elif len(events) >= _MOST_A_DAY or (events and (naming is None or (alone and known))):
        _most_mentioned(events).add(sighting)
    elif naming is not None:
        event = Gathered(*days, None, apart=naming.title.casefold())
        event.add(sighting)
        events.append(event)


def _fold_same_stretch(events: list[Gathered]) -> None:
    """The same first and last day, and people or a place in common: one event under two nouns."""
    for event in list(events):
        other = next((each for each in events if each is not event and each.words & event.words), None)
        if other is not None and event in events:
            _fold(event, other, events)


def support(gathered: Sequence[Gathered], coarse: Sequence[Sighting]) -> None:
    """Coarse mentions join the one event of their class within their period; they never make an event."""
    of_class: dict[str | None, list[Gathered]] = {}
    for event in gathered:
        of_class.setdefault(event.noun_class, []).append(event)
    for each in coarse:
        if each.noun_class is None:
            continue
        until = each.start + timedelta(days=7)
        fitting = [event for event in of_class.get(each.noun_class, ()) if each.start <= event.start < until]
        if len(fitting) == 1:
            fitting[0].add(each)
    for event in gathered:
        event.sightings.sort(key=lambda sighting: sighting.order)
