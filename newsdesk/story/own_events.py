"""What the user says of events, applied to those that were found. Pure.

An event is told by its mentions: a mark names the first mention in each source, so that the user's word holds whatever
later sources make of the event's name and days, and whichever source is taken out. What the user added, gave other days
or pinned stays even when no source mentions it any more.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from itertools import pairwise

from newsdesk.model import Basis, Certainty, Event, Mark, Post, Status
from newsdesk.story.corrections import Correction, when_said
from newsdesk.story.days import Days, days_from, days_of, days_words, written
from newsdesk.story.event_zones import event_zone

ADDED = "event"
"""Kind of the mark that adds an event: `target` is its own id, `words` are its name, `value` its days."""
TITLE = "event title"
"""Kind of the mark that names an event: `target`, `place` and `start` are a mention's, `words` the name as found, `value` the user's."""
DAYS = "event days"
"""Kind of the mark that gives an event other days: `value` are the user's."""
PINNED = "event pinned"
"""Kind of the mark that keeps an event on top: `value` are its days as they were then."""
DISMISSED = "event dismissed"
"""Kind of the mark that takes an event out of the countdown."""
STANDING = "event standing"
"""Kind of the mark that says where an event stands: `value` is one of `_BY_USER`."""
_KINDS = frozenset({ADDED, TITLE, DAYS, PINNED, DISMISSED, STANDING})

_BY_USER = (Status.CALLED_OFF, Status.ENDED)
"""Where the user may say that an event stands; the others follow the clock or are days."""

Anchor = tuple[int, str, int]
"""Post, place and start of a mention."""


@dataclass(frozen=True, slots=True)
class OwnEvents:
    """Events as the user has them, and which marks made them so."""

    events: tuple[Event, ...]
    dismissed: tuple[Event, ...] = ()
    marks: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)
    """What was said of each, by its key."""


def of_events(marks: Iterable[Mark]) -> frozenset[Mark]:
    """Those of the user's marks that are said of events."""
    return frozenset(mark for mark in marks if mark.kind in _KINDS)


# Applying.


def own_events(
    found: Sequence[Event], marks: Collection[Mark], post_by_id: Mapping[int, Post], as_of: datetime | None
) -> OwnEvents:
    """The events with the user's marks applied; of two that contradict, the one said last holds.

    `as_of` is the moment that the events were found from, None when they have not been looked for yet.
    """
    if not marks:
        return OwnEvents(tuple(found))
    said = sorted(marks, key=when_said)
    of_event, lost = _told(found, said)
    events: list[Event] = []
    dismissed: list[Event] = []
    for event in found:
        its_marks = of_event.get(event.key, ())
        where = dismissed if any(mark.kind == DISMISSED for mark in its_marks) else events
        where.append(_changed(event, its_marks, post_by_id, as_of))
    for key, its_marks in (*_added(said).items(), *_kept(lost, post_by_id, as_of).items()):
        event_or_none = _made(key, its_marks, as_of)
        if event_or_none is not None:
            events.append(event_or_none)
            of_event[key] = its_marks
    events.sort(key=lambda event: (event.start, event.end or event.start, event.key))
    return OwnEvents(tuple(events), tuple(dismissed), of_event)


def _told(found: Sequence[Event], marks: Sequence[Mark]) -> tuple[dict[str, tuple[Mark, ...]], list[tuple[Mark, ...]]]:
    """The marks of each event by its key, and those of each event that is no longer there.

    What was said of one event holds of it as long as any of the places is left that it was said of.
    """
    event_at = _finder(found, {mark.target for mark in marks})
    told: defaultdict[str, tuple[Mark, ...]] = defaultdict(tuple)
    lost = []
    for its_marks in _by_event([mark for mark in marks if mark.kind != ADDED]):
        its_events = {mark: event for mark in its_marks if (event := event_at(mark)) is not None}
        keys = {event.key for event in its_events.values()}
        if not keys:
            lost.append(its_marks)
        elif len(keys) == 1:
            told[keys.pop()] += its_marks
        else:  # the sources have come to tell of several
            for mark, event in its_events.items():
                told[event.key] += (mark,)
    return {key: tuple(sorted(its_marks, key=when_said)) for key, its_marks in told.items()}, lost


