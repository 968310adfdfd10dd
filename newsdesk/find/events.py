"""What the story expects: dated mentions ahead of their posts, merged into events. Pure, without a wall clock."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Final

from newsdesk.find.calendar_words import ZONE_OFFSETS
from newsdesk.find.event_certainty import Saying, overall, saying, states
from newsdesk.find.event_nouns import noun_class_near
from newsdesk.find.event_titles import Naming, best_title, naming
from newsdesk.find.sentences import sentences
from newsdesk.find.word_lists import word_set
from newsdesk.model import Basis, Event, Mention, Place, Post, Status, Timex

_ZONE: Final = re.compile(
    r"(?i)\b(?:" + "|".join(re.escape(name) for name in sorted(ZONE_OFFSETS, key=len, reverse=True)) + r")\b"
)
_NAME: Final = re.compile(r"\b[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?\b")
_NO_NAME: Final = word_set(
    "The This That These Those There When While But And For From With After Before His Her Its Their They What Monday Tuesday",
    "Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November",
    "December President Minister Prime Secretary Earlier Today Tomorrow Yesterday Analysis Breaking",
)
_NEAR: Final = 300
"""Characters around a mention in which names stand with it."""
_GOES_ON: Final = re.compile(r"\b(?:and|but) (?:will|would|is to|are to) (?!not\b)")
"""After "abandoned" or "postponed": "... and will be replayed on ..." names what comes instead."""
_TOUCHED: Final = re.compile(
    r"(?i)call(?:ed|s|ing)? off|cancel|scrapp|abandon|postpone|reschedul|put (?:back|off)|pushed back|delayed|take place|go ahead|be held"
)


@dataclass(frozen=True, slots=True)
class _Sighting:
    """One mention of something ahead."""

    order: tuple[datetime, int]
    post: Post
    mention: Mention
    start: date
    end: date | None
    at: datetime | None
    noun_class: str | None
    naming: Naming | None
    saying: Saying
    names: tuple[str, ...]


@dataclass(slots=True)
class _Gathered:
    """An event while its mentions are gathered."""

    start: date
    end: date | None
    noun_class: str | None
    sightings: list[_Sighting] = field(default_factory=list)
    was: date | None = None
    status: Status | None = None
    status_from: tuple[datetime, int] | None = None


class _Texts:
    """The sentences of a post's strings, split once."""

    def __init__(self) -> None:
        self._spans: dict[tuple[int, Place], tuple[list[tuple[int, int]], list[int]]] = {}

    def of(self, post: Post, place: Place) -> str:
        return post.text if place == "text" else post.headline or ""

    def sentence(self, post: Post, place: Place, start: int) -> tuple[int, int]:
        known = self._spans.get((post.id, place))
        if known is None:
            spans = sentences(self.of(post, place))
            known = spans, [begin for begin, _ in spans]
            self._spans[(post.id, place)] = known
        spans, begins = known
        index = bisect_right(begins, start) - 1
        return spans[index] if 0 <= index < len(spans) else (0, len(self.of(post, place)))


def find_events(posts: Sequence[Post], timexes: Sequence[Timex], as_of: datetime | None) -> tuple[Event, ...]:
    """The events that the story expects, in the order of their days.

    Args:
        posts: with `published` resolved; ids tell them apart.
        timexes: their resolved time expressions (`dates.resolve_story`).
        as_of: the moment, aware, that decides `status`; None: the newest stated post.
    """
    known = {post.id: post for post in posts}
    texts = _Texts()
    found: list[_Sighting] = []
    coarse: list[_Sighting] = []
    for timex in timexes:
        post = known.get(timex.post_id)
        if post is None or post.published is None or post.published.basis is Basis.GUESSED or not timex.upcoming:
            continue
        sighting = _sighting(post, timex, texts)
        if sighting is not None:
            (found if len(timex.value) >= 10 else coarse).append(sighting)
    found.sort(key=lambda each: each.order)
    gathered = _gather(found)
    _support(gathered, coarse)
    _follow_changes(gathered, posts, timexes, known, texts)
    moment = as_of or _newest(posts)
    events = [event for each in gathered if (event := _event(each, moment)) is not None]
    return tuple(sorted(events, key=lambda event: (event.start, event.end or event.start, event.key)))


def _newest(posts: Iterable[Post]) -> datetime | None:
    """The newest stated moment; without one, the newest that is not guessed."""
    published = [post.published for post in posts if post.published and post.published.basis is not Basis.GUESSED]
    stated = [each.at for each in published if each.basis is Basis.STATED and each.zone_basis is Basis.STATED]
    return max(stated or [each.at for each in published], default=None)


def _order(post: Post) -> tuple[datetime, int]:
    return (post.published.at if post.published else datetime.max.replace(tzinfo=UTC), -post.n)


def _sighting(post: Post, timex: Timex, texts: _Texts) -> _Sighting | None:
    text = texts.of(post, timex.place)
    sentence = texts.sentence(post, timex.place, timex.start)
    begin, end = sentence
    day = _first_day(timex.value)
    if day is None:
        return None
    noun_class = noun_class_near(text, begin, end, timex.start, timex.end)
    last = date.fromisoformat(timex.value_end[:10]) if timex.value_end else None
    near = (max(begin + 1, timex.start - _NEAR), min(end, timex.end + _NEAR))
    names = _names(text, *near) or _names(post.headline or "", 0, _NEAR)
    return _Sighting(
        order=_order(post),
        post=post,
        mention=Mention(timex.post_id, timex.place, timex.start, timex.end, begin, end),
        start=day,
        end=last if last != day else None,
        at=_moment(timex, post),
        noun_class=noun_class,
        naming=naming(text, sentence, timex.start, timex.end, noun_class, post.headline or ""),
        saying=saying(text, sentence, timex.start, noun_class),
        names=names,
    )


def _names(text: str, begin: int, end: int) -> tuple[str, ...]:
    return tuple(
        name for match in _NAME.finditer(text, begin, end) if _NO_NAME.isdisjoint((name := match.group()).split())
    )[:12]


def _first_day(value: str) -> date | None:
    """The first day of an ISO value of any grain."""
    try:
        if "-W" in value:
            return date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
        if len(value) >= 10:
            return date.fromisoformat(value[:10])
        return date(int(value[:4]), int(value[5:7] or 1), 1)
    except ValueError:
        return None


def _moment(timex: Timex, post: Post) -> datetime | None:
    """The hour, in the zone printed with it, else in the post's."""
    if len(timex.value) != 16 or post.published is None:
        return None
    zone: tzinfo | None = post.published.at.tzinfo
    named = _ZONE.search(timex.text)
    if named:
        name = named.group()
        zone = timezone(timedelta(minutes=ZONE_OFFSETS[name.lower()]), name)
    return datetime.fromisoformat(timex.value).replace(tzinfo=zone)


def _gather(found: Sequence[_Sighting]) -> list[_Gathered]:
    """Sightings merged by day and class; those of no class join the event of their day that is mentioned most."""
    by_key: dict[tuple[date, date | None, str], _Gathered] = {}
    for each in found:
        if each.noun_class is None:
            continue
        event = by_key.setdefault(
            (each.start, each.end, each.noun_class), _Gathered(each.start, each.end, each.noun_class)
        )
        event.sightings.append(each)
    by_day: dict[tuple[date, date | None], list[_Gathered]] = {}
    for event in by_key.values():
        by_day.setdefault((event.start, event.end), []).append(event)
    for events in by_day.values():
        _fold_deadlines(events)
        _fold_thin(events)
    loose: dict[tuple[date, date | None], _Gathered] = {}
    for each in found:
        if each.noun_class is not None:
            continue
        events = by_day.get((each.start, each.end), [])
        if events:
            max(events, key=lambda event: len(event.sightings)).sightings.append(each)
        elif each.naming is not None:
            loose.setdefault((each.start, each.end), _Gathered(each.start, each.end, None)).sightings.append(each)
    return [event for events in by_day.values() for event in events] + list(loose.values())


def _fold_deadlines(events: list[_Gathered]) -> None:
    """A deadline on the day of something else is that thing's deadline."""
    others = [event for event in events if event.noun_class != "deadline"]
    for event in [event for event in events if event.noun_class == "deadline"]:
        if others:
            max(others, key=lambda other: len(other.sightings)).sightings.extend(event.sightings)
            events.remove(event)


_TELLING: Final = 2.0
"""Weight of a name that stands on its own (`event_titles`)."""
_WELL_KNOWN: Final = 3
"""Mentions that make an event the one people mean by its day."""


def _fold_thin(events: list[_Gathered]) -> None:
    """A single mention without a telling name, on the day of a well-known event, is a mention of that event."""
    known = max(events, key=lambda event: len(event.sightings))
    if len(known.sightings) < _WELL_KNOWN:
        return
    for event in [event for event in events if event is not known and len(event.sightings) == 1]:
        named = event.sightings[0].naming
        if named is None or named.weight < _TELLING:
            known.sightings.extend(event.sightings)
            events.remove(event)


def _support(gathered: Sequence[_Gathered], coarse: Sequence[_Sighting]) -> None:
    """Coarse mentions join the one event of their class within their period; they never make an event."""
    for each in coarse:
        if each.noun_class is None:
            continue
        until = each.start + timedelta(days=7)
        fitting = [
            event for event in gathered if event.noun_class == each.noun_class and each.start <= event.start < until
        ]
        if len(fitting) == 1:
            fitting[0].sightings.append(each)
    for event in gathered:
        event.sightings.sort(key=lambda sighting: sighting.order)