def _finder(found: Sequence[Event], targets: Collection[int]) -> Callable[[Mark], Event | None]:
    """What tells which of the events a mark is said of, where their mentions in these posts are.

    Where the words of a post have moved, the one event of the same name in that post is meant, even if another is
    mentioned now where it was; of two of that name neither is.
    """
    at_mention: dict[Anchor, Event] = {}
    of_name: defaultdict[tuple[int, str], dict[str, Event]] = defaultdict(dict)
    for event in found:
        for mention in event.mentions:
            if mention.post_id in targets:
                at_mention[mention.post_id, mention.place, mention.start] = event
                of_name[mention.post_id, event.title][event.key] = event

    def event_at(mark: Mark) -> Event | None:
        there = at_mention.get(_anchor(mark))
        namesakes = of_name.get((mark.target, mark.words), {})
        if not namesakes or (there is not None and there.key in namesakes):
            return there
        return next(iter(namesakes.values())) if len(namesakes) == 1 else None

    return event_at


def _by_event(marks: Sequence[Mark]) -> list[tuple[Mark, ...]]:
    """The marks of one event together: of the same mention, or said in one breath of its mentions in several sources."""
    groups: list[list[Mark]] = []
    group_of: dict[object, list[Mark]] = {}
    for mark in marks:
        ties = [_anchor(mark), *([(mark.kind, mark.words, mark.value, mark.at)] if mark.at else [])]
        tied = [group for tie in ties if (group := group_of.get(tie)) is not None]
        joined = tied[0] if tied else []
        if not tied:
            groups.append(joined)
        joined.append(mark)
        for other in tied[1:]:
            if other is not joined:
                joined += other
                groups = [group for group in groups if group is not other]
                group_of.update({tie: joined for tie, group in group_of.items() if group is other})
        group_of.update(dict.fromkeys(ties, joined))
    return [tuple(sorted(group, key=when_said)) for group in groups]


def _anchor(mark: Mark) -> Anchor:
    return mark.target, mark.place, mark.start


def _changed(event: Event, marks: Sequence[Mark], post_by_id: Mapping[int, Post], as_of: datetime | None) -> Event:
    """The event with the user's name, days and pin, and standing where the user says."""
    titles = [mark.value for mark in marks if mark.kind == TITLE and mark.value]
    given = [days for mark in marks if mark.kind == DAYS and (days := days_from(mark.value))]
    result = event
    if titles and titles[-1] != event.title:
        result = replace(result, title=titles[-1])
    if given and given[-1] != days_of(event):
        result = _on(result, given[-1], event_zone(event, post_by_id), as_of)
    result = _as_said(result, marks)
    if result is not event:
        said = max((mark.at for mark in marks if mark.at and mark.kind in {TITLE, DAYS, STANDING}), default=None)
        revised = max((moment for moment in (event.revised, said) if moment), default=None)
        result = replace(result, as_found=event, revised=revised, revision=event.revision + 1)
    return replace(result, pinned=True) if any(mark.kind == PINNED for mark in marks) else result


def _standing(marks: Iterable[Mark]) -> Status | None:
    """Where the user says that an event stands; None when nothing is said that can be read."""
    said = [mark.value for mark in marks if mark.kind == STANDING]
    return next((status for status in _BY_USER if said and said[-1] == status), None)


def _as_said(event: Event, marks: Iterable[Mark]) -> Event:
    """The event as it stands for the user."""
    status = _standing(marks)
    return event if status is None or status is event.status else replace(event, status=status, stands_by_user=True)


def _on(event: Event, days: Days, zone: tzinfo | None, as_of: datetime | None) -> Event:
    """The event on other days; whether it began there, no source can say."""
    from newsdesk.find.events.status import status_at  # noqa: PLC0415  # finding is not for the first picture

    there = days.at.tzinfo if days.at else zone
    return replace(
        event,
        start=days.start,
        end=days.end,
        at=days.at,
        zone_basis=Basis.STATED,
        was=None,
        somewhen=False,
        status=status_at(as_of, days.start, days.end, days.at, there, begun=False),
    )


def _added(marks: Sequence[Mark]) -> dict[str, tuple[Mark, ...]]:
    """What the user added, by key: the mark that adds it, and its pin."""
    own = {mark.target for mark in marks if mark.kind == ADDED}
    result: defaultdict[str, tuple[Mark, ...]] = defaultdict(tuple)
    for mark in marks:
        if mark.target in own:
            result[key_of_added(mark)] += (mark,)
    return dict(result)


def _kept(
    lost: Iterable[Sequence[Mark]], post_by_id: Mapping[int, Post], as_of: datetime | None
) -> dict[str, tuple[Mark, ...]]:
    """What the user holds on to though its mentions are gone, by key; a post that the clock hides is not gone."""
    if as_of is None:
        return {}
    kept = {}
    for marks in lost:
        gone = tuple(
            mark
            for mark in marks
            if (post := post_by_id.get(mark.target)) and not (post.published and post.published.at > as_of)
        )
        kinds = {mark.kind for mark in gone}
        if kinds & {DAYS, PINNED} and DISMISSED not in kinds:
            kept["kept:{}:{}:{}".format(*min(map(_anchor, gone)))] = gone
    return kept


def _made(key: str, marks: Sequence[Mark], as_of: datetime | None) -> Event | None:
    """An event that rests on the user's word alone; None when its days cannot be read."""
    titles = [mark.words for mark in marks] + [mark.value for mark in marks if mark.kind == TITLE]
    given = [
        days
        for kind in (PINNED, DAYS, ADDED)
        for mark in marks
        if mark.kind == kind and (days := days_from(mark.value)) is not None
    ]
    if not given:
        return None
    event = Event(
        key=key,
        title=titles[-1],
        start=given[-1].start,
        end=None,
        at=None,
        certainty=Certainty.CONFIRMED,
        status=Status.EXPECTED,
        mentions=(),
        added=any(mark.kind == ADDED for mark in marks),
        pinned=any(mark.kind == PINNED for mark in marks),
        revised=max((mark.at for mark in marks if mark.at), default=None),
    )
    return _as_said(_on(event, given[-1], None, as_of), marks)


# Saying.


def key_of_added(mark: Mark) -> str:
    """The key of the event that this mark adds."""
    return f"own:{mark.target}"


def adding(title: str, days: Days, at: datetime) -> Correction:
    """Add an event of the user's own. `at` is the moment of saying it (UTC)."""
    digest = hashlib.blake2b(f"{at.isoformat()}\n{title}".encode("utf-8", "replace"), digest_size=8).digest()
    mark = Mark(ADDED, int.from_bytes(digest) >> 1, written(days), at, words=title)
    return Correction((mark,), (), f"added “{title}”, {days_words(days)}")


def changing(
    now: OwnEvents,
    event: Event,
    post_by_id: Mapping[int, Post],
    at: datetime,
    *,
    title: str | None,
    days: Days | None,
) -> Correction:
    """Give an event this name and these days; None: as the sources have it. `at` is the moment of saying it (UTC)."""
    marks = now.marks.get(event.key, ())
    found = event.as_found or event
    title = title or found.title
    days = days or days_of(found)
    if not event.mentions:
        add = _of_added(event, title, days, marks, at)
        said = f"“{title}” is {days_words(days)}"
        return Correction(add, tuple(mark for mark in marks if mark not in add), said)
    add = ()
    remove: list[Mark] = []
    said_parts = []
    for kind, value, as_found, current, words in (
        (TITLE, title, title == found.title, event.title == title, f"“{event.title}” is called “{title}”"),
        (DAYS, written(days), days == days_of(found), days_of(event) == days, f"“{title}” is {days_words(days)}"),
    ):
        if current:
            continue
        remove += [mark for mark in marks if mark.kind == kind]
        add += () if as_found else _said_of(found, kind, value, post_by_id, at)
        said_parts.append(words + (", as found" if as_found else ""))
    return Correction(add, tuple(mark for mark in remove if mark not in add), ", ".join(said_parts))


def _of_added(event: Event, title: str, days: Days, marks: Sequence[Mark], at: datetime) -> tuple[Mark, ...]:
    """The marks that add the event anew; one that was only kept becomes the user's own by it."""
    own = next((mark.target for mark in marks if mark.kind == ADDED), None)
    made = adding(title, days, at).add if own is None else (Mark(ADDED, own, written(days), at, words=title),)
    stands = _standing(marks)
    return (
        *made,
        *(replace(mark, kind=PINNED) for mark in made if event.pinned),
        *(replace(mark, kind=STANDING, value=stands) for mark in made if stands),
    )