def _follow_changes(
    gathered: list[_Gathered], posts: Sequence[Post], timexes: Sequence[Timex], known: dict[int, Post], texts: _Texts
) -> None:
    """Postponements and cancellations: a newer day supersedes, a cancelled event says so unless it is mentioned later."""
    timexes_of: dict[tuple[int, Place], list[Timex]] = {}
    for timex in timexes:
        timexes_of.setdefault((timex.post_id, timex.place), []).append(timex)
    for event in list(gathered):
        if event not in gathered:
            continue
        moved = next((each for each in event.sightings if each.saying.moved), None)
        if moved is None:
            continue
        older = [
            other
            for other in gathered
            if other is not event
            and other.noun_class == event.noun_class
            and other.sightings
            and not any(each.saying.moved and each.order > moved.order for each in other.sightings)
        ]
        if older:
            previous = min(older, key=lambda other: abs((other.start - event.start).days))
            event.was = previous.was or previous.start
            event.sightings = sorted(previous.sightings + event.sightings, key=lambda each: each.order)
            gathered.remove(previous)
        else:
            event.was = _left_behind(moved, timexes_of.get((moved.post.id, moved.mention.place), ()), texts)
    days: dict[tuple[int, Place, int, int], set[date]] = {}
    for timex in timexes:
        day = _first_day(timex.value) if len(timex.value) >= 10 else None
        post = known.get(timex.post_id)
        if day and post:
            days.setdefault((timex.post_id, timex.place, *texts.sentence(post, timex.place, timex.start)), set()).add(
                day
            )
    for post in posts:
        if post.published is None or post.published.basis is Basis.GUESSED:
            continue
        for place in ("headline", "text"):
            text = post.text if place == "text" else post.headline or ""
            for match in _TOUCHED.finditer(text):
                _apply_change(
                    gathered, post, place, text, texts.sentence(post, place, match.start()), match.start(), days
                )


def _left_behind(moved: _Sighting, timexes: Sequence[Timex], texts: _Texts) -> date | None:
    """The day that the sentence says it moved from ("postponed from Monday to 12 June")."""
    text = texts.of(moved.post, moved.mention.place)
    for timex in timexes:
        inside = moved.mention.sentence_start <= timex.start < moved.mention.start
        if (
            inside
            and not timex.upcoming
            and len(timex.value) >= 10
            and text[max(0, timex.start - 5) : timex.start] == "from "
        ):
            return _first_day(timex.value)
    return None


def _apply_change(
    gathered: Sequence[_Gathered],
    post: Post,
    place: Place,
    text: str,
    sentence: tuple[int, int],
    start: int,
    days: dict[tuple[int, Place, int, int], set[date]],
) -> None:
    begin, end = max(sentence[0], start - 200), min(sentence[1], start + 200)
    called_off, moved = states(text, (begin, end))
    if (not called_off and not moved) or _GOES_ON.search(text, start, end):
        return
    noun_class = noun_class_near(text, begin, end, start, start)
    named = days.get((post.id, place, *sentence), set())
    order = _order(post)
    fitting = [
        event
        for event in gathered
        if (event.noun_class == noun_class or (noun_class is None and named))
        and (event.start in named or (not named and noun_class is not None))
        and event.sightings
        and event.sightings[0].order <= order
    ]
    if len(fitting) != 1:
        return
    event = fitting[0]
    newest = next((each for each in reversed(event.sightings) if not each.saying.called_off), None)
    if (
        (newest is not None and newest.order > order)
        or any(each.saying.moved and each.post.id == post.id for each in event.sightings)
        or event.was is not None
    ):
        return
    if event.status_from is None or order >= event.status_from:
        event.status = Status.CALLED_OFF if called_off else Status.POSTPONED
        event.status_from = order


def _event(gathered: _Gathered, moment: datetime | None) -> Event | None:
    sightings = gathered.sightings
    dated = [each for each in sightings if each.start == gathered.start] or sightings
    names = Counter(name for each in sightings for name in dict.fromkeys(each.names))
    title = best_title(
        [each.naming for each in dated if each.naming],
        [name for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0]))],
    )
    if title is None:
        return None
    at = next((each.at for each in reversed(dated) if each.at), None)
    zone = at.tzinfo if at else sightings[0].order[0].tzinfo
    current = [each for each in sightings if each.start == gathered.start] if gathered.was else sightings
    last = f"..{gathered.end}" if gathered.end else ""
    return Event(
        key=f"{gathered.start}{last}:{gathered.noun_class or title.casefold()}",
        title=title,
        start=gathered.start,
        end=gathered.end,
        at=at,
        certainty=overall([each.saying for each in current]),
        status=gathered.status or _status(gathered.start, gathered.end, at, moment, zone),
        mentions=tuple(each.mention for each in sightings),
        was=gathered.was,
    )


def _status(start: date, end: date | None, at: datetime | None, moment: datetime | None, zone: tzinfo | None) -> Status:
    if moment is None:
        return Status.EXPECTED
    try:
        today = moment.astimezone(zone).date()
    except OverflowError:
        # A moment on the calendar's first or last day has no day in some zones.
        today = moment.date()
    if today < start:
        return Status.EXPECTED
    if today > (end or start):
        return Status.ENDED
    if end is not None:
        return Status.RUNNING
    return Status.DUE if at is not None and at <= moment else Status.TODAY