def pinning(now: OwnEvents, event: Event, post_by_id: Mapping[int, Post], at: datetime) -> Correction:
    """Keep an event on top, or let it go. `at` is the moment of saying it (UTC)."""
    marks = now.marks.get(event.key, ())
    if event.pinned:
        pins = tuple(mark for mark in marks if mark.kind == PINNED)
        return Correction((), pins, f"unpinned “{event.title}”")
    days = written(days_of(event))
    if not event.mentions:
        # Of the same target as what adds it, or of the mention that is gone.
        pins = tuple(replace(mark, kind=PINNED, value=days, at=at) for mark in marks[:1])
    else:
        pins = _said_of(event.as_found or event, PINNED, days, post_by_id, at)
    return Correction(pins, (), f"pinned “{event.title}”")


def ending(now: OwnEvents, event: Event, post_by_id: Mapping[int, Post], at: datetime) -> Correction:
    """Say that an event is called off; asked again that it has ended, and then that it stands where the sources say.

    What the sources say already is not said again. `at` is the moment of saying it (UTC).
    """
    marks = now.marks.get(event.key, ())
    found = event.as_found or event
    before = tuple(mark for mark in marks if mark.kind == STANDING)
    theirs = found.status if found.mentions else None
    steps: list[Status | None] = [status for status in _BY_USER if status is not theirs]
    stands = _standing(marks)
    status = dict(pairwise([None, *steps, None])).get(stands)
    if status is None:
        return Correction((), before, f"“{event.title}” stands as {'found' if found.mentions else 'its day says'}")
    if event.mentions:
        said = _said_of(found, STANDING, status, post_by_id, at)
    else:
        # Of the same target as what adds it, or of the mention that is gone.
        said = tuple(replace(mark, kind=STANDING, value=str(status), at=at) for mark in marks[:1])
    words = f"“{event.title}” " + ("is called off" if status is Status.CALLED_OFF else "has ended")
    return Correction(said, tuple(mark for mark in before if mark not in said), words)


def dismissing(now: OwnEvents, event: Event, post_by_id: Mapping[int, Post], at: datetime) -> Correction:
    """Take an event out of the countdown, or bring a dismissed one back. `at` is the moment of saying it (UTC)."""
    marks = now.marks.get(event.key, ())
    if not event.mentions:
        return Correction((), marks, f"took out “{event.title}”")
    gone = tuple(mark for mark in marks if mark.kind == DISMISSED)
    if gone:
        return Correction((), gone, f"brought back “{event.title}”")
    return Correction(
        _said_of(event.as_found or event, DISMISSED, "", post_by_id, at), (), f"dismissed “{event.title}”"
    )


def saying_elsewhere(now: OwnEvents, source_id: int, post_by_id: Mapping[int, Post]) -> tuple[Mark, ...]:
    """The marks without which taking out this source would take along what was said of events that others mention, too.

    A source that came after the user spoke has no mark yet.
    """
    result: list[Mark] = []
    for event in (*now.events, *now.dismissed):
        found = event.as_found or event
        marks = now.marks.get(event.key, ())
        for kind in dict.fromkeys(mark.kind for mark in marks):
            last = [mark for mark in marks if mark.kind == kind][-1]
            posts = [post_by_id.get(mark.target) for mark in marks if mark.kind == kind]
            if {post.source_id for post in posts if post} == {source_id}:
                anew = _said_of(found, kind, last.value, post_by_id, last.at)
                result += [mark for mark in anew if post_by_id[mark.target].source_id != source_id]
    return tuple(result)


def _said_of(
    found: Event, kind: str, value: str, post_by_id: Mapping[int, Post], at: datetime | None
) -> tuple[Mark, ...]:
    """The mark on the first mention in each source."""
    first: dict[int, Mark] = {}
    for mention in found.mentions:
        post = post_by_id.get(mention.post_id)
        if post is not None:
            mark = Mark(kind, post.id, value, at, words=found.title, place=mention.place, start=mention.start)
            first.setdefault(post.source_id, mark)
    return tuple(first.values())
